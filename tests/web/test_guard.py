"""Who is let in, and what every answer tells the browser."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.web.guard import COOKIE, POLICY, Rules
from dateline.web.serving import door

from .server import Client, serving

TOKEN = "open-sesame"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8107", "[::1]:80", "LOCALHOST"])
def test_names_of_this_computer_pass(ask: Client, host: str):
    assert ask("/stories", Host=host).status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "10.0.0.1", "", "a@b", "["],
)
def test_other_names_do_not(ask: Client, host: str):
    assert ask("/stories", Host=host).status in (400, 421)


def test_every_answer_has_the_policy(ask: Client):
    for path in ("/stories", "/nowhere", "/static/dateline.css", "/stories.json"):
        headers = ask(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
    assert ask("/", Host="evil.example").headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
def test_forms_of_other_sites_are_refused(ask: Client, headers: dict[str, str]):
    body = f"secret={ask.secret}&number=1".encode()
    kind = "application/x-www-form-urlencoded"
    assert ask("/undo", "POST", body, Content_Type=kind, **headers).status == 403


def test_a_form_without_the_secret_is_refused(ask: Client):
    for path in ("/judge", "/undo", "/add"):
        assert ask.post(path, secret="guess").status == 403
        assert ask.post(path, secret="é").status == 403


def test_bodies_are_limited_also_without_a_length(archive_file: Path):
    with serving(archive_file, Rules(most=10_000)) as ask:
        assert ask("/undo", "POST", b"x" * 20_000).status == 413
        with socket.create_connection(("127.0.0.1", ask.port)) as raw:
            head = "POST /undo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
            kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
            chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
            raw.sendall((head + kind).encode() + chunk + chunk + b"0\r\n\r\n")
            assert b" 413 " in raw.recv(4000).split(b"\r\n")[0]


def test_with_a_token_only_those_who_know_it_come_in(archive_file: Path):
    with serving(archive_file, Rules(any_address=True, token=TOKEN)) as ask:
        assert ask("/stories").status == 401
        assert ask("/stories?token=guess").status == 401
        assert ask("/stories", Cookie=f"{COOKIE}=guess").status == 401
        answer = ask(f"/stories?least=1&token={TOKEN}")
        assert (answer.status, answer.headers["location"]) == (303, "/stories?least=1")
        assert "httponly" in answer.headers["set-cookie"].lower()
        assert "samesite=strict" in answer.headers["set-cookie"].lower()
        assert ask("/stories", Cookie=f"{COOKIE}={TOKEN}", Host="10.1.2.3:80").status == 200
        assert ask("/stories", Cookie=f"{COOKIE}={TOKEN}", Host="evil.example").status == 421
        assert ask(f"//evil.example?token={TOKEN}").headers["location"] == "/evil.example"


def test_the_door_is_open_to_this_computer_alone_unless_asked():
    with door("127.0.0.1", 0) as here:
        assert here.rules.token == ""
        assert not here.rules.any_address
        assert here.address.startswith("http://127.0.0.1:")
    with door("0.0.0.0", 0) as wide:
        assert len(wide.rules.token) > 20
        assert wide.rules.token in wide.address
    with door("127.0.0.1", 0, TOKEN) as known:
        assert known.rules.token == TOKEN


def test_a_port_that_is_taken_is_said_in_one_line():
    with door("127.0.0.1", 0) as first:
        number = first.listening.getsockname()[1]
        first.listening.listen()
        with pytest.raises(InputError, match="cannot be listened on"), door("127.0.0.1", number):
            pass
