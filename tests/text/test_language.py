from __future__ import annotations

import pytest

from dateline.text.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The army said on Thursday that two roads out of the town would be open for two days.",
            "en",
        ),
        (
            "Die Armee teilte am Donnerstag mit, dass zwei Straßen aus der Stadt geöffnet werden.",
            "de",
        ),
        ("قال الجيش يوم الخميس إنه سيفتح طريقين للخروج من المدينة لمدة يومين.", "ar"),
        ("", ""),
        ("12.04.2019 — 06:00", ""),
        ("OK", ""),
    ],
)
def test_language_is_told_where_it_is_sure(text: str, code: str):
    assert language(text) == code
