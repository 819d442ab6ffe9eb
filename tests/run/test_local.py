"""Which pairs of a pile are listed."""

import pytest

from dateline.model import Report
from dateline.run import local

SENTENCES = [
    f"The {n}th keeper of Lantern Wharf counted {n} boats before the tide." for n in "abcdef"
]


def versions(count: int) -> list[Report]:
    return [
        Report(str(n), " ".join([*SENTENCES, f"Printed at press number {n} of the Grell Post."]))
        for n in range(count)
    ]


def listed(*given: bool) -> int:
    return len(list(local.copies(versions(40), every_pair=given[0] if given else None)))


def test_every_pair_of_a_popular_dispatch_is_listed():
    assert listed() == listed(True) == 40 * 39 // 2


def test_a_large_pile_lists_them_in_linear_form(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(local, "LARGE", 30)
    assert 39 <= listed() <= 5 * 40
    assert listed(True) == 40 * 39 // 2
