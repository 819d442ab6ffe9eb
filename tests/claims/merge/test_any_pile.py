"""Whatever the pile: spans are exact, counts are of what is listed, the order does not matter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Report, Statement
from dateline.run.statements import merged
from dateline.samples import truth

PIECES = sorted({p["text"] for r in truth()["reports"].values() for p in r["pieces"]})
ODD = [
    "",
    "“",
    "He said. She said it. They said so.",
    "According to the",
    "说 了",
    "said said said",
]
TEXTS = st.lists(st.sampled_from([*PIECES, *ODD]), max_size=6).map("\n".join)
PILES = st.lists(TEXTS, max_size=5).map(
    lambda texts: [
        Report(f"r{n}", t, outlet=f"o{n % 2}" if n % 3 else "", date="2019-04-11" if n % 2 else "")
        for n, t in enumerate(texts)
    ]
)


@settings(max_examples=30, deadline=None)
@given(PILES)
def test_statements_hold_together(pile: list[Report]) -> None:
    found, _ = merged(pile)
    texts = {r.id: r.text for r in pile}
    for s in found:
        check(s, texts)
    again, _ = merged(pile[::-1])
    assert {s.id: (s.reports, s.sources) for s in again} == {
        s.id: (s.reports, s.sources) for s in found
    }


def check(s: Statement, texts: dict[str, str]) -> None:
    assert s.reports == len({a.report for a in s.appearances}) >= 1
    assert s.dispatches == len({a.dispatch for a in s.appearances})
    assert s.dispatches <= s.reports
    assert s.sources.at_most is None or 1 <= s.sources.at_least <= s.sources.at_most
    assert s.attributed == bool(s.ends)
    assert not {x.report for x in s.lacking} & {a.report for a in s.appearances}
    for a in (*s.appearances, *s.maybe):
        for span in (a.words, a.source):
            assert span is None or texts[a.report][span.start : span.end] == span.text
    first = s.first
    assert texts[first.report][first.words.start : first.words.end] == first.words.text
