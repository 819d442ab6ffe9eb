"""The letter of a word for expressions of time.

``m`` month, weekday, season, or a day by itself ("today"), ``u`` unit of time, ``g`` "ago", ``x``
which of several ("last", "early"), ``a`` a count, ``h`` "the", ``p`` part of a stretch ("end"),
``t`` "at", "over", ``n`` time of day, ``d`` figure.
"""

from __future__ import annotations

from dateline.claims.words.letters.nothing import NOTHING

_LETTERS = {
    "m": """jan january feb february mar march apr april may jun june jul july aug august sep sept
        september oct october nov november dec december mon monday tue tuesday wed wednesday thu
        thurs thursday fri friday sat saturday sun sunday spring summer autumn fall winter yesterday
        today tonight tomorrow overnight""",
    "u": """hour hours day days week weeks weekend month months year years decade decades""",
    "g": "ago",
    "x": "early late mid earlier later last next this coming past recent previous",
    "a": """a an one two three four five six seven eight nine ten eleven twelve twenty several few
        many couple""",
    "h": "the",
    "p": "start beginning end middle first",
    "t": "at over",
    "n": "noon midday dawn daybreak dusk nightfall",
}
_LETTER_OF = {word: letter for letter, listed in _LETTERS.items() for word in listed.split()}


def letter(word: str) -> str:
    """The letter of a word without hyphens and apostrophes."""
    return "d" if word[0].isdigit() else _LETTER_OF.get(word.lower(), NOTHING)
