"""What a copyist does to a draft: each function makes one change, or none where it cannot."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from random import Random

from bench.lineage.draft import Draft, Line
from bench.lineage.words import (
    DID,
    FILLERS,
    LABELS,
    LOOSE,
    SYNONYMS,
    WHAT,
    WHEN,
    WHO,
)

_LEAST = 3  # a text keeps at least so many lines
_CLAUSE = re.compile(r", (?:which|who|where|adding|including|a|an|the)\b[^,.;\"“”]{8,90},? ?")
_ASIDE = re.compile(r" \([^()]{2,40}\)")
_WHEN = re.compile(r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ATTRIBUTED = re.compile(r"^(?P<what>[^\"“”]{25,}), (?P<who>[^,.\"“”]{3,50}) said\.$")
_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})?(?![\w.,]\d)")
_NAME = re.compile(r"(?<=[a-z,] )(?:the )?([A-Z][a-z]+(?: [A-Z][a-z]+)+)")


def cut_tail(draft: Draft, rng: Random) -> Draft:
    """Cut to length from the end."""
    if len(draft.lines) <= _LEAST:
        return draft
    keep = rng.randint(max(_LEAST, len(draft.lines) // 3), len(draft.lines) - 1)
    return replace(draft, lines=draft.lines[:keep])


def drop(draft: Draft, rng: Random) -> Draft:
    """Drop one or two sentences inside."""
    if len(draft.lines) <= _LEAST + 2:
        return draft
    n = rng.randrange(1, len(draft.lines) - 1)
    return replace(draft, lines=draft.lines[:n] + draft.lines[n + rng.randint(1, 2) :])


def clause(draft: Draft, rng: Random) -> Draft:
    """Cut a relative clause, an aside in brackets or a weekday."""
    places = [
        (n, m)
        for n, line in enumerate(draft.lines)
        for cut in (_CLAUSE, _ASIDE, _WHEN)
        for m in cut.finditer(line.text)
    ]
    if not places:
        return draft
    n, m = rng.choice(places)
    text = draft.lines[n].text
    rest = text[m.end() :]
    joint = " " if m.group().endswith(" ") and rest[:1].isalnum() else ""
    return draft.edited(n, text[: m.start()] + joint + rest)


@cache
def _synonym(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b")


def reword(draft: Draft, rng: Random) -> Draft:
    """Write a synonym, put in a phrase, or turn an attribution round: what others may do too."""
    how = rng.random()
    n = rng.randrange(len(draft.lines))
    text = draft.lines[n].text
    if how < 0.7:
        found = [(g, w, m) for g in SYNONYMS for w in g for m in _synonym(w).finditer(text)]
        if not found:
            return draft
        group, word, m = rng.choice(found)
        other = rng.choice([w for w in group if w != word])
        return draft.edited(n, text[: m.start()] + other + text[m.end() :])
    if how < 0.85 and (turned := _ATTRIBUTED.match(text)):
        who, what = turned["who"], turned["what"]
        said = f"{who[0].upper()}{who[1:]} said {what[0].lower()}{what[1:]}."
        return draft.edited(n, said)
    return draft.edited(n, _put_in(text, rng.choice(FILLERS), rng))


def _put_in(text: str, phrase: str, rng: Random) -> str:
    spaces = [m.start() for m in re.finditer(r"(?<=[a-z]) (?=[a-z])", text)]
    if not spaces:
        return text
    at = rng.choice(spaces)
    return f"{text[:at]} {phrase}{text[at:]}"


def reword_freely(draft: Draft, rng: Random) -> Draft:
    """Put words of one's own in the place of some; hardly anyone else will write the same."""
    n = rng.randrange(len(draft.lines))
    words = draft.lines[n].text.split(" ")
    if len(words) < 10:
        return draft
    size = rng.randint(3, min(8, len(words) // 2))
    at = rng.randrange(1, len(words) - size)
    own = rng.sample(LOOSE, max(2, size + rng.randint(-2, 2)))
    return draft.edited(n, " ".join([*words[:at], *own, *words[at + size :]]))


def sentence(rng: Random) -> str:
    """A sentence that no other copyist writes."""
    who, did, when = (rng.choice(x) for x in (WHO, DID, WHEN))
    own = rng.sample(LOOSE, rng.randint(7, 14))
    own.insert(rng.randrange(len(own)), str(rng.randint(3, 97)))
    words = [who, did, when, "that"] if rng.random() < 0.5 else [when, who, did]
    if rng.random() < 0.5:
        words += [rng.choice(WHAT), "and"]
    text = " ".join([*words, *own])
    return f"{text[0].upper()}{text[1:]}."


def add(draft: Draft, rng: Random) -> Draft:
    """Add a sentence."""
    n = rng.randint(1, len(draft.lines))
    line = Line(f"own {rng.getrandbits(64):x}", sentence(rng), rng.random() < 0.7)
    return replace(draft, lines=(*draft.lines[:n], line, *draft.lines[n:]))


def move(draft: Draft, rng: Random) -> Draft:
    """Move a sentence to another place."""
    lines = list(draft.lines)
    line = lines.pop(rng.randrange(1, len(lines)))
    lines.insert(rng.randint(1, len(lines)), line)
    return replace(draft, lines=tuple(lines))


def slip(draft: Draft, rng: Random) -> Draft:
    """Copy a figure wrongly, or bring it up to date."""
    places = [(n, m) for n, x in enumerate(draft.lines) for m in _FIGURE.finditer(x.text)]
    if not places:
        return draft
    n, m = rng.choice(places)
    old = int(m.group().replace(",", ""))
    new = f"{max(2, old + rng.choice([*range(-9, 0), *range(1, 40)])):,}"
    text = draft.lines[n].text
    return draft.edited(n, text[: m.start()] + new + text[m.end() :])


def label(draft: Draft, rng: Random) -> Draft:
    """Put a judging word on a name wherever it stands."""
    names = sorted({m.group(1) for line in draft.lines for m in _NAME.finditer(line.text)})
    if not names:
        return draft
    name, word = rng.choice(names), rng.choice(LABELS)
    put = re.compile(rf"(?<=[a-z,] )(the )?{re.escape(name)}")
    return draft.mapped([put.sub(rf"\1{word} {name}", line.text) for line in draft.lines])


def damage(draft: Draft, rng: Random) -> Draft:
    """Lose marks, letters or the space between sentences on the way."""
    how = rng.choice(["quotes", "apostrophes", "joined", "letters"])
    if how == "quotes":
        return draft.mapped([re.sub('["“”]', "", line.text) for line in draft.lines])
    if how == "apostrophes":
        return draft.mapped([re.sub("['’]", " ", line.text) for line in draft.lines])
    if how == "joined":
        return replace(draft, lines=_joined(draft.lines, rng))
    texts = [
        re.sub(r"(?<=[a-z])[a-z](?=[a-z])", lambda m: "" if rng.random() < 0.004 else m[0], x.text)
        for x in draft.lines
    ]
    return draft.mapped(texts)


def _joined(lines: tuple[Line, ...], rng: Random) -> tuple[Line, ...]:
    return tuple(replace(x, opens=x.opens and rng.random() < 0.3) for x in lines)
