"""Watching: what arrives is told once, whatever happens in between."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from dateline.model import News
from dateline.read import read_reports
from dateline.run.arrivals import arrivals
from dateline.run.watch import Watch
from dateline.store import Archive

LEAD = "The ferry to Ostmere was laid up on Monday after its second engine failed, the port said."
MORE = (
    "Nobody was on board when the fire broke out below the car deck shortly before dawn.",
    "The harbour master said that three inspectors would look at the hull on Tuesday.",
    "A smaller boat will carry post and medicine to the island until the end of the month.",
    "The ferry company had promised new engines after a similar failure two winters ago.",
)
WHOLE = " ".join((LEAD, *MORE))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        yield opened


def watcher(archive: Archive, settled: float = 0) -> Watch:
    return Watch(archive, read_reports, settled)


def tell(watch: Watch, *paths: Path) -> list[News]:
    news, _ = watch.take(map(str, paths))
    for one in news:
        watch.told(one)
    return news


def begun(archive: Archive) -> Watch:
    watch = watcher(archive)
    assert tell(watch) == []
    return watch


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def feed(path: Path, *items: tuple[str, str]) -> Path:
    inner = "".join(
        f"<item><link>https://gull.example/{name}</link><title>{name}</title>"
        f"<description>{text}</description></item>"
        for name, text in items
    )
    return write(path, f'<rss version="2.0"><channel><title>Gull</title>{inner}</channel></rss>')


def test_what_is_there_at_the_first_start_is_read_and_not_told(archive: Archive, tmp_path: Path):
    old = write(tmp_path / "old.txt", WHOLE)
    watch = watcher(archive)
    assert tell(watch, old) == []
    assert len(archive) == 1
    (news,) = tell(watch, old, write(tmp_path / "new.txt", " ".join((LEAD, *MORE[:3]))))
    assert (news.kind, news.before, news.versions) == ("version", str(old), 2)
    assert [s.text for s in news.withdrawn] == [MORE[3]]
    assert tell(watch, old) == []


def test_the_first_report_of_a_dispatch_is_told_as_such(archive: Archive, tmp_path: Path):
    (news,) = tell(begun(archive), write(tmp_path / "a.txt", WHOLE))
    assert (news.kind, news.versions, news.before, news.opening) == ("first", 1, "", LEAD)


def test_a_text_that_changes_under_its_address_is_told_with_what_was_withdrawn(
    archive: Archive, tmp_path: Path
):
    watch, path = begun(archive), tmp_path / "feed.xml"
    assert [n.kind for n in tell(watch, feed(path, ("ferry", WHOLE)))] == ["first"]
    changed = WHOLE.replace(f" {MORE[1]}", "").replace("two winters", "nine winters")
    (news,) = tell(watch, feed(path, ("other", "Snow fell."), ("ferry", changed)))[1:]
    assert news.kind == "changed"
    assert [s.text for s in news.withdrawn] == [MORE[1]]
    assert [x.now.text for x in news.altered] == [MORE[3].replace("two", "nine")]
    before = archive.report(news.before)
    for span in news.withdrawn:
        assert before.text[span.start : span.end] == span.text
    assert tell(watch, path) == []


def test_a_file_that_is_written_again_is_a_change_and_one_that_is_touched_is_none(
    archive: Archive, tmp_path: Path
):
    watch, path = begun(archive), write(tmp_path / "a.txt", WHOLE)
    tell(watch, path)
    os.utime(path, (1, 1))
    assert tell(watch, path) == []
    (news,) = tell(watch, write(path, WHOLE.replace(MORE[0], "")))
    assert news.kind == "changed"


def test_the_same_id_in_two_tables_is_no_change(archive: Archive, tmp_path: Path):
    watch = begun(archive)
    one = write(tmp_path / "one.csv", f'id,text\n1,"{WHOLE}"\n')
    other = write(tmp_path / "two.csv", 'id,text\n1,"Snow fell on Grell for two days."\n')
    assert [n.kind for n in tell(watch, one, other)] == ["first", "first"]


def test_a_feed_without_addresses_that_moves_on_is_no_change(archive: Archive, tmp_path: Path):
    watch, path = begun(archive), tmp_path / "feed.xml"
    plain = '<rss version="2.0"><channel><title>G</title>{}</channel></rss>'
    items = [f"<item><description>{n} {WHOLE}</description></item>" for n in ("One", "Two")]
    tell(watch, write(path, plain.format(items[0])))
    (news,) = tell(watch, write(path, plain.format(items[1] + items[0])))
    assert news.kind == "version"


def test_what_was_not_told_before_a_kill_is_told_after_it(archive: Archive, tmp_path: Path):
    watch = begun(archive)
    files = [str(write(tmp_path / f"{n}.txt", f"{n} {WHOLE}")) for n in range(3)]
    first, second, third = watch.take(files)[0]
    watch.told(first)
    again, _ = watcher(archive).take(files)
    assert again == [second, third]


def test_a_file_that_is_being_written_is_left_until_it_is_quiet(archive: Archive, tmp_path: Path):
    begun(archive)
    path = write(tmp_path / "a.txt", LEAD)
    watch = watcher(archive, settled=5)
    assert watch.take([str(path)]) == ([], [str(path)])
    write(path, WHOLE)
    os.utime(path, (time.time() - 6,) * 2)
    (news,) = tell(watch, path)
    assert archive.report(news.report).text == WHOLE


def test_a_file_that_is_gone_is_no_trouble(archive: Archive, tmp_path: Path):
    assert tell(begun(archive), tmp_path / "gone.txt") == []


def test_files_that_arrive_are_named_as_the_folder_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    write(folder / "old.txt", LEAD)
    stop, seen = Event(), []

    def later() -> None:
        while not stop.is_set():
            write(folder / "deep" / "new.txt", WHOLE)
            write(folder / ".hidden.txt", WHOLE)
            stop.wait(0.1)

    writer = Thread(target=later)
    ready = arrivals(["in"], lambda *_, **__: None, 0.05, stop)
    assert next(ready) == ["in/old.txt"]
    writer.start()
    for some in ready:
        seen += some
        if seen.count("in/deep/new.txt") > 1:
            stop.set()
    writer.join()
    assert set(seen) <= {"in/old.txt", "in/deep/new.txt"}
