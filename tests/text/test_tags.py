from __future__ import annotations

import pytest

from dateline.text.tags import related, tags


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "Crews left ships in Alder. Tags Alder Harbour Strike night shifts Crews left ships in"
            " Alder on Monday.",
            "Tags Alder Harbour Strike night shifts",
        ),
        (
            "Crews left. Tags Alder strike fruit Three ships sank on Monday.",
            "Tags Alder strike fruit",
        ),
        ("Crews left. Tags Alder strike fruit. Dock workers sank.", "Tags Alder strike fruit."),
    ],
)
def test_lists_of_topics(text: str, topics: str):
    found = tags(text, 0, len(text))
    assert found
    assert text[slice(*found)] == topics


@pytest.mark.parametrize(
    "text",
    [
        "Tags were torn from the crates.",
        f"Crews left. Tags Alder {'and then crews of other ships left as well ' * 3}.",
        "Crews left.",
    ],
)
def test_no_list_or_no_end_of_it(text: str):
    assert tags(text, 0, len(text)) is None


def test_headlines_behind_a_row_of_buttons():
    text = "Related Alder port shuts Moss quits union Nearly 40 ships were left by their crews"
    assert related(text, 0, len(text)) == text.index("Nearly")
    assert related("Related crimes fell", 0, 19) == 0
