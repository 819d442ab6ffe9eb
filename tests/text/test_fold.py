from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.fold import MOJIBAKE, _fold_short, fold, mend


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kestrel", "KESTREL"),
        ("Straße", "STRASSE"),
        ("İzmir", "izmir"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("Malmø", "MALMO"),
        ("Łódź", "lodz"),
        ("Œuvre", "oeuvre"),
        ("“quoted”", '"quoted"'),
        ("the bay’s", "the bay's"),
        ("Alder–Kestrel", "Alder-Kestrel"),
        ("e\u0301cole", "école"),
        ("سُورِيَا", "سوريا"),
        ("سـوريا", "سوريا"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("Ёлка", "елка"),
        ("２０１７", "2017"),
        ("٢٠١٧", "2017"),
        ("㎒", "MHz"),
        ("co\u00adoperate", "cooperate"),
        ("می\u200cرود", "میرود"),
    ],
)
def test_spellings_with_one_key(one: str, other: str):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("bay", "buy"), ("北京", "南京"), ("ב", "כ"), ("4", "5")]
)
def test_other_words_keep_other_keys(one: str, other: str):
    assert fold(one) != fold(other)


def test_every_character_folds_once():
    characters = map(chr, range(sys.maxunicode + 1))
    assert [c for c in characters if fold(fold(c)) != fold(c)] == []


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(), st.text())
def test_parts_fold_to_the_whole(left: str, right: str):
    assert fold(left) + fold(right) == fold(left + right)


def test_long_texts_are_not_kept_in_memory():
    before = _fold_short.cache_info().currsize
    assert fold("Ä" * 1000) == "a" * 1000
    assert _fold_short.cache_info().currsize == before


def test_broken_marks_are_mended():
    assert mend("the bayâ€™s â€œlastâ€\x9d day") == "the bay’s “last” day"


@pytest.mark.parametrize(("broken", "mark"), MOJIBAKE.items())
def test_broken_marks_are_utf_8_read_as_windows_1252(broken: str, mark: str):
    kept = "".join(bytes([b]).decode("cp1252") if b != 0x9D else "\x9d" for b in mark.encode())
    lost = mark.encode().decode("cp1252", "replace")
    assert broken in (kept, lost)


def test_an_acute_accent_that_stands_for_an_apostrophe_is_one():
    assert fold("the Bay\u00b4s crew") == fold("the Bay’s crew")
