"""The files that the commands of the tutorial and the how-tos are about, made small."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

from dateline.model import Report
from dateline.run.archive import add
from dateline.samples import folder as samples_folder
from dateline.store import Archive
from tests.web.fiction import PILE

REPORTS = [r for r in PILE if r.id in ("pelham/1", "gull", "lamp", "snow", "snow2", "war")]


def page(report: Report) -> str:
    """A report as an outlet's web page."""
    paragraphs = "".join(f"<p>{part}</p>" for part in report.text.split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{report.title}</title>'
        f'<meta property="og:site_name" content="{report.outlet}">'
        f'<meta property="article:published_time" content="{report.date}"></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{report.title}</h1>{paragraphs}"
        "</article></body></html>"
    )


def pages(folder: Path) -> None:
    """``pages``: web pages in folders of their outlets."""
    for n, report in enumerate(REPORTS):
        path = folder / "pages" / report.outlet / f"{n}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(report), "utf-8")


def warc(folder: Path) -> None:
    """A WARC with a response a page, each record a gzip member, as crawls write it."""
    with (folder / "CC-NEWS-20310303.warc.gz").open("wb") as out:
        for n, report in enumerate(REPORTS):
            body = page(report).encode()
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Target-URI: https://news{n}.example/{n}\r\n"
                "WARC-Date: 2031-03-03T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:12345678-0000-0000-0000-00000000000{n}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}"
            )
            out.write(gzip.compress(head.encode() + b"\r\n\r\n" + http + b"\r\n\r\n"))


def dump(folder: Path) -> None:
    """``dump.csv`` with columns by names of its own."""
    with (folder / "dump.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["body_text", "paper", "printed_on", "title"])
        rows.writerows([r.text, r.outlet, r.date, r.title] for r in REPORTS)


def samples(folder: Path) -> None:
    """``clippings``: the samples."""
    shutil.copytree(samples_folder(), folder / "clippings")


def siege(folder: Path) -> None:
    """``siege.db`` with the samples, ``clippings`` with their files, ``draft.txt``."""
    samples(folder)
    archive(folder / "siege.db")
    draft = "The army said on Thursday that it would open two roads out of the town for two days."
    (folder / "draft.txt").write_text(draft, "utf-8")


def archive(path: Path) -> None:
    """An archive of the samples."""
    from dateline import read

    with Archive.open(path, create=True) as opened:
        add(opened, read(str(samples_folder())))


def incoming(folder: Path) -> None:
    """``incoming`` with a table, and a feed beside it."""
    (folder / "incoming").mkdir()
    rows = [{"id": r.id, "text": r.text, "outlet": r.outlet, "date": r.date} for r in REPORTS]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "incoming" / "week.jsonl").write_text(lines, "utf-8")
    items = f"<item><title>Guards</title><description>{REPORTS[0].text}</description></item>"
    feed = f'<rss version="2.0"><channel><title>Pelham</title>{items}</channel></rss>'
    (folder / "wire.xml").write_text(feed, "utf-8")


FILES: dict[str, Callable[[Path], None]] = {
    "tutorial.md": samples,
    "html-folder.md": pages,
    "warc.md": warc,
    "csv-dump.md": dump,
    "two-outlets.md": samples,
    "weekly.md": incoming,
    "watch.md": incoming,
    "draft.md": siege,
    "web.md": siege,
    "sample.md": siege,
}
