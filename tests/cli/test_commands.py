"""The commands on files: what they print, and how they end."""

from __future__ import annotations

import gzip
import json
import os
import pty
import signal
import subprocess
from pathlib import Path

import pytest

from .fiction import A, B
from .running import COMMAND, Here, environment, lines, run


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "agency.txt").write_text(A.text, "utf-8")
    (folder / "gull.txt").write_text(B.text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "pile.jsonl"
    rows = [{"key": r.id, "words": r.text} for r in (A, B)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two good reports and many bad inputs."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "agency.txt").write_text(A.text, "utf-8")
    (folder / "mirror.txt").write_text(A.text, "utf-8")
    (folder / "empty.txt").touch()
    (folder / "binary.bin").write_bytes(bytes(range(256)) * 64)
    (folder / "cut.txt.gz").write_bytes(gzip.compress(A.text.encode() * 99)[:-20])
    (folder / "ragged.csv").write_text("id,text\n1,one two\n2,three,four,five\n", "utf-8")
    (folder / "textless.csv").write_text("id,place\n1,Ostmere\n", "utf-8")
    (folder / "broken.jsonl").write_text('{"id": 1, "text": \n{"text": "\\ud800 lone"}\n', "utf-8")
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    return folder


def test_tell_for_a_person(here: Here, pile: Path) -> None:
    done = here("tell", pile)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("2 reports · 1 dispatch: 1 in several versions, 0 in one only\n")
    for seen in ("agency.txt (a)  →  gull.txt (b)", "DROPPED", "LINEAGE", "“(Pelham)”"):
        assert seen in done.stdout
    assert "\x1b" not in done.stdout


def test_tell_json_is_one_object(here: Here, pile: Path) -> None:
    done = here("tell", "--json", pile)
    telling = json.loads(done.stdout)
    assert (telling["reports"], telling["dispatches"], telling["problems"]) == (2, 1, [])
    assert len(telling["collations"][0]["comparisons"]) == 1


def test_compare_json_has_the_agreed_shape(here: Here, pile: Path) -> None:
    done = here("compare", pile / "agency.txt", pile / "gull.txt", "--json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert found["a"]["text"] == A.text
    keys = {"sentences_a", "sentences_b", "rows", "renames", "damage_a", "damage_b", "lineage"}
    assert keys <= found.keys()
    for side in "ab":
        for s in found[f"sentences_{side}"]:
            assert found[side]["text"][s["start"] : s["end"]] == s["text"]
    assert {"verdict", "origin", "confidence", "evidence"} <= found["lineage"].keys()


def test_copies_json_is_one_object_a_line(here: Here, pile: Path) -> None:
    done = here("copies", "--json", pile)
    (pair,) = map(json.loads, done.stdout.splitlines())
    assert isinstance(pair["a"], str)
    assert pair["relation"] == "copy"
    assert pair["score"] >= 0.5
    for passage in pair["passages"]:
        assert all(len(passage[side]) == 2 for side in "ab")


def test_copies_for_a_person(here: Here, pile: Path) -> None:
    assert here("copies", pile).stdout.startswith("1 related pair: 1 copy\n")


def test_columns_can_be_named(here: Here, table: Path) -> None:
    options = ("--text-column", "words", "--id-column", "key")
    done = here("copies", "--json", table, *options)
    assert {json.loads(done.stdout)[side] for side in "ab"} == {A.id, B.id}
    one = here("compare", "--json", f"{table}:{A.id}", f"{table}:{B.id}", *options)
    assert json.loads(one.stdout)["b"]["id"] == B.id


def test_a_hyphen_is_standard_input(table: Path) -> None:
    options = ("--text-column", "words", "--id-column", "key")
    done = run("tell", "-", "--json", *options, given=table.read_bytes())
    assert json.loads(done.stdout)["reports"] == 2


def test_demo_tells_of_the_samples(here: Here) -> None:
    done = here("demo")
    assert done.returncode == 0
    assert "DISPATCH 1" in done.stdout
    assert "QUOTE ALTERED" in done.stdout


def test_bad_inputs_are_told_and_the_rest_goes_on(bad: Path) -> None:
    done = run("tell", "--json", bad, "no such file.txt")
    assert done.returncode == 3
    told = lines(done.stderr)
    for name in ("empty.txt", "binary.bin", "ragged.csv", "textless.csv", "no such file.txt"):
        assert any(name in line for line in told), name
    assert "skipped" in told[-1]
    telling = json.loads(done.stdout)
    assert len(telling["collations"][0]["dispatch"]["versions"]) == 2
    assert len(telling["problems"]) == len(told) - 1


@pytest.mark.parametrize("command", ["tell", "copies"])
def test_nothing_readable_is_a_failure(here: Here, command: str, tmp_path: Path) -> None:
    done = here(command, tmp_path / "nowhere")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "nowhere" in lines(done.stderr)[0]


@pytest.mark.parametrize(
    "name", ["empty.txt", "binary.bin", "textless.csv", "nowhere", "ragged.csv:9"]
)
def test_compare_fails_in_one_line(here: Here, bad: Path, name: str) -> None:
    done = here("compare", bad / "agency.txt", bad / name)
    assert done.returncode == 1
    (line,) = lines(done.stderr)
    assert name.split(":")[0] in line


def test_a_full_disk_is_one_line(pile: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "tell", str(pile)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
            check=False,
        )
    assert done.returncode == 1
    assert len(lines(done.stderr)) == 1


def test_a_closed_pipe_ends_quietly(pile: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [*COMMAND, "tell", "--json", str(pile)]
    process = subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE, env=environment())
    os.close(write)
    assert process.communicate(timeout=60) == (None, b"")
    assert process.returncode == 141


def test_an_interrupt_ends_quietly() -> None:
    process = subprocess.Popen(
        [*COMMAND, "tell", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdin is not None
    process.stdin.write(b"word " * 100_000)  # more than a pipe holds: now it is being read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 130


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals_that_want_it(
    pile: Path, variables: dict[str, str], coloured: bool
) -> None:
    main, terminal = pty.openpty()
    command = [*COMMAND, "compare", str(pile / "agency.txt"), str(pile / "gull.txt")]
    env = environment(TERM="xterm-256color", **variables)
    process = subprocess.Popen(command, stdout=terminal, stderr=subprocess.PIPE, env=env)
    os.close(terminal)
    seen = _everything(main)
    process.communicate(timeout=60)
    assert b"LINEAGE" in seen
    assert (b"\x1b[3" in seen or b"\x1b[1;3" in seen) == coloured


def _everything(descriptor: int) -> bytes:
    seen = b""
    while True:
        try:
            some = os.read(descriptor, 65536)
        except OSError:  # how a terminal ends on Linux
            some = b""
        if not some:
            os.close(descriptor)
            return seen
        seen += some


def test_lineage_draws_each_dispatch_into_a_file(here: Here, table: Path, tmp_path: Path):
    columns = ("--id-column", "key", "--text-column", "words")
    done = here("lineage", table, *columns, "--svg", tmp_path / "tree.svg")
    assert done.returncode == 0
    assert (tmp_path / "tree.svg").read_text("utf-8").startswith("<svg")
    assert lines(done.stderr) == [f"dateline: drawn: {tmp_path / 'tree.svg'}"]
