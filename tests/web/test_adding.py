"""Files dropped on the page: they arrive, bad ones are named, and nothing leaves the folder."""

from __future__ import annotations

import time
from typing import Any

from .fiction import AGENCY
from .server import Answer, Client

LINE = "The lighthouse of Orm was painted white again on Monday, the keeper said, after a wet year."


def multipart(ask: Client, files: list[tuple[str, bytes]], secret: str | None = None) -> Answer:
    edge = "edge-of-a-part"
    secret = ask.secret if secret is None else secret
    parts = [f'--{edge}\r\nContent-Disposition: form-data; name="secret"\r\n\r\n{secret}'.encode()]
    for name, data in files:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        parts.append(head.encode() + b"Content-Type: text/plain\r\n\r\n" + data)
    body = b"\r\n".join([*parts, f"--{edge}--\r\n".encode()])
    kind = f"multipart/form-data; boundary={edge}"
    return ask("/add", "POST", body, Content_Type=kind, Origin=ask.base)


def finished(ask: Client) -> dict[str, Any]:
    for _ in range(600):
        page = ask("/add.json").json
        if not page["busy"]:
            return page["jobs"][0]
        time.sleep(0.1)
    raise AssertionError(page)


def test_files_arrive_and_bad_ones_are_named(fresh: Client):
    bad = b'{"id": 1}\n'
    answer = multipart(fresh, [("orm.txt", LINE.encode()), ("bad.jsonl", bad)])
    assert (answer.status, answer.headers["location"]) == (303, "/add")
    job = finished(fresh)
    assert (job["state"], job["read"], job["added"]) == ("done", 1, 1)
    assert any(problem.startswith("bad.jsonl") for problem in job["problems"])
    assert "orm.txt" in fresh("/add").text
    assert fresh("/report.json?id=orm.txt").json["report"]["text"].strip() == LINE
    assert fresh("/stories.json").json["reports"] == 12


def test_the_same_file_again_is_known(fresh: Client):
    for _ in range(2):
        multipart(fresh, [("orm.txt", LINE.encode())])
        job = finished(fresh)
    assert (job["read"], job["added"]) == (1, 0)


def test_names_cannot_leave_the_folder(fresh: Client):
    names = ["../../up.txt", "/etc/over.txt", "..", "C:\\in\\win.txt"]
    multipart(fresh, [(name, (LINE + name).encode()) for name in names])
    assert sorted(finished(fresh)["files"]) == ["file", "over.txt", "up.txt", "win.txt"]


def test_files_of_one_name_are_both_kept(fresh: Client):
    multipart(fresh, [("a.txt", LINE.encode()), ("a.txt", AGENCY.encode())])
    assert finished(fresh)["files"] == ["2-a.txt", "a.txt"]


def test_nothing_chosen_is_said(fresh: Client):
    answer = multipart(fresh, [])
    assert answer.status == 400
    assert "No file was chosen" in answer.text


def test_a_form_of_others_adds_nothing(fresh: Client):
    assert multipart(fresh, [("orm.txt", LINE.encode())], secret="guess").status == 403
    assert fresh("/add.json").json["jobs"] == []
