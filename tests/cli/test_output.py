"""Problems told as they come and summed up at the end; reports counted on their way."""

from __future__ import annotations

import pytest

from dateline.cli.output import Output
from dateline.cli.safe import one_line
from dateline.errors import InputError
from dateline.model import Problem, Report

SKIPPED = Problem("a.csv", "the text is empty", "skipped", record="line 3")
SUMMED_UP = Problem("a.csv", "the text is empty", "skipped", record="1,200 more", count=1200)
MENDED = Problem("b.txt", "not UTF-8", "read as Latin-1", skipped=False)


@pytest.mark.parametrize(
    ("problems", "code", "summary"),
    [
        ([], 0, None),
        ([SKIPPED], 3, "of the inputs, 1 skipped (told above)"),
        ([MENDED], 0, "of the inputs, 1 read in spite of a problem (told above)"),
        (
            [SKIPPED, SUMMED_UP, MENDED],
            3,
            "of the inputs, 1,201 skipped, 1 read in spite of a problem (told above)",
        ),
    ],
)
def test_problems_are_told_and_summed_up(
    problems: list[Problem], code: int, summary: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    with Output() as out:
        for problem in problems:
            out.problem(problem)
        assert out.close() == code
    told = capsys.readouterr().err.splitlines()
    wanted = [*map(str, problems), *([summary] if summary else [])]
    assert told == [f"dateline: {line}" for line in wanted]


def test_a_problem_is_one_line_whatever_a_file_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Output() as out:
        out.problem(Problem("two\nlines\x1b[2J.txt", "empty", "skipped"))
    (line,) = capsys.readouterr().err.splitlines()
    assert "\x1b" not in line


def test_reports_pass_through() -> None:
    reports = [Report(str(n), "words") for n in range(250)]
    assert list(Output().counted(reports)) == reports


def test_no_report_at_all_is_an_error() -> None:
    with pytest.raises(InputError):
        list(Output().counted([]))


def test_no_progress_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Output() as out:
        out.progress("matching", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_one_line_keeps_every_script() -> None:
    assert one_line("  港口 \u0645\u0631\u0641\u0623\n\tπ ") == "港口 \u0645\u0631\u0641\u0623 π"
