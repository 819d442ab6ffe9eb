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


ENGLISH = """The army said on Thursday that two roads out of the town would be open for two days,
after the fighting at the edge of the harbour had stopped and those who were in cellars asked to
leave with their children."""
GERMAN = """Die Armee teilte am Donnerstag mit, dass zwei Straßen aus der Stadt geöffnet werden,
nachdem die Kämpfe am Rande des Hafens zwei Tage lang angehalten hatten und viele Menschen in den
Kellern geblieben waren, wie ein Sprecher der Stadt am Abend sagte."""


def test_prose_that_is_surely_english_needs_no_model(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("dateline.text.language._identifier", lambda: pytest.fail("was asked"))
    assert language(ENGLISH) == "en"


@pytest.mark.parametrize("text", [GERMAN, ENGLISH[:190] + GERMAN, GERMAN[:190] + ENGLISH])
def test_the_model_is_asked_where_one_half_is_not_english(
    text: str, monkeypatch: pytest.MonkeyPatch
):
    class Model:
        def classify(self, start: str) -> tuple[str, float]:
            return "de", 0.9

    monkeypatch.setattr("dateline.text.language._identifier", Model)
    assert language(text) == "de"
