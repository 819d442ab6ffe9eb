"""Verbs and nouns that tell what became of a place, each with the way it takes its parties.

The frames: ``take`` (somebody takes a place from somebody), ``lose``, ``fall`` (a place falls to
somebody), ``siege``, ``go`` (to a place), ``leave`` (a place), ``oust`` (somebody from a place),
``hit`` (a place or somebody), ``fire`` (something at a place), ``burst`` (something, at a place),
``fight`` (somebody with somebody).
"""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, NamedTuple, cast

from dateline.claims.words.inflect import inflect
from dateline.model import Deed
from dateline.text.wordlist import words

Frame = Literal[
    "take", "lose", "fall", "siege", "go", "leave", "oust", "hit", "fire", "burst", "fight"
]
Form = Literal["base", "third", "past", "participle", "ing", "noun"]


class Trigger(NamedTuple):
    """One reading of one word: ``after`` are words of which one must follow soon."""

    deed: Deed
    frame: Frame
    form: Form
    after: frozenset[str] = frozenset()
    settled: bool = False


_TOWARD = "into in toward towards on onto to ahead deeper further forward through across"
_OUT = "out from back off away"
# deed | frame | verbs | words that must follow (any of them; none: no condition)
_VERBS: list[tuple[Deed, Frame, str, str]] = [
    (
        "captured",
        "take",
        "capture recapture seize liberate conquer reclaim regain retake:retook:retaken "
        "overrun:overran:overrun wrest occupy",
        "",
    ),
    ("lost", "lose", "lose:lost:lost cede", ""),
    ("captured", "fall", "fall:fell:fallen", "to into"),
    ("besieged", "siege", "besiege encircle surround blockade", ""),
    ("advanced", "go", "advance march thrust:thrust:thrust", ""),
    ("advanced", "go", "push press move surge", _TOWARD),
    ("advanced", "go", "enter reach penetrate approach", ""),
    ("withdrew", "leave", "withdraw:withdrew:withdrawn retreat", ""),
    ("withdrew", "leave", "pull", "out back"),
    ("withdrew", "leave", "evacuate abandon vacate flee:fled:fled", ""),
    ("lost", "oust", "drive:drove:driven push force kick flush chase", _OUT),
    ("lost", "oust", "expel:expelled:expelled oust eject dislodge evict rout", ""),
    (
        "attacked",
        "hit",
        "attack assault storm raid shell bombard bomb target strike:struck:struck pound "
        "hit:hit:hit ambush strafe",
        "",
    ),
    ("attacked", "hit", "gas:gassed:gassed", ""),
    ("attacked", "fire", "fire lob", "at into on in towards toward by from"),
    ("attacked", "burst", "explode detonate", ""),
    ("attacked", "burst", "blow:blew:blown", "up himself herself themselves"),
    ("fought", "fight", "clash battle fight:fought:fought", ""),
]
_NO_VERBS = words("gas gases gass")  # as good as always nouns
# Verbs that mean a deed only where a place is their object: "took the bridge", not "took part".
_SETTLED: list[tuple[Deed, Frame, str]] = [
    ("captured", "take", "take:took:taken win:won:won gain secure clear free"),
    ("withdrew", "leave", "leave:left:left"),
]
_NOUNS: list[tuple[Deed, Frame, str]] = [
    ("captured", "take", "capture recapture seizure liberation takeover"),
    ("lost", "lose", "loss"),
    ("captured", "fall", "fall"),
    ("besieged", "siege", "siege blockade encirclement"),
    ("advanced", "go", "advance advances push thrust incursion march gains"),
    ("withdrew", "leave", "withdrawal pullout retreat"),
    (
        "attacked",
        "hit",
        "attack attacks assault assaults offensive offensives shelling bombardment bombardments "
        "bombing bombings raid raids strike strikes counterattack counterattacks counter-attack "
        "counter-offensive counteroffensive onslaught ambush blast blasts explosion explosions "
        "campaign",
    ),
    (
        "air strike",
        "hit",
        "airstrike airstrikes air-strike air-strikes airstrikes sorties",
    ),
    ("attacked", "hit", "fire"),
    ("fought", "fight", "clashes clash fighting battle battles firefight skirmishes gunbattle"),
]

LAUNCHING = frozenset(
    form
    for verb in words(
        "launch carry conduct begin:began:begun start wage mount stage resume continue "
        "intensify renew run:ran:run make:made:made spearhead lead:led:led unleash deliver "
        "perpetrate execute open keep:kept:kept lay:laid:laid impose"
    )
    for form in inflect(verb)
)
SUFFERING = frozenset(
    form
    for verb in words(
        "face see:saw:seen witness suffer repel:repelled:repelled sustain resist foil thwart "
        "repulse"
    )
    for form in inflect(verb)
) | {"under"}


def _table() -> dict[str, tuple[Trigger, ...]]:
    table: dict[str, list[Trigger]] = defaultdict(list)
    rows = [(d, f, v, frozenset(a.split()), False) for d, f, v, a in _VERBS]
    rows += [(d, f, v, frozenset[str](), True) for d, f, v in _SETTLED]
    for deed, frame, verbs, after, settled in rows:
        for verb in verbs.split():
            for name, form in inflect(verb)._asdict().items():
                if form in _NO_VERBS:
                    continue
                table[form].append(Trigger(deed, frame, cast(Form, name), after, settled))
    for deed, frame, nouns in _NOUNS:
        for noun in nouns.split():
            table[noun].append(Trigger(deed, frame, "noun"))
    return {form: tuple(dict.fromkeys(readings)) for form, readings in table.items()}


TRIGGERS = _table()
# Verbs of striking that anything may do to anything: only somebody's, or a weapon's, is an attack.
COMMON_BLOWS = words(
    "hit hits hitting strike strikes struck striking target targets targeted targeting"
)
