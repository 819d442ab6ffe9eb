"""Boilerplate: what the site says, not the report ("Read more", "Copyright …", "Print Tweet")."""

from __future__ import annotations

import re

_STARTS = re.compile(
    r"""(?:
      read\s(?:more|also|next|or\sshare)\b | see\salso\b
    | related(?:\sstories|\sarticles|\scontent)?\s*:
    | scroll\s(?:down|for)\b | click\s(?:here|for\smore)\b | sign\sup\b | subscribe\b
    | follow\s(?:us|@|\w+\son)\b
    | follow\s.{1,50}\son\s(?:twitter|facebook|instagram)\b | share\sthis\b
    | copyright\s*(?:©|\(c\)|[\x80-\x9f]|\d{4}|by\b) | © | \(c\)\s | all\srights\sreserved
    | this\smaterial\smay\snot\sbe\b
    | (?:update:\s)?this\s(?:article|story|post)\s(?:is|was|has\sbeen)\s
      (?:an\sedited|a\stranslation|originally|first|updated)
    | got\sa\s(?:story|tip)\b | we\spay\sfor\b | contact\sus\b | get\sshort\surl | tags?\s[A-Z]
    | topics?\s*: | our\sstandards\s*: | story\shighlights | media\splayback\sis | play\sslideshow
    | external\slinks\sare | comment\svia | community\sstandards | enlarge\sthis\simage
    | toggle\scaption | download\sthe\b.{0,40}\bapp\b | story\scontinues | continue\sreading
    | terms\sof\s(?:use|service) | privacy\spolicy | about\sus$ | last\supdated?\b
    | this\sis\sa\sbreaking\snews | (?:\*\*)?want\s.{1,80}\sinbox | back\sto\stop
    | please\s(?:enable|upgrade\syour) | manage\snewsletters | watch: | updated\s(?:at|with)\b
    | for\smore\sinformation,?\s(?:visit|go\sto|please) | send\shttp | home\s*[>»|]
    | just\swatched\b | must\swatch\b | keep\sup\swith\sthis\sstory | disclaimer\s*:
    | \(?editor['’]?s['’]?\snote\b | \((?:[^()]{0,60}\s)?(?:corrects?|refiled|recasts)\s
    | this\sarticle\sis\smore\sthan | also\sread\s?: | more\s?:\s?[A-Z] | most\sread\sin\b
    | newsletter\ssign\sup\b | please\s(?:verify\syou|re-enter|try\sagain\slater)
    | invalid\se-?mail | you\smust\sselect\sa | thank\syou\sfor\ssubscribing
    | an\serror\shas\soccurred | view\sall\s.{1,40}\snewsletters
    | more\sfrom\s.{1,60}:$ | (?:next|prev(?:ious)?)$ | \[?click\sto\senlarge
    | advertisement\scontinue\sreading | facebook\stwitter\spinterest\s*$
    | twitter\s?:\s?@ | https?://\S+$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that also open sentences: boilerplate only where hardly anything follows.
_LABELS = re.compile(
    r"(?:advertisement|video|loading|close|recommended|most read|more on this|slideshow|replay"
    r"|now playing|hide caption|reprints?|photo|photos?:)\b",
    re.IGNORECASE,
)
_LABEL_WORDS = 5
_READ_MORE_END = re.compile(r"\bread more\s*$", re.IGNORECASE)
_WRITE_TO = re.compile(
    r"(?:write to|e-?mail|contact|follow|reach|send)\b.{1,160}?(?:\w@\w|(?<!\w)@\w)", re.IGNORECASE
)
# A newsletter is offered: to the reader, with what to do, and by a medium.
_OFFER = re.compile(
    r"\b(?:sign up|subscribe|register|(?:leave|enter|give) (?:us )?your|free to readers)\b", re.I
)
_MEDIUM = re.compile(
    r"\b(?:newsletters?|briefings?|bulletins?|digest|inbox|e-?mail|alerts?)\b", re.I
)
_YOU = re.compile(r"\byour?\b", re.I)
_RULE = re.compile(r"[\W_]+|\d{1,2}:\d\d(?::\d\d)?")
_LINK = re.compile(r"\[[^\[\]]{24,}\]")
_WORDS = 60
_OFFER_WORDS = 120

_COPYRIGHT = re.compile(r"\bCopyright\s*(?:©|\([cC]\)|[\x80-\x9f]|\d{4})|©")
_TOOL = (
    r"(?:Print|Tweet|Share|E-?mail|Views?|Comments?|Likes?|Save|Send|Facebook|Twitter|WhatsApp"
    r"|Google\+?|Pinterest|LinkedIn|Text [Ss]ize)"
)
_TOOLBAR = re.compile(rf"{_TOOL}(?:[\s:|]{{1,3}}(?:{_TOOL}|\d{{1,7}}(?!\w))){{1,12}}(?=\s|$)")
# What stands between two sentences of the body without a mark.
_INLINE = re.compile(
    r"(?:Slideshow \(\d+ images?\)|Media playback is (?:not supported|unsupported) on (?:this|your)"
    r" device|\[?Click to enlarge\]?|Hide Caption \d+ of \d+|(?:Toggle|Show) caption"
    r"|Enlarge this image)(?=\s)",
    re.IGNORECASE,
)


def is_boilerplate(piece: str) -> bool:
    """Whether a stripped paragraph or trailing fragment is matter of the site from end to end."""
    if _RULE.fullmatch(piece) or (len(piece) < 200 and _READ_MORE_END.search(piece)):
        return True
    if _is_offer(piece) and len(piece.split(None, _OFFER_WORDS)) <= _OFFER_WORDS:
        return True
    if _STARTS.match(piece) or _WRITE_TO.match(piece) or _LINK.fullmatch(piece):
        return len(piece.split(None, _WORDS)) <= _WORDS
    return bool(_LABELS.match(piece)) and len(piece.split(None, _LABEL_WORDS)) <= _LABEL_WORDS


def _is_offer(piece: str) -> bool:
    quoted = piece[:1] in "\"“‘'"
    return not quoted and all(sign.search(piece) for sign in (_MEDIUM, _OFFER, _YOU))


def toolbar(text: str, start: int, end: int) -> int:
    """Where a row of buttons and counters ends ("Print Tweet Views 1430"), or ``start``."""
    match = _TOOLBAR.match(text, start, min(end, start + 120))
    return match.end() if match else start


def inline(text: str, start: int, end: int) -> int:
    """Where matter of the site that was run into the sentence at ``start`` ends, or ``start``."""
    match = _INLINE.match(text, start, end)
    return match.end() if match else start


_RELATED = re.compile(
    r"(?:Sources?:?\s[^.!?\n]{2,60}?\s)?\bRelated (?:News|Stories|Articles|Topics|Content|Posts)\b"
    r"(?=:?\s+[A-Z])"
)


def related_list(text: str, start: int, end: int) -> int | None:
    """Where a list of other reports begins in the range, with the source line before it."""
    if text.find("Related ", start, end) < 0:
        return None
    match = _RELATED.search(text, start, end)
    return match.start() if match else None


def copyright_notice(text: str, start: int, end: int) -> int | None:
    """Where a copyright notice begins in the range; what follows it at the end is the site's."""
    if text.find("Copyright", start, end) < 0 and text.find("©", start, end) < 0:
        return None
    match = _COPYRIGHT.search(text, start, end)
    return match.start() if match else None
