"""The same report twice is one; the same id with another text is another report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.model import Report
from dateline.run.archive import add
from dateline.store import Archive
from dateline.store.fingerprints import content_hash, words_hash
from dateline.store.intake import name_of

ONE = Report("wharf", "The board closed Lantern Wharf on Monday.", outlet="Gull")
OTHER = replace(ONE, text="The board reopened Lantern Wharf on Tuesday.")


def ids(archive: Archive) -> dict[str, str]:
    return {r.text: r.id for r in archive.reports()}


def test_the_same_id_with_another_text_is_numbered_as_in_reading(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, [ONE, OTHER, ONE])
        assert ids(archive) == {ONE.text: "wharf", OTHER.text: "wharf#2"}
        for again in ([OTHER], [ONE], [OTHER, ONE], [ONE, replace(OTHER, id="wharf#2")]):
            assert add(archive, again).added == 0
        assert add(archive, [replace(ONE, text="A third text.")]).added == 1
        assert ids(archive)["A third text."] == "wharf#3"


def test_another_id_is_another_report(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        assert add(archive, [ONE, replace(ONE, id="mirror")]).added == 2
        (dispatch,) = archive.dispatches()
        assert set(dispatch.versions) == {"wharf", "mirror"}


def test_metadata_is_content_and_the_place_is_not(tmp_path: Path):
    assert content_hash(ONE) == content_hash(replace(ONE, id="x", source="elsewhere"))
    for field in ("text", "title", "outlet", "date", "url"):
        assert content_hash(ONE) != content_hash(replace(ONE, **{field: "other"}))
    assert content_hash(replace(ONE, title="ab", outlet="c")) != content_hash(
        replace(ONE, title="a", outlet="bc")
    )


def test_words_outlive_marks_spaces_and_capitals():
    assert words_hash("The  “Wharf”\nis shut.") == words_hash('the "wharf" IS  shut')
    assert words_hash("the wharf is shut") != words_hash("the wharf is shunt")


@pytest.mark.parametrize(
    ("given", "name"),
    [("a", "a"), ("a#2", "a"), ("a#1", "a#1"), ("a#b", "a#b"), ("#2", "#2"), ("a#2#3", "a#2")],
)
def test_names(given: str, name: str):
    assert name_of(given) == name


def test_what_was_taken_apart_comes_back_the_same(tmp_path: Path):
    text = (
        "OSTMERE, March 4 (Pelham) - The board\u2019s plan isn t new.\n\n(Reporting by Ida Kestrel)"
    )
    report = replace(ONE, text=text, title="A title", url="https://gull.example/1")
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, [report])
        from dateline.text import analyse

        assert archive.anatomy("wharf") == analyse(report)
        assert archive.report("wharf") == report


def test_odd_texts_are_kept_as_they_are(tmp_path: Path):
    texts = [
        "",
        " ",
        "\0",
        "a\0b",
        "\U0001f6a2" * 3,
        "سفينة في الميناء القديم",
        "a\u2028b",
        "x" * 10**6,
    ]
    reports = [Report(f"r{n}", text) for n, text in enumerate(texts)]
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, reports, batch=3)
        assert list(archive.reports()) == reports
