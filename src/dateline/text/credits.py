"""Credits: whose report or picture it is ("(Reporting by …)", "-AFP", "REUTERS/Name Surname")."""

from __future__ import annotations

import re

from dateline.text.agencies import AGENCY

_SOURCE = rf"(?:{AGENCY}|[Aa]gencies)"
_AND = r"(?:\s?[,/&;]|\sand)?\s?"
# "Additional reporting by Name in Place; Editing by Name"
_DESK = (
    r"(?:(?:Additional|Further)\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)"
    r"(?:\sfor\s[^.;]{1,40}?)?\sby\b"
)
PHOTO_WORDS = (
    r"(?:[Pp]hotos?|[Pp]hotograph|[Ii]mages?|[Pp]ictures?|PHOTO|[Ff]ile(?:\sphoto)?|[Aa]rchives?"
    r"|[Hh]andout|Shutterstock|Alamy|iStock)"
)
_WITH_AGENCIES = r"[A-Z][\w ]{1,30}\sand\s[Aa]gencies"
_WHOLE = re.compile(
    rf"""[(\[]?\s?(?:
        {_DESK}.{{0,400}}
      | (?:[Ww]ith\s|[Ss]ource:?\s?|[Ff]rom\s)?{_SOURCE}(?:{_AND}{_SOURCE}){{0,4}}
      | [Ss]ources?:\s?[^.]{{1,60}}
      | [Ss]ource\s{_WITH_AGENCIES} | (?<=[(\[]){_WITH_AGENCIES}
      | (?<=[(\[])[Ww]ith\s[^.()]{{0,40}}{_SOURCE} | (?<=[(\[])[^.()]{{1,30}}\sand\s{_SOURCE}
      | (?<=[(\[])(?:[Vv]ia\s)?[A-Z]\w{{1,20}}(?:\sNews)?(?=[)\]])
    )\s?[)\]]?\.{{0,3}}\s*$
    | [-–—]{{1,2}}\s?(?:(?i:{AGENCY})|[A-Z]\w{{1,20}})\.?\s*$
    | \({PHOTO_WORDS}\)$
    | {AGENCY}\s?(?:/|Photo\b|via\b).{{0,60}}$
    | [Pp]hoto(?:graph)?\s?(?::|by\b).{{1,60}}$
    | [^.!?]{{0,60}}[^.!?\s]\s?/\s?{AGENCY}(?:\s?/[^.]{{0,30}})?$
    | (?:Contributing|Information\sfrom):\s.{{1,120}}$
    | .{{0,120}}\b(?:contributed\s(?:reporting|to\sthis|from)
      |from\s(?:agencies|wire\s(?:services|reports)))\b
      .{{0,60}}$
    """,
    re.VERBOSE,
)
_LONGEST = 420

# A photo credit in brackets: "(AFP photo)", "(Name Surname/Agency)", "(Outlet and Agencies)".
PHOTO_CREDIT = (
    rf"[(\[](?:[^()\[\]]{{0,60}}\b{PHOTO_WORDS}\b[^()\[\]]{{0,60}}"
    rf"|{AGENCY}(?:[/,\s][^()\[\]]{{0,40}})?|[^()\[\]]{{0,40}}[/,]\s?{AGENCY}"
    rf"|{_WITH_AGENCIES})[)\]]\.?"
)

DESK_START = rf"\(?{_DESK}"


def is_credit(piece: str) -> bool:
    """Whether a stripped paragraph or trailing fragment is a credit from end to end."""
    return len(piece) <= _LONGEST and bool(_WHOLE.match(piece))
