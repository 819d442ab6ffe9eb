"""Which reading of a word its neighbours allow: verb or noun, and with the particle it needs."""

from __future__ import annotations

from dateline.claims.words.deeds import TRIGGERS, Trigger
from dateline.claims.words.tagged import Tagged
from dateline.text.wordlist import words

_NOUNLY = frozenset("djgnx'")
_PLAIN_NOUN = ("da", "ja", "ga", "na")
_VERBLY = frozenset("iuNR")
_FIRED = words("under open opened opening opens")
_SHELLS = words("mortar rocket artillery tank missile cluster barrel car truck air drone")
_SCENES = words("site sites scene victims survivors")


def reading(tagged: Tagged, at: int, lo: int, hi: int) -> Trigger | None:
    """The reading of the word at ``at`` in the sentence ``lo`` to ``hi``, ``None`` for none."""
    readings = TRIGGERS.get(tagged.lower[at], ())
    nouns = [r for r in readings if r.form == "noun"]
    verbs = [r for r in readings if r.form != "noun" and _is_followed(tagged, at, hi, r)]
    if nouns and (not verbs or _is_noun(tagged, at, lo)):
        return nouns[0] if _is_deed(tagged, at) else None
    if not verbs or (not nouns and _is_nounly(tagged, at, lo, verbs[0])):
        return None
    return verbs[0]


def _is_deed(tagged: Tagged, at: int) -> bool:
    """Not every noun is one: "an attack site" is a place, "fire" is an attack if it was opened."""
    if tagged.lower[at] == "fire":
        return not _FIRED.isdisjoint(tagged.lower[max(at - 3, 0) : at])
    return tagged.lower[at + 1] not in _SCENES


def _is_followed(tagged: Tagged, at: int, hi: int, trigger: Trigger) -> bool:
    """Whether a verb has the word it needs: "pushed into", "drove … out"."""
    if not trigger.after:
        return True
    most = at + (2 if trigger.frame == "go" else 3 if trigger.frame != "fire" else 9)
    most = at + 12 if trigger.frame == "oust" else most
    return any(w in trigger.after for w in tagged.lower[at + 1 : min(hi, most + 1)])


def _is_noun(tagged: Tagged, at: int, lo: int) -> bool:
    """Whether a word that may be verb or noun is a noun here."""
    before = tagged.tags[at - 1] if at > lo else "."
    after = tagged.tags[at + 1 : at + 2]
    if tagged.lower[at + 1] in _SCENES:
        return True
    if before in _VERBLY or (before == "r" and tagged.lower[at - 1] != "her"):
        return False
    if before == "v":
        return not tagged.lower[at].endswith(("ing", "ed")) or (
            after in ("p", "o") and (tagged.lower[at].endswith("ing") is False)
        )
    if tagged.tags[max(at - 2, lo) : at] in _PLAIN_NOUN:
        return True
    if before in _NOUNLY or before in "poyf" or after in ("o", "y"):
        return True
    if after in ("d", "C", "r", "g", "n"):
        return False
    return after != "L"


def _is_nounly(tagged: Tagged, at: int, lo: int, trigger: Trigger) -> bool:
    """Whether a verb's base form stands where only a noun can ("the target")."""
    if trigger.form not in ("base", "third"):
        return False
    before = tagged.tags[at - 1] if at > lo else "."
    after = tagged.tags[at + 1 : at + 2]
    is_shells = tagged.lower[at].endswith("s") and tagged.lower[at - 1] in _SHELLS
    if before in "djgxo'npyf" or is_shells:
        return True
    return before in "hmaCgSL" and after in ("a", "t", ".", "", ",", "c", "v", "u")


def is_past_form(trigger: Trigger) -> bool:
    """Whether the form can be a participle."""
    return trigger.form in ("past", "participle")
