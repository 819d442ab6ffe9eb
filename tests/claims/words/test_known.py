"""What is known of a word by itself."""

from __future__ import annotations

import pytest

from dateline.claims.words import known as module
from dateline.claims.words.known import ALPHABETS, DAYS, GRAMMAR, NAMES, PHRASES, QUANTITIES, known


def letters(word: str) -> dict[int, str]:
    found, _ = known([word])
    assert len(found) == ALPHABETS
    return dict(enumerate(found))


def test_each_alphabet_has_its_letter():
    assert letters("said")[GRAMMAR] == "C"
    assert letters("forces")[PHRASES] == "h"
    assert letters("July")[DAYS] == "m"
    assert letters("dozen")[QUANTITIES] == "w"
    assert letters("Ostmere")[NAMES] == "C"


def test_most_words_open_nothing():
    found = letters("mill")
    assert (found[DAYS], found[QUANTITIES], found[NAMES]) == (".", ".", ".")


def test_a_compound_is_known_by_its_parts():
    assert letters("mid-July")[DAYS] == "*"
    assert letters("twenty-five")[QUANTITIES] == "*"
    assert letters("mid-sized")[DAYS] == "*"
    assert letters("well-built")[DAYS] == "."


def test_words_come_in_lower_case():
    assert known(["The", "Mill"])[1] == ["the", "mill"]


def test_the_table_forgets_all_when_it_is_full(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "_REMEMBERED", 3)
    table = module._Known()
    for word in ("one", "two", "three", "four"):
        assert table[word].lower == word
    assert list(table) == ["four"]
