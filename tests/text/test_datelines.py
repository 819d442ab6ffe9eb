from __future__ import annotations

import pytest

from dateline.text.datelines import dateline, late_dateline, opens_lead


@pytest.mark.parametrize(
    "marked",
    [
        "KESTREL BAY (Reuters) -| Dock workers",
        "KESTREL BAY —| Dock workers",
        "ALDER/KESTREL BAY (Gazette) –| Dock workers",
        "PORT MOSS, Alder/KESTREL (AFP) -| Dock workers",
        "ALDER, Ont. (AP) —| His crew",
        "ALDER, Calif. -| Dock workers",
        "ALDER —|Standing on the quay",
        "ALDER, N.J., March 25 -| Quill Inc said",
        "RIO ALDER, APRIL 24 -| Quay fees",
        "ALDER, Feb 26 (Agency) -| Dock workers",
        "Alder, June 5 –| Dock workers",
        "Alder (AFP) –| Dock workers",
        "ALDER October 18 (RIA Novosti) -| Dock workers",
        "N DJALDER (Reuters) -| Dock workers",
        "(AP) —| Dock workers",
        "(ABN) |A small crane",
        "Afp -| Dock workers",
        "Regional NNA -| Twin cranes",
        "АЛЬДЕР, 5 июн (ТАСС).| Докеры",
        "الميناء (رويترز) -| قال العمال",
        "新华社北京1月2日电| 港口",
        "KESTREL BAY:| Dock workers",
        "PORT MOSS, Alder:| “Nobody works,”",
        "Port Moss —| The cranes stood still",
    ],
)
def test_datelines(marked: str):
    text = marked.replace("|", "")
    assert dateline(text, 0, len(text), False) == len(marked[: marked.index("|")].rstrip())


@pytest.mark.parametrize(
    "text",
    [
        "KESTREL workers walked out",
        "(ABN) workers walked out",
        "EX-CREW men walked out",
        "A - B",
        "U.S.-led talks",
        "AP-Quill Poll: cranes",
        "Getty - A crane",
        "قال العمال - إن الميناء",
        "The port - and the quay",
        "",
        "WATCH: Dock workers",
        "QUILL: We stay out.\nREPORTER: How long?",
        "Port Moss — the older of the two — is shut",
        "Port Moss — The Quay — is shut",
        "Opinion — The strike",
    ],
)
def test_what_is_no_dateline(text: str):
    assert dateline(text, 0, len(text), False) == 0


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("ALDER Dock workers left", "ALDER"),
        ("PORT ALDER Moravia A crane fell", "PORT ALDER Moravia"),
        ("Alder- Dock workers left", "Alder-"),
        ("ABCD Kills Two Cranes in Alder", ""),
        ("DOCK workers left", ""),
        ("PORTUN Crews left. Later PORTUN men came back.", ""),
    ],
)
def test_bare_places_count_behind_other_furniture_only(text: str, after: str):
    assert dateline(text, 0, len(text), True) == len(after)
    assert dateline(text, 0, len(text), False) == 0


def test_an_agency_and_a_dash_alone_may_credit_a_picture():
    assert opens_lead("ALDER (AFP) - Crews left", 0, 24)
    assert not opens_lead("AFP - Crews left", 0, 16)


def test_a_dateline_behind_a_headline():
    text = "Crews leave ships ALDER (Agency) - Dock workers left"
    assert late_dateline(text, 0, len(text), 3) == (18, 34)
    assert late_dateline(text, 0, len(text), 4) is None
    assert late_dateline("Crews left the ships in Alder", 0, 29, 1) is None
