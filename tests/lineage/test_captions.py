from __future__ import annotations

from dateline.collate import collate
from dateline.lineage.captions import caption_notes
from dateline.model import Report
from dateline.text import analyse
from tests.collate.fiction import SENTENCES

BODY = "\n".join(SENTENCES)


def notes(caption: str, origin: str | None = "Meridian") -> tuple[str, ...]:
    a, b = Report("a", BODY), Report("b", f"{caption}\n\n{BODY}")
    return caption_notes(collate(analyse(a), analyse(b)), origin)


def test_a_caption_of_another_event_and_agency_is_said_to_be_so():
    found = notes("Women sort mackerel at Cape Sennet in northern Haldria on Sunday (AFP photo)")
    assert found == (
        "the caption in b is AFP’s, the text Meridian’s",
        "the caption in b names what its body does not: Cape, Sennet, Haldria",
    )


def test_a_caption_of_the_same_event_is_left_alone():
    caption = "Soldiers of the Northern Guard near Kestrel al-Noor on Tuesday (Meridian photo)"
    assert notes(caption) == ()


def test_an_unknown_origin_is_no_other_agency():
    caption = "Soldiers of the Northern Guard near Kestrel al-Noor on Tuesday (AFP photo)"
    assert notes(caption, origin=None) == ()


def test_no_caption_no_note():
    report = analyse(Report("a", BODY))
    assert caption_notes(collate(report, report), "Meridian") == ()
