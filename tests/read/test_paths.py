"""Files, folders, patterns: what is read, in which order, under which names."""

import os

import pytest


def ids(reports):
    return [r.id for r in reports]


def test_folder_in_order_without_hidden_files(pile):
    files = ["d/b.txt", "d/a/z.txt", "d/c.txt", "d/.hidden", "d/.git/x.txt"]
    reports, problems = pile(dict.fromkeys(files, "text"), paths=["d"])
    assert ids(reports) == ["d/a/z.txt", "d/b.txt", "d/c.txt"]
    assert problems == []


def test_hidden_file_that_is_named(pile):
    assert ids(pile({".hidden": "text"})[0]) == [".hidden"]


def test_paths_keep_the_form_they_were_given(pile):
    files = {"d/a.txt": "a", "d/b.txt": "b", "e/c.txt": "c"}
    reports, _ = pile(files, paths=["./d", "d/../e/c.txt"])
    assert ids(reports) == ["./d/a.txt", "./d/b.txt", "d/../e/c.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("d/*.txt", ["d/a.txt"]),
        ("d/**/*.txt", ["d/a.txt", "d/e/b.txt", "d/e/f/c.txt"]),
        ("d/**", ["d/a.txt", "d/e/b.txt", "d/e/f/c.txt", "d/e/x.md"]),
        ("**/f/*", ["d/e/f/c.txt"]),
        ("d/[ab].txt", ["d/a.txt"]),
        ("d/e/?.md", ["d/e/x.md"]),
        ("d/*", ["d/a.txt", "d/e/b.txt", "d/e/f/c.txt", "d/e/x.md"]),
    ],
)
def test_patterns(pile, pattern, expected):
    files = ["d/a.txt", "d/e/b.txt", "d/e/f/c.txt", "d/e/x.md", "d/.h/h.txt", "d/e/.i.txt"]
    reports, problems = pile(dict.fromkeys(files, "text"), paths=[pattern])
    assert ids(reports) == expected
    assert problems == []


def test_a_name_with_brackets_is_no_pattern(pile):
    assert ids(pile({"a[1].txt": "text"})[0]) == ["a[1].txt"]


def test_paths_that_are_not_there(pile):
    paths = ["gone.txt", "a.txt", "*.none", "x\0y"]
    reports, problems = pile({"a.txt": "text"}, paths=paths)
    assert ids(reports) == ["a.txt"]
    assert problems == [
        "gone.txt: no such file or directory; skipped",
        "*.none: nothing matches this pattern; skipped",
        "x\ufffdy: embedded null byte; skipped",
    ]


def test_the_same_file_twice_is_read_once(pile):
    reports, problems = pile({"a.txt": "text"}, paths=["a.txt", "./a.txt", "a.txt"])
    assert ids(reports) == ["a.txt"]
    assert problems == [
        "./a.txt: found twice (as a.txt); read once",
        "a.txt: found twice (as a.txt); read once",
    ]


def test_a_loop_of_links(pile, tmp_path):
    (tmp_path / "d" / "e").mkdir(parents=True)
    os.symlink("..", tmp_path / "d" / "e" / "up")
    os.symlink("e", tmp_path / "d" / "f")
    reports, problems = pile({"d/e/a.txt": "text"}, paths=["d"])
    assert ids(reports) == ["d/e/a.txt"]
    assert problems == [
        "d/e/up: a link back to a folder above it (d); skipped",
        "d/f: found twice (as d/e); read once",
    ]


def test_a_loop_of_links_under_a_pattern(pile, tmp_path):
    (tmp_path / "d" / "e").mkdir(parents=True)
    os.symlink("..", tmp_path / "d" / "e" / "up")
    assert ids(pile({"d/e/a.txt": "text"}, paths=["d/**/*.txt"])[0]) == ["d/e/a.txt"]


def test_things_that_are_no_files(pile, tmp_path):
    (tmp_path / "d").mkdir()
    os.mkfifo(tmp_path / "d" / "pipe")
    os.symlink("nowhere", tmp_path / "d" / "link")
    reports, problems = pile({"d/z.txt": "text"}, paths=["d"])
    assert ids(reports) == ["d/z.txt"]
    assert problems == [
        "d/link: a link to nowhere; skipped",
        "d/pipe: neither a file nor a folder; skipped",
    ]


def test_folder_that_cannot_be_listed(pile, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert pile({"d/a.txt": "text"}, paths=["d"]) == ([], ["d: permission denied; skipped"])


def test_a_very_deep_folder(pile, tmp_path):
    folders = [tmp_path / "d"]
    while len(folders) < 1200:
        folders.append(folders[-1] / "d")
    for folder in folders:
        folder.mkdir()
    story = folders[-1] / "a.txt"
    story.write_text("text")
    try:
        assert len(pile({}, paths=["d"])[0]) == 1
    finally:  # by hand: what pytest clears up with cannot go that deep
        story.unlink()
        for folder in reversed(folders):
            folder.rmdir()
