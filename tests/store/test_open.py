"""The public way to an archive."""

from pathlib import Path

import pytest

import dateline
from dateline.errors import NotFoundError
from dateline.model import Report
from dateline.run.archive import add


def test_an_archive_is_opened_where_there_is_one(tmp_path: Path):
    with pytest.raises(NotFoundError, match="no such archive"):
        dateline.open_archive(tmp_path / "a.db")
    with dateline.open_archive(tmp_path / "a.db", create=True) as archive:
        add(archive, [Report("one", "The tide was late at Lantern Wharf.")])
    with dateline.open_archive(tmp_path / "a.db") as archive:
        assert [report.id for report in archive.reports()] == ["one"]
