from __future__ import annotations

import pytest

from dateline.text.openers import opens_sentence


@pytest.mark.parametrize("text", ["The quay", "At least two", "He left", "In Alder"])
def test_opening_words(text: str):
    assert opens_sentence(text, 0, len(text))


@pytest.mark.parametrize("text", ["Alder", "A. Moss", "No. 5", "the quay", "A-frame", "—", ""])
def test_other_words(text: str):
    assert not opens_sentence(text, 0, len(text))
