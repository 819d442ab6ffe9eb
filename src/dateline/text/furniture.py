"""What surrounds the body: recognised by the shapes that newsrooms and sites give it.

Every recogniser looks at one paragraph ``text[start:end]`` and answers with pieces (start, end,
role) or with nothing. They know shapes, not outlets: what one outlet repeats across its reports is
learned elsewhere, from the pile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.model import Role
from dateline.text.agencies import AGENCY
from dateline.text.sentences import Range, trim
from dateline.text.stamps import DATE, DAY, STAMP

Piece = tuple[int, int, Role]

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_PLACE = rf"{_UPPER}{{2,}}(?:[ .'’/-]+{_UPPER}+){{0,4}}(?:,\s*[^\W\d_][\w.]+(?:\s[A-Z][\w.]+)?)?"
_TITLE_PLACE = r"[A-Z][\w'’-]+(?:[ /-][A-Z][\w'’-]+){0,3}"
_SIGNED = rf"\((?:{AGENCY}|[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){{0,3}})\)"
_DASH = r"\s*(?:[-–—]{1,2}|:)"
DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,?\s+{DAY})?,?\s*{_SIGNED}(?:{_DASH})?"
    rf"|{_PLACE}(?:,?\s+{DAY})?\s*(?:[-–—]{{1,2}})"
    rf"|{_TITLE_PLACE}(?:,\s*{DAY})?,?\s*{_SIGNED}{_DASH}"
    rf"|{_TITLE_PLACE},\s*{DAY}\s*[-–—]"
    rf"|\((?:{AGENCY})\)\s*[-–—]?)(?=\s+\S)"
)
# Without dash or agency a dateline is sure only after other furniture.
_BARE_DATELINE = re.compile(rf"{_UPPER}{{4,}}(?:/{_UPPER}{{4,}})?(?=\s+[A-Z][a-z])")
_STRONG_DATELINE = re.compile(
    rf"(?<![\w(]){_PLACE}(?:,?\s+{DAY})?,?\s*{_SIGNED}(?:\s*[-–—])?(?=\s+\S)"
)

_BYLINE = re.compile(r"(?i:by)\s+[A-Z][\w.'’-]+(?:\s+(?:and\s+|in\s+)?[A-Z][\w.'’-]+){1,6}\s*$")
_CREDIT_TAIL = re.compile(
    rf"[(\[]?\s*(?:(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: for .{{1,40}}?)? by\b.*"
    rf"|(?:[Ww]ith |[Ss]ource:? )?(?:{AGENCY}|[Aa]gencies)(?:(?:,| and|/| &) (?:{AGENCY}|[Aa]gencies))*"
    rf"|Source:? .{{1,60}}|[-–—]\s?{AGENCY})\s*[)\]]?\.?\s*$"
)
_CONTRIBUTED = re.compile(
    r".{0,120}\b(?:contributed (?:to|reporting)|from (?:agencies|wire (?:services|reports)))\b.{0,40}$"
    r"|Contributing: .*$"
)
_BOILERPLATE = re.compile(
    r"(?:read (?:more|also|next|or share)\b|related(?: stories| articles| content)?\s*:|see also\b"
    r"|scroll down\b|click here\b|sign up\b|subscribe\b|follow (?:us|@|\w+ on)\b|share this\b"
    r"|copyright\b|©|\(c\)\s|all rights reserved|this material may not be\b"
    r"|this (?:article|story) (?:is|was|has been) (?:an edited|a translation|originally|first|updated)"
    r"|got a story\b|we pay for\b|contact us\b|get short url|tags?\s+[A-Z]|topics?\s*:|our standards\s*:"
    r"|advertisement\b|story highlights|media playback|video$|play slideshow|external links are"
    r"|comment via|community standards|enlarge this image|toggle caption|download the\b.*\bapp\b"
    r"|story continues|continue reading|most read\b|recommended\b|more on this|terms of (?:use|service)"
    r"|privacy policy|about us$|last updated\b|this is a breaking news|want .* inbox|back to top"
    r"|loading\b|close$|please enable|manage newsletters|for more information,? (?:visit|go to|please)"
    r"|watch:|updated (?:at|with)\b|send http|reprints?\b|home\s*[>»|])",
    re.IGNORECASE,
)
_READ_MORE_END = re.compile(r"\bread more\s*$", re.IGNORECASE)
_CAPTION_START = re.compile(
    r"(?:FILE(?: PHOTO| PICTURE)?\s*[-–—:]|(?:File|Handout|Undated) (?:photo|picture|image)\b"
    r"|(?:Photo|Image|Picture|Pictured)(?: caption)?\s*:|Image (?:copyright|caption)\b|Media caption\b)"
)
_PHOTO_WORDS = r"(?:[Pp]hotos?|[Pp]hotograph|[Ii]mages?|[Pp]ictures?|PHOTO|[Ff]ile(?: photo)?|[Aa]rchives?|[Hh]andout)"
_PHOTO_CREDIT = (
    rf"[(\[](?:[^()\[\]]{{0,60}}\b{_PHOTO_WORDS}\b[^()\[\]]{{0,60}}|{AGENCY}(?:[/,\s][^()\[\]]{{0,40}})?"
    rf"|[^()\[\]]{{0,40}}[/,]\s?{AGENCY}|[A-Z][\w ]{{1,30}} and [Aa]gencies)[)\]]\.?"
)
_CREDIT_AT_END = re.compile(rf"\s*(?:{_PHOTO_CREDIT}|(?<=[.?!]\s){AGENCY}/\S.{{0,60}})\s*$")
_CREDIT_INSIDE = re.compile(rf"{_PHOTO_CREDIT}(?=\s+[\"“A-Z])")
_CREDIT_LINE = re.compile(
    rf"(?:{AGENCY}\s*(?:/|Photo\b|via\b).{{0,60}}|[Pp]hoto(?:graph)?\s*(?::|by\b).{{1,60}}"
    rf"|.{{0,60}}/\s?{AGENCY}(?:\s*/.{{0,30}})?|[-–—]?\s?\(?{AGENCY}\)?\.?|\({_PHOTO_WORDS}\))$"
)
_AGENCY_DATE = re.compile(rf"{AGENCY}(?:\s+{DATE})?,?(?=\s+[A-Z\d\"“]|\s*$)")
_TOLD = re.compile(r"\b(?:told|to|by|with|from|the|and|of|for|tell|via|of the)\s*$", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?:;…。！？؟।][\"”’')\]»]*\s*$")


def is_finished(text: str, start: int, end: int) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return bool(_TERMINAL.search(text[max(start, end - 12) : end]))


# --- a whole paragraph ------------------------------------------------------------------------


def boilerplate(text: str, start: int, end: int) -> list[Piece]:
    """A paragraph of site matter: "Read more", "Copyright …", "Sign up …"."""
    piece = text[start:end]
    if _READ_MORE_END.search(piece) and len(piece) < 200:
        return [(start, end, "boilerplate")]
    if _BOILERPLATE.match(piece) and len(piece.split()) <= 60:
        return [(start, end, "boilerplate")]
    return []


def credit_line(text: str, start: int, end: int) -> list[Piece]:
    """A paragraph that only credits: "(Reporting by …)", "AP Photo/…", "-AFP"."""
    piece = text[start:end]
    if len(piece) > 300:
        return []
    if _CREDIT_LINE.match(piece) or _CREDIT_TAIL.match(piece) or _CONTRIBUTED.match(piece):
        return [(start, end, "credit")]
    return []


def byline(text: str, start: int, end: int) -> list[Piece]:
    """A paragraph "By Name Surname"."""
    return [(start, end, "byline")] if _BYLINE.match(text, start, end) else []


def caption(text: str, start: int, end: int) -> list[Piece]:
    """A paragraph that starts or ends as photo captions do; its credit is a piece of its own."""
    credit = _CREDIT_AT_END.search(text, start, end)
    if not credit and not _CAPTION_START.match(text, start, end):
        return []
    if credit and len(text[start:end]) > 700:
        return []
    last = credit.start() if credit else end
    pieces: list[Piece] = [(start, last, "caption")] if trim(text, start, last) else []
    if credit:
        at = trim(text, credit.start(), end)
        pieces += [(*at, "credit")] if at else []
    return pieces


WHOLE: tuple[Callable[[str, int, int], list[Piece]], ...] = (
    boilerplate,
    credit_line,
    byline,
    caption,
)


def whole(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of a paragraph that is furniture from end to end, or nothing."""
    return next((pieces for look in WHOLE if (pieces := look(text, start, end))), [])


# --- the start of a paragraph -----------------------------------------------------------------


def stamp(text: str, start: int, end: int) -> int:
    """Where a date stamp at ``start`` ends, or ``start``."""
    match = STAMP.match(text, start, end)
    if not match or not re.match(r"\s*(?:[A-Z\d\"“‘(]|Get short|$)", text[match.end() : end]):
        return start
    rest = re.compile(r"\s*Get short URL(?:\s+\d+)*(?!\w)|\s+SEND http\S+").match(
        text, match.end(), end
    )
    return rest.end() if rest else match.end()


def dateline(text: str, start: int, end: int, after_furniture: bool = False) -> int:
    """Where a dateline at ``start`` ends ("BEIRUT (Agency) -"), or ``start``."""
    match = DATELINE.match(text, start, end)
    if not match and after_furniture:
        match = _BARE_DATELINE.match(text, start, end)
    return match.end() if match else start


def late_dateline(text: str, start: int, end: int) -> Range | None:
    """A dateline that stands behind a headline in the same paragraph."""
    match = _STRONG_DATELINE.search(text, start, min(end, start + 700))
    return match.span() if match else None


def late_stamp(text: str, start: int, end: int) -> Range | None:
    """A date stamp behind a headline in the same paragraph, with no full stop between."""
    match = re.search(rf"(?<=\w\s){DATE}(?=\s+[A-Z])", text[start : min(end, start + 250)])
    if not match or re.search(r"[.!?]\s", text[start : start + match.start()]):
        return None
    return start + match.start(), start + match.end()


def late_credit(text: str, start: int, end: int) -> Range | None:
    """An agency between headline and lead: "Town falls to rebels AFP Rebels seized …"."""
    stop = min(end, start + 300)
    for match in _AGENCY_DATE.finditer(text, start, stop):
        before = text[start : match.start()]
        if re.search(r"[.!?]\s", before):
            return None
        if not re.search(r"\w\s$|^$", before) or _TOLD.search(before):
            continue
        if before or match.end() - match.start() > 6 or re.match(r"\s+[A-Z]", text[match.end() :]):
            return match.span()
    return None


# --- the inside and the end of a paragraph ----------------------------------------------------


def inner_caption(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """A caption run into the body: its range and that of the credit that gives it away."""
    match = _CREDIT_INSIDE.search(text, start, min(end, start + 600))
    if not match or re.search(r"[.!?]\s", text[start : match.start() - 2]):
        return None
    return (start, match.start()), match.span()


def tail(text: str, start: int, end: int) -> Iterator[Piece]:
    """Pieces behind the last full stop of the report, last first."""
    while True:
        cut = _last_stop(text, start, end)
        at = trim(text, cut, end) if cut else None
        if not at or (role := _tail_role(text[at[0] : at[1]])) is None:
            return
        yield (*at, role)
        end = at[0]


_TAIL_START = re.compile(
    rf"(?<!\b[A-Z])[.!?][\"”’')]*(?:\s+(?=\S)|(?=[-–—]\s?{AGENCY}))"
    r"|\s(?=(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b)"
    rf"|\s(?=Our Standards:|Source:? (?:{AGENCY}|[A-Z]\w+ and agencies)|Tags\s)"
    rf"|\s(?=\((?:Source|With|Reporting|Editing)\b)|\s(?=[-–—]{AGENCY})"
)


def _last_stop(text: str, start: int, end: int) -> int:
    """Where the last sentence before a trailing fragment ends; 0 if there is none."""
    found = 0
    window = max(start, end - 400)
    for match in _TAIL_START.finditer(text[window:end]):
        if text[window + match.end() : end].strip():
            found = window + match.end()
    return found


def _tail_role(piece: str) -> Role | None:
    words = piece.split()
    if _CREDIT_TAIL.match(piece) or _CREDIT_LINE.match(piece):
        return "credit"
    if _BOILERPLATE.match(piece):
        return "boilerplate"
    if len(words) == 1 and re.fullmatch(r"[A-Z/]{2,12}", piece):
        return "boilerplate"
    if len(words) <= 8 and re.fullmatch(
        r"(?:[A-Z][\w.'’-]*|al-\w+|/|and)(?:[\s/]+(?:[A-Z][\w.'’-]*|al-\w+|/|and))*", piece
    ):
        return "byline" if len(words) > 1 else "boilerplate"
    return None
