"""Words that are verbs or something else: their neighbours decide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.claims.lexicon.closed import MAYBE_VERBS
from dateline.claims.lexicon.verbs import FORMS
from dateline.text.wordlist import words as words_of

_PLURALS = frozenset({"people", "police", "who", "which", "men", "women"})
_NAMING = frozenset({"called", "dubbed", "labelled", "labeled", "branded"})
_PUT = frozenset({"put", "puts"})  # "as she put it" alone is about words
_SELDOM = frozenset({"state", "document", "list", "record", "present", "project", "order", "rule"})
# Bare forms that are as often nouns; the others are verbs wherever a noun stands before them.
_NOUNS_TOO = words_of(
    """
    report claim state call plan offer demand request hope fear note comment tweet post remark reply
    answer joke boast vow pledge promise aim wish desire want estimate forecast project guess doubt
    feel find view regard support back like love hate respect dislike regret trust worry dream
    wonder
    blame caution appeal order press push lobby campaign query address record list document present
    credit slam blast question challenge thank salute welcome quote detail label brand brief alert
    talk echo counter dispute fault mock rebuke hail praise threaten object signal show shout judge
    whisper
    yell chant dub broadcast refuse decline lament mention respond result charge
    """
)
_ALONE = frozenset({"all", "both", "many", "most", "some", "several", "few", "each", "another"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "’s", "'s", "get", "got"})
_HELPERS = _BE | {"has", "have", "had", "having", "’ve", "'ve", "’d", "'d"}


_UNSETTLED = re.compile("[Cv]|(?<=[hHwT])n")
_WRITTEN = frozenset({"email", "e-mail", "phone", "telephone", "text", "fax", "mail", "letter"})
# Verbs in -s that are plural nouns unless a clause or a name follows: "states", "addresses".
_PLURAL = _SELDOM | {"address", "talk", "label", "brand", "detail"}
_SAME = frozenset({"forecast", "broadcast"})  # in the past too
_SUBJECTS = frozenset("dnNhS#q")


def settle(words: Sequence[str], letters: list[str]) -> None:
    """Give ``n`` to reporting verbs that are nouns here, ``e`` to participles without a helper."""
    if "longer" in words and (at := words.index("longer")) and words[at - 1] == "no":
        letters[at - 1 : at + 1] = "!r"
    for match in _UNSETTLED.finditer("".join(letters)):
        i = match.start()
        if letters[i] == "C":
            letters[i] = _settled(words, letters, i)
        elif letters[i] == "v" and _is_participle(words, letters, i):
            letters[i] = "e"
        elif letters[i] == "n" and (_may_act(words, letters, i) or _does(words, i)):
            letters[i] = "v"


def _settled(words: Sequence[str], letters: Sequence[str], i: int) -> str:
    form = FORMS[words[i]][1]
    if words[i] == "informed" and words[i + 1 : i + 2] in (["sources"], ["source"]):
        return "n"
    if words[i] in _PUT:
        return "C" if words[i + 1 : i + 2] == ["it"] else "v"
    if form == "b":
        same = words[i] in _SAME and letters[i - 1 : i] in (["n"], ["N"])
        past = same and letters[i + 1 : i + 2] in (["T"], ["d"], ["#"], ["h"])
        return "C" if past or _is_base_verb(words, letters, i) else "n"
    if form == "s":
        return "n" if _is_noun(letters, i) or _is_plural(words, letters, i) else "C"
    return "e" if _is_participle(words, letters, i) else "C"


def _may_act(words: Sequence[str], letters: Sequence[str], i: int) -> bool:
    """Whether a word that is a noun or a verb is a verb: "who hit", "a storm that hit"."""
    said = letters[i - 1] == "T" and letters[i - 2 : i - 1] not in (["n"], ["N"])
    return words[i] in MAYBE_VERBS and not said


def _does(words: Sequence[str], i: int) -> bool:
    """Whether a word behind "who" or "she" is its verb by its ending: "who chairs"."""
    return words[i - 1] in {"who", "he", "she"} and words[i].endswith(("s", "ed"))


def group_start(letters: Sequence[str], i: int) -> int:
    """The first word of the group of the verb at ``i``: auxiliaries, adverbs, a day between."""
    while i > 0:
        if letters[i - 1] in "a!r":
            i -= 1
        elif letters[i - 1] == "D" and i > 1:
            i -= 2 if letters[i - 2] == "p" else 1
        else:
            break
    return i


def _is_base_verb(words: Sequence[str], letters: Sequence[str], i: int) -> bool:
    """Whether a bare form has a subject that it agrees with, an auxiliary, or a "to"."""
    first = group_start(letters, i)
    if "a" in letters[first:i] or first == 0:
        return first != 0 or "a" in letters[first:i]
    before, letter = words[first - 1], letters[first - 1]
    if letter == "t" or before in _PLURALS:
        return True
    if letter in "hH":
        return before not in {"he", "she", "it"}
    if words[i] in _SELDOM or letter not in "nN,)#Q":
        return False
    if words[i] not in _NOUNS_TOO:
        return True
    after = letters[i + 1] if i + 1 < len(letters) else ""
    if words[i] == "show" and after in ("T", "h"):
        return True  # "data from the survey show that": far from its subject
    plural = before.endswith("s") and not before.endswith(("ss", "us", "is"))
    return (plural or letter in ",)#Q") and after not in ("p", "f", ",", ".", "c", "C", "a", "")


def _is_noun(letters: Sequence[str], i: int) -> bool:
    """Whether a form in -s is a plural noun."""
    if i == 0 or letters[i - 1] in "dSpf#tvgGeC":
        return True
    after = letters[i + 1] if i + 1 < len(letters) else ""
    return after in ("f", "C", "a", "v")


def _is_plural(words: Sequence[str], letters: Sequence[str], i: int) -> bool:
    """Whether what is behind a word such as "states" or "rules" is nothing that it could govern."""
    verb = FORMS[words[i]][0]
    if verb.base not in _PLURAL:
        return False
    if words[i - 1] == "other":
        return True
    behind = "".join(letters[i + 1 : i + 3])
    if behind[:1] == "T":
        return behind[1:] not in _SUBJECTS
    return behind[:1] in ("", *",.;cfag") or (
        behind[:1] == "p" and words[i + 1] not in verb.particles
    )


def _is_participle(words: Sequence[str], letters: Sequence[str], i: int) -> bool:
    """Whether a past form hangs on a noun: "militias backed by", "the alleged raid"."""
    first = group_start(letters, i)
    if not _HELPERS.isdisjoint(words[first:i]):
        return False
    last = i + (letters[i + 1 : i + 2] == ["p"] and words[i + 2 : i + 3] == ["by"])  # "reported on"
    by = words[last + 1 : last + 2] == ["by"] and not _WRITTEN.intersection(words[i + 2 : i + 3])
    if i and words[i - 1] in _ALONE and not by and (i == 1 or letters[i - 2] in ",cbsT"):
        return False  # "all agreed that"
    if words[i] in _NAMING and i and letters[i - 1] == "n" and "v" in letters[:i]:
        return True  # "launched an operation called …"
    if by or i == 0:
        return by
    before = letters[i - 2] if letters[i - 1] == "T" else letters[i - 1]
    if before == "C":  # "deny reported plans", "prove that alleged"
        return letters[i + 1 : i + 2] in (["n"], ["C"])
    return letters[i - 1] in "dSpf"
