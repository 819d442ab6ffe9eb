"""Headlines that a text repeats before its lead, with or without a full stop between the two."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.text.agencies import AGENCY
from dateline.text.openers import NUMBERS, OPENERS, UNFINISHED
from dateline.text.paragraphs import Range
from dateline.text.stamps import DATE, stamp
from dateline.text.tokens import Tokens, tokenize

_SAME = 0.8
_CUT_SHORT = 0.6
_CLOSING = re.compile(r"[\s.!?\"”’')]{0,8}[.!?][\"”’')]*+|[\"”’')]{1,3}")
_STOP = re.compile(r"[.!?]\s")
_MARK_REACH = 300


# --- the title that came with the report ------------------------------------------------------


def repeated_title(text: str, start: int, end: int, title: str) -> int:
    """Where the report's own title ends if the text begins by repeating it, else ``start``."""
    wanted = _keys(title)
    if len(wanted) < 4:
        return start
    here = tokenize(text, start, min(end, start + 2 * len(title) + 40))
    same = 0
    while same < min(len(wanted), len(here)) and wanted[same] == here.keys[same]:
        same += 1
    if same < max(4, _SAME * len(wanted)) and not (same >= 6 and same >= _CUT_SHORT * len(wanted)):
        return start
    closing = _CLOSING.match(text, here.ends[same - 1], end)
    return closing.end() if closing else here.ends[same - 1]


@lru_cache(maxsize=16)
def _keys(title: str) -> tuple[str, ...]:
    return tokenize(title).keys


# --- marks between headline and lead ----------------------------------------------------------

_LATE_DATE = re.compile(rf"(?<=\w\s){DATE}")
_AGENCY_DATE = re.compile(
    rf"(?<!\S){AGENCY}(?:\s{{1,3}}{DATE}(?=\s)|,?(?=\s{{1,3}}[A-Z\d\"“]|\s*$))"
)
_LAST_WORD = re.compile(r"(\S+)\s$")
_TELLERS = UNFINISHED | frozenset({"agency", "news", "via", "tell", "of", "including", "like"})


def late_stamp(text: str, start: int, end: int, fewest: int) -> Range | None:
    """A date stamp behind a headline of at least ``fewest`` words, with no full stop between."""
    match = _LATE_DATE.search(text, start, min(end, start + _MARK_REACH))
    if not match or not _can_be_headline(text, start, match.start(), fewest):
        return None
    last = stamp(text, match.start(), end)
    # A date before a photo credit belongs to its caption.
    closed = last > match.start() and not text[last : last + 2].strip().startswith(("(", "["))
    return (match.start(), last) if closed else None


def late_credit(text: str, start: int, end: int, fewest: int) -> Range | None:
    """An agency between headline and lead: "Town falls to rebels AFP Rebels seized …"."""
    for match in _AGENCY_DATE.finditer(text, start, min(end, start + _MARK_REACH)):
        dated = re.search(r"\d", match.group())
        if match.start() == start and fewest > 1:
            return match.span() if dated else None
        if match.start() > start and not _can_be_headline(text, start, match.start(), fewest):
            continue
        if dated or _next_word(text, match.end(), end) in OPENERS | NUMBERS:
            return match.span()
    return None


def _can_be_headline(text: str, start: int, end: int, fewest: int) -> bool:
    """Whether ``text[start:end]``, up to a mark, reads as a headline without its full stop."""
    last = _LAST_WORD.search(text, max(start, end - 40), end)
    return (
        last is not None
        and last[1].lower() not in _TELLERS
        and last[1][-1] not in ",;:"
        and len(text[start:end].split()) >= fewest
        and not _STOP.search(text, start, end)
    )


def _next_word(text: str, at: int, end: int) -> str:
    match = re.compile(r"\s{0,3}(\w+)").match(text, at, end)
    return match[1] if match else ""


# --- a headline that runs into its lead -------------------------------------------------------

_FEWEST, _MOST = 4, 22
_LEAD_WORDS = 6
_LONG_WORD = 4
_SHARED = 2
_GRAM = 4
_LABEL_LENGTH = 40
_TITLE_LENGTH = 240


def run_in_headline(text: str, start: int, end: int) -> int:
    """Where a headline without a full stop ends and its lead begins, or ``start``.

    Sure only where a word that opens sentences stands in mid-sentence, and either the words before
    it are capitalised as titles are, or the lead takes them up again.
    """
    words = tokenize(text, start, min(end, start + 600))
    for n in range(_FEWEST, min(_MOST, len(words) - _LEAD_WORDS)):
        if _STOP.search(text, start, words.starts[n]):
            break
        if opens_lead(text, words, n) and (
            _in_title_case(words, n) or _shares(words.keys[:n], words.keys[n : n + 3 * _MOST])
        ):
            return words.starts[n]
    return _mirrored(text, start, words)


def _mirrored(text: str, start: int, words: Tokens) -> int:
    """Where a lead begins that says four words of the headline again, or ``start``.

    The lead begins with the last capital between the two places.
    """
    seen: dict[tuple[str, ...], int] = {}
    for n in range(min(2 * _MOST, len(words)) - _GRAM):
        if _STOP.search(text, start, words.starts[n]):
            break
        first = seen.setdefault(words.keys[n : n + _GRAM], n)
        plain = sum(
            words.surface(i).islower() and len(words.keys[i]) > 3 for i in range(n, n + _GRAM)
        )
        if n >= first + _GRAM and plain >= 2:
            between = range(n, max(first + _GRAM, _FEWEST) - 1, -1)
            return next((words.starts[i] for i in between if may_open(text, words, i)), start)
    return start


def may_open(text: str, words: Tokens, n: int) -> bool:
    """Whether a capital and the word before it allow a sentence to begin with word ``n``."""
    spaced = text[words.ends[n - 1] : words.starts[n]] == " "
    capital = words.surface(n)[0].isupper()
    return spaced and capital and words.surface(n - 1).lower() not in UNFINISHED


def opens_lead(text: str, words: Tokens, n: int) -> bool:
    """Whether word ``n`` opens a sentence although no mark stands before it."""
    word, before, after = words.surface(n), words.surface(n - 1), words.surface(n + 1)
    if text[words.ends[n - 1] : words.starts[n]] != " " or before.lower() in UNFINISHED:
        return False
    if text[words.ends[n] : words.starts[n + 1]] != " ":
        return False
    if word in NUMBERS:
        return after.islower()
    if word not in OPENERS:
        return False
    return after[0].islower() or after[0].isdigit() or word in {"The", "A", "An", "In", "At"}


def _in_title_case(words: Tokens, n: int) -> bool:
    long = [w for i in range(n) if len(w := words.surface(i)) >= _LONG_WORD and w.isalpha()]
    return len(long) >= 3 and all(w[0].isupper() for w in long)


def taken_up(text: str, headline: Range, lead: Range) -> bool:
    """Whether a sentence takes up the one before it as leads take up headlines."""
    return _shares(tokenize(text, *headline).keys, tokenize(text, *lead).keys)


def _shares(headline: tuple[str, ...], lead: tuple[str, ...]) -> bool:
    """Whether the lead repeats at least two content words, and a third of them all."""
    content = {w for w in headline if len(w) >= _LONG_WORD and w not in UNFINISHED}
    shared = len(content & set(lead))
    return shared >= _SHARED and 3 * shared >= len(content)


def title_cased(text: str, start: int, end: int) -> bool:
    """Whether a short paragraph capitalises every long word, as headlines do and prose does not."""
    if end - start > _TITLE_LENGTH:
        return False
    words = tokenize(text, start, end)
    long = [w for i in range(len(words)) if len(w := words.surface(i)) > _LONG_WORD and w.isalpha()]
    few = len(words) <= _MOST and len(long) >= _LONG_WORD
    return few and all(w[0].isupper() for w in long) and any(not w.isupper() for w in long)


def is_label(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is a few words in capitals, as headings with a full stop are."""
    piece = text[start:end]
    return piece.isupper() and end - start <= _LABEL_LENGTH and not piece.endswith(("?", "!", ":"))
