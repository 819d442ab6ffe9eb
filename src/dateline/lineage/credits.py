"""Whose text a report says it carries: slugs, credits, editors' lines, "told Agency"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import Report, Sentence, Span
from dateline.text.agencies import AGENCIES, agencies_in

_SLUG = re.compile(r"\(([^()]{2,40})\)\s*[-–—:]*\s*$")
_END_MATTER = re.compile(r"\b(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b")
# "– Agency" at the end; people sign with two names.
_SIGNED = re.compile(r"[-–—]{1,2}\s?([A-Z]\w{1,20})\.?")
_PHOTO = re.compile(r"(?i)\b(?:photo|image|picture|handout|file|getty)\b|/")
# How agencies mark a take that replaces an earlier one.
_UPDATES = re.compile(
    r"(?i)\b(?:second|third|later|new) take|\b(?:updates?|adds?|recasts?|refiles?|corrects?)\b"
)
_TOLD = re.compile(r"\b(?:told|According to|according to)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Credit:
    """A trace of an agency: its name, how it shows, and the words.

    ``how`` is ``own`` (the agency's own file, or one that keeps its slug or its editors' line),
    ``credited`` (the report credits it) or ``named`` (its people were told something).
    """

    agency: str
    how: str
    span: Span


def credits_of(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Credit, ...]:
    """All traces of an agency in a report, the strongest first; photo credits are left out."""
    found = [*_slugs(report, sentences), *_end_matter(report, sentences), *_credited(sentences)]
    found += _told(sentences, {c.agency for c in found} | set(AGENCIES.values()))
    return tuple(sorted(found, key=lambda c: ("own", "credited", "named").index(c.how)))


def possessive(name: str) -> str:
    """The agency's, in English."""
    return name + ("’" if name.endswith("s") else "’s")


def update_line(sentences: tuple[Sentence, ...]) -> Sentence | None:
    """The line of furniture that says that this file replaces an earlier one, if there is one."""
    return next((s for s in sentences if s.role != "body" and _UPDATES.search(s.text)), None)


def _span(s: Sentence) -> Span:
    return Span(s.start, s.end, s.text)


def _slugs(report: Report, sentences: tuple[Sentence, ...]) -> list[Credit]:
    """ "PLACE (Agency) -": an agency of any name; an outlet that is another one credits it."""
    out = []
    for s in sentences:
        slug = _SLUG.search(s.text) if s.role == "dateline" else None
        if slug:
            agency = _canonical(slug.group(1).strip())
            out.append(Credit(agency, _how(report, agency), _span(s)))
    return out


def _how(report: Report, agency: str) -> str:
    outlet = report.outlet.casefold()
    return "own" if not outlet or agency.casefold() in outlet else "credited"


def _canonical(name: str) -> str:
    return AGENCIES.get(name, name)


def _end_matter(report: Report, sentences: tuple[Sentence, ...]) -> list[Credit]:
    """The editors' line at the end, and the agency that the rest of the furniture names."""
    lines = [s for s in sentences if s.role == "credit" and _END_MATTER.search(s.text)]
    named = agencies_in(
        " ".join(s.text for s in sentences if s.role in {"boilerplate", "dateline"})
    )
    own = agencies_in(report.outlet)
    if lines and (named or own):
        agency = (own or named)[0]
        return [Credit(agency, _how(report, agency), _span(lines[0]))]
    if own and report.outlet in AGENCIES:
        first = next((s for s in sentences if s.role == "body"), None)
        return [Credit(own[0], "own", _span(first))] if first else []
    return []


def _credited(sentences: tuple[Sentence, ...]) -> list[Credit]:
    out = []
    for s in sentences:
        if s.role not in {"credit", "byline", "boilerplate", "dateline"} or _PHOTO.search(s.text):
            continue
        if s.role == "boilerplate" and "opyright" not in s.text:
            continue
        if s.role == "dateline" and _SLUG.search(s.text):
            continue
        signed = _SIGNED.fullmatch(s.text) if s.role == "credit" else None
        names = agencies_in(s.text) or ((signed.group(1),) if signed else ())
        out += [Credit(agency, "credited", _span(s)) for agency in names]
    return out


def _told(sentences: tuple[Sentence, ...], known: set[str]) -> list[Credit]:
    """ "… told Agency": the agency's people did the asking."""
    out = []
    for s in sentences:
        if s.role != "body":
            continue
        for told in _TOLD.finditer(s.text):
            name = next((n for n in _longest(known) if s.text.startswith(n, told.end())), None)
            if name:
                end = told.end() + len(name)
                span = Span(s.start + told.start(), s.start + end, s.text[told.start() : end])
                out.append(Credit(_canonical(name), "named", span))
    return out


def _longest(known: set[str]) -> list[str]:
    return sorted(known | set(AGENCIES), key=len, reverse=True)
