"""What a text lost on its way, judged from the text alone.

Each kind needs a trace that intact prose does not leave; absence alone is never damage. What only a
sister version can show (marks that it has and this text has not) is found by collation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.model import Damage, Span
from dateline.text.fold import APOSTROPHES, DOUBLE_QUOTES
from dateline.text.openers import UNFINISHED
from dateline.text.paragraphs import Range, trim
from dateline.text.tried import tried, word_start

_EXAMPLES = 3
_LONG_WORDS = 150
_WORD_LENGTH = 40


def damage(text: str) -> tuple[Damage, ...]:
    """The kinds of damage that the text itself shows, each with its first examples."""
    tokenised = _is_tokenised(text)
    found = [
        None if tokenised else _quotes_lost(text),
        None if tokenised else _apostrophes_lost(text),
        _commas_lost(text),
        _joined(text),
        _kind("characters lost", text, _LOST.finditer(text)) if _MAY_BE_LOST.search(text) else None,
        None if text.isascii() else _kind("encoding broken", text, _MOJIBAKE.finditer(text)),
    ]
    return tuple(d for d in found if d)


def _kind(kind: str, text: str, matches: Iterable[re.Match[str]]) -> Damage | None:
    return _damage(kind, text, [span for m in matches if (span := trim(text, *m.span()))])


def _damage(kind: str, text: str, at: list[Range]) -> Damage | None:
    spans = tuple(Span.of(text, *span) for span in at[:_EXAMPLES])
    return Damage(kind, len(at), spans) if at else None


_STANDS_APART = re.compile(r" [.,](?=\s|$)")


def _is_tokenised(text: str) -> bool:
    """Whether every mark stands apart, as in corpora cut into words."""
    apart = sum(1 for _ in _STANDS_APART.finditer(text))
    return apart > 0.5 * max(1, text.count(".") + text.count(","))


# --- quotation marks --------------------------------------------------------------------------

# One class of characters first, what stands around them after it: so the text is scanned fast.
_QUOTES = re.compile(
    rf"[{DOUBLE_QUOTES}‘’'`€「『《](?:(?<=[{DOUBLE_QUOTES}「『《])|(?<=[‘'`])(?<!\w.)(?=\w)"
    r"|(?<=[’'])(?:(?<=\w.)|(?<=\w[.,!?].))(?!\w)|(?<=â€)[œ\x9d˜])"
)
# The marks were taken out and their spaces were left: "in Syria , it said", "the  caliphate  fell".
_BEFORE_COMMA = re.compile(r"\b\w{2,30} +,(?=\s+\w)")
_DOUBLE_SPACE = re.compile(r"\b[^\W\d_]{1,30},?  (?=[^\W\d_])")
_CLOSING = re.compile(r"[a-z],  (?:[\w.'-]{1,20} ){0,6}?(?:said|says|told|added|wrote)\b")
_CLOSINGS = 2
# "Honduras  president": here the mark was an apostrophe.
_AFTER_S = re.compile(r"s +$")


def has_quotes(text: str) -> bool:
    """Whether the text has quotation marks of any style."""
    return bool(_QUOTES.search(text))


def _quotes_lost(text: str) -> Damage | None:
    """Gaps where marks stood, if a sign that no typing slip leaves goes with them.

    That sign is the gap between speech and speaker, twice ("the town,  he said"), or a lost
    apostrophe.
    """
    if ("  " not in text and " ," not in text) or has_quotes(text):
        return None
    spaced = _SPACED.search(text) and not _APOSTROPHE.search(text)
    if not spaced and len(_CLOSING.findall(text)) < _CLOSINGS:
        return None
    doubles = [m for m in _DOUBLE_SPACE.finditer(text) if not _AFTER_S.search(m.group())]
    gaps = [*_BEFORE_COMMA.finditer(text), *doubles]
    return _kind("quotation marks lost", text, sorted(gaps, key=lambda m: m.start()))


# --- apostrophes ------------------------------------------------------------------------------

_APOSTROPHE = re.compile(rf"[{APOSTROPHES}â](?:(?<=\w[{APOSTROPHES}])(?=\w)|(?<=â)€™)")
# "the army s advance", "it didn t": a space where the apostrophe was.
_SPACED = re.compile(r"\b[^\W\d_]{2,30} (?:s|t|re|ve|ll)\b(?=[\s.,;:)])")
# "the armys advance" cannot be told from a plural, but these forms exist with an apostrophe only.
_FUSED = re.compile(
    r"\b(?:[Dd](?:id|oes|o)nt|(?:[CcWw]|[Ss]h)ouldnt|(?:is|was|were|are|has|have|had)nt"
    r"|[Tt]hey(?:re|ve)|[Ww]eve|[Yy]oure|[Tt]hats|[a-z]{2,20}[^\Waeioub\d_A-Z]ys)\b"
)
# "Harbours mayor" beside "Harbour"; "the Americas", "Gamas in the field" are plurals.
_NAME_S = re.compile(r"[A-Z](?<!\w.)[a-z]{2,30}[ay](?<!day)s\b(?= ([a-z]+))")
_PLURAL_BEFORE = re.compile(r"\b(?:[Tt]he|[Oo]n|[Tt]wo|[Mm]any|[Mm]ost|[Aa]ll|these|those|few) $")
# What stands at the end of each, so that only the words before are looked at.
_SPACED_END = re.compile(r" (?:[st]|re|ve|ll)(?=[\s.,;:)])")
_FUSED_END = re.compile(r"(?:nt|ys|eyre|oure|eyve|eve|hats)\b")


def _apostrophes_lost(text: str) -> Damage | None:
    if _APOSTROPHE.search(text):
        return None
    found = [
        *tried(_SPACED, text, _word_starts(text, _SPACED_END)),
        *tried(_FUSED, text, _word_starts(text, _FUSED_END)),
        *_names_with_s(text),
    ]
    return _kind("apostrophes lost", text, sorted(found, key=lambda m: m.start()))


def _word_starts(text: str, ends: re.Pattern[str]) -> Iterator[int]:
    return (word_start(text, m.start()) for m in ends.finditer(text))


def _names_with_s(text: str) -> list[re.Match[str]]:
    found = [m for m in _NAME_S.finditer(text) if not _is_plural(text, m)]
    words = set(re.findall(r"[A-Z][a-z]+", text)) if found else set[str]()
    return [m for m in found if m.group()[:-1] in words]


def _is_plural(text: str, name: re.Match[str]) -> bool:
    start = name.start()
    return name[1] in UNFINISHED or bool(_PLURAL_BEFORE.search(text, max(0, start - 8), start))


# --- commas -----------------------------------------------------------------------------------

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# Where English prose has a comma: in long numbers, in dates, behind a quotation, before "adding".
_COMMA_DUE = re.compile(
    r"\b\d{5,7}\b(?= [a-z])"
    rf"|\b(?:{_MONTH}) \d{{1,2}} (?:19|20)\d\d\b"
    r"|\b[A-Za-z]{2,30}[\"”](?= (?:he|she|said|told|[A-Z][a-z]+ said)\b)"
    r"|\b(?!said|were)[a-z]{3,30} (?:adding|saying|including|citing|according to)\b"
    r"|(?<=[.] )(?:However|Meanwhile|Moreover) [A-Za-z]+\b"
    r"|\b(?!that|which|what|when|and|but|as|of)[A-Za-z]{2,30} (?:an?|the)"
    r" (?:[\w-]{2,20} ){1,3}said\."
)


# Where its alternatives can begin: here, with the word before, or some words before "said.".
_DUE_AT = (
    re.compile(r"\d(?<!\w.)\d{4}"),
    re.compile(rf"(?:{_MONTH}) \d"),
    re.compile("(?:However|Meanwhile|Moreover) "),
)
_DUE_BEHIND = (
    re.compile(" (?:adding|saying|including|citing|according to)\\b"),
    re.compile('["”] '),
)
_SAID = re.compile(r" said\.")
_SAID_REACH = 100
_TELLER = re.compile(r"\b(?=[A-Za-z]{2,30} (?:an?|the) )")


def _commas_lost(text: str) -> Damage | None:
    """Prose of many words with full stops but not one comma, where commas were due."""
    if re.search("[,،，、]", text) or len(text.split(None, _LONG_WORDS)) <= _LONG_WORDS:
        return None
    return _kind("commas lost", text, tried(_COMMA_DUE, text, _where_commas_are_due(text)))


def _where_commas_are_due(text: str) -> list[int]:
    starts = [m.start() for p in _DUE_AT for m in p.finditer(text)]
    starts += [at for p in _DUE_BEHIND for at in _word_starts(text, p)]
    for said in _SAID.finditer(text):
        at = max(0, said.start() - _SAID_REACH)
        starts += [m.start() for m in _TELLER.finditer(text, at, said.start())]
    return sorted(starts)


# --- sentences, characters, encoding ----------------------------------------------------------

# "ended.The next"; not "Shop.Com", not inside an address.
_JOINED = re.compile(r"[a-z]{2}[.!?][\"”’')]{0,3}[A-Z][a-z]++(?![.@/>])")
_JOINT = re.compile("[.!?](?<=[a-z]{2}.)")
_NOT_JOINED = re.compile(r"[@/]|\.(?:Com|Net|Org|Gov)$")


def _joined(text: str) -> Damage | None:
    joints = (m.start() - 2 for m in _JOINT.finditer(text))
    words = (_word(text, m) for m in tried(_JOINED, text, joints))
    at = [span for span in words if not _NOT_JOINED.search(text, *span)]
    return _damage("sentences joined", text, at)


def _word(text: str, match: re.Match[str]) -> Range:
    """The range of the match with the word that it ends."""
    start = match.start()
    while start and not text[start - 1].isspace() and match.start() - start < _WORD_LENGTH:
        start -= 1
    return start, match.end()


# U+FFFD stands for what could not be decoded; a question mark inside a word for an apostrophe.
_LOST = re.compile(r"\w{0,30}\ufffd++\w{0,30}|\b[^\W\d_]{2,30}\?(?:s|t|re|ve|ll)\b")
_MAY_BE_LOST = re.compile(r"[\ufffd?](?:(?<=\ufffd)|(?<=\w\?)(?=\w))")
_CP1252 = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# UTF-8 read as Latin-1 or Windows-1252, and control characters that no text has.
_MOJIBAKE = re.compile(
    rf"â€[{_CP1252}\x9d]|â[\x80-\x9f][\x80-\xbf]|(?<![A-ZÀ-Þ])Ã[{_CP1252}]|Â[\xa0-\xbf]"
    rf"|(?:[ÐÑ][{_CP1252}]){{2,}}|ðŸ|ï»¿|[\x80-\x84\x86-\x9f]+"
)
