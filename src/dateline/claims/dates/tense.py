"""Whether an expression of time points forward, by the verb that governs it.

"The army said on Thursday it would open the road on Friday": the first day has passed, the second
is to come. What counts is the nearest verb before the expression in its clause, or the nearest
after it where it opens the clause.
"""

from __future__ import annotations

import re

from dateline.text.wordlist import words

_FUTURE = words(
    "will would shall should ll may might could can must going plan plans planned scheduled due"
    " expected set slated vows vowed intends intended hopes hoped upcoming forthcoming deadline"
    " ahead"
)
_PAST = words(
    "said says say told was were had has have did been killed began begun came went took taken"
    " made held met fought fell fallen left lost won shot struck hit broke broken drove driven"
    " brought sent saw seen found kept gave given got flew rose led put set blew spoke wrote ran"
    " became withdrew shook burnt swept cut"
)
_NO_VERBS = words("red bed need indeed hundred united sacred kindred speed seed naked wicked")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.;!?\n“”\"]")
_REACH = 140


def is_future(text: str, start: int, end: int, default: bool = False) -> bool:
    """Whether the words around ``text[start:end]`` speak of what is to come.

    ``default`` is the answer where no verb stands near.
    """
    before = _clause(text[max(0, start - _REACH) : start])[::-1]
    verdict = _nearest(before, backwards=True)
    if verdict is None:
        rest = _BREAK.split(text[end : end + _REACH], maxsplit=1)[0]
        verdict = _nearest(_words(rest), backwards=False)
    return default if verdict is None else verdict


def _clause(before: str) -> list[str]:
    return _words(_BREAK.split(before)[-1])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _nearest(ordered: list[str], backwards: bool) -> bool | None:
    """Future (True) or past (False) by the first verb met; ``None`` where there is none."""
    for n, word in enumerate(ordered):
        before = ordered[n + 1 : n + 2] if backwards else ordered[n - 1 : n] if n else []
        if before in (["be"], ["would"], ["will"]) and word not in _FUTURE:
            return True
        if word in _FUTURE:
            return not (word in ("set", "planned") and before in (["had"], ["have"], ["has"]))
        if word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NO_VERBS):
            return False
    return None
