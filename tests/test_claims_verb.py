"""The public verb for claims beside the package of the same name."""

from __future__ import annotations

import dateline
from dateline.claims.read import claims_of
from dateline.model import Problem, Report
from dateline.text import analyse

HERE = Report("a", "The mayor said on Monday that the pier was closed.")
ELSEWHERE = Report("b", "قال الجيش إن قواته سيطرت على المدينة يوم الخميس بعد معارك عنيفة")


def test_the_verb_gives_the_claims_of_all_reports() -> None:
    problems: list[Problem] = []
    assert list(dateline.claims([HERE, ELSEWHERE], problems.append)) == list(
        claims_of(analyse(HERE))
    )
    assert [str(p) for p in problems] == ["b: not read: ar; no claims"]
