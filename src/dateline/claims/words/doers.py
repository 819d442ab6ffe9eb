"""Common nouns that name doers, with the type that they give to a phrase."""

from __future__ import annotations

from dateline.model import SourceType
from dateline.text.wordlist import words

# The head of a phrase decides its type, except where `open` leaves it to the words before.
_HEADS: dict[SourceType, str] = {
    "state military": """
        army armies troops soldiers soldier servicemen military conscripts commandos navy gunboats
        jets jet warplanes warplane aircraft planes plane helicopters helicopter bombers drones
        drone gunships warships artillery paratroopers marines infantry police policemen officers
        garrison border-guards gendarmes gendarmerie airmen
    """,
    "government": """
        government governments regime ministry authorities junta
    """,
    "armed group": """
        fighters fighter militants militant rebels rebel insurgents insurgent gunmen gunman
        guerrillas guerrilla militia militias militiamen militiaman paramilitaries paramilitary
        jihadists jihadist jihadis jihadi terrorists terrorist extremists extremist separatists
        separatist mercenaries mercenary warlord warlords bomber assailants assailant
        attackers attacker hijackers kidnappers islamists islamist insurgency secessionists
        volunteers loyalists
    """,
    "coalition": "coalition coalitions alliance",
    "monitor": "monitor monitors watchdog watchdogs observatory",
    "organisation": "charity charities organisation organization ngo opposition mission",
}
_OPEN = """
    forces force units unit brigade brigades battalion battalions division divisions regiment
    group groups grouping groupings faction factions movement movements front
    combatants allies ally backers operatives members commanders commander leaders leader
    side sides tribesmen tribes recruits columns convoy convoys patrol patrols supporters
    affiliate offshoot organizations organisations men
"""

HEADS: dict[str, SourceType | None] = {
    **dict.fromkeys(_OPEN.split()),
    **{word: kind for kind, listed in _HEADS.items() for word in listed.split()},
}

# Words that, before an open head, say what sort of force it is.
MODIFIERS: dict[str, SourceType] = {
    **dict.fromkeys(
        words(
            "government regime army military state loyalist security police armed-forces air navy "
            "federal national regular border"
        ),
        "state military",
    ),
    **dict.fromkeys(
        words(
            "rebel opposition insurgent islamist jihadist jihadi militant militia tribal extremist "
            "terrorist separatist anti-government paramilitary armed pro-government pro-regime "
            "anti-regime guerrilla takfiri hardline Islamist"
        ),
        "armed group",
    ),
    **dict.fromkeys(words("coalition allied multinational"), "coalition"),
}
# Adjectives that may stand in the phrase and say nothing about its type.
ADJECTIVES = words(
    """
    new main largest biggest leading powerful small large foreign local regional ground special
    elite joint regular irregular outlawed rival moderate mainstream hardline radical ultra
    anti-terror counter-terrorism ethnic Western western eastern northern southern central former
    remaining surviving trapped pro anti ruling
    democratic national international multinational military security armed tribal federal
    provincial official heavily mainly mostly predominantly suicide terror opposing warring
    chief so-called same entire whole more fewer own pro-Western US-trained popular civilian
    Islamist jihadist takfiri hostile enemy friendly embattled exiled interim transitional
    provisional war internationally-recognised internationally recognised recognized self-styled
    self-declared self-proclaimed
    """
)
# Heads whose phrase flies: what it does to a place from above is an air strike.
FLYING = words(
    """
    jets jet warplanes warplane aircraft planes plane helicopters helicopter bombers drones drone
    gunships air-force airmen
    """
)
# Heads that stand for a group that was named before ("the group", "the organisation").
BACKWARD = words(
    """
    group organisation organization movement militia faction alliance grouping coalition monitor
    """
)
# Heads behind a name that make the name an armed group's ("Hazaf fighters", "the Hazaf group").
NAMING = words(
    """
    fighters fighter militants militant terrorists terrorist jihadists jihadist extremists group
    faction movement organisation organization operatives members commanders commander combatants
    units men
    """
)
MANY = words("fighters members militants troops soldiers commanders leaders operatives units")
# Heads that before a common noun are adjectives: "a military newspaper", "state television".
ADJECTIVAL = words("military militant jihadist terrorist separatist extremist islamist opposition")
# Heads that are people, each a doer of their own: with a capital they still make no name.
PERSONAL = words(
    """
    fighters fighter militants militant rebels rebel insurgents insurgent gunmen gunman guerrillas
    militiamen paramilitaries jihadists jihadist terrorists terrorist extremists extremist soldiers
    soldier troops bomber attackers attacker members commanders commander leaders leader allies
    warplanes jets aircraft policemen loyalists supporters separatists
    """
)
# Compounds whose noun is a doer: "Iranian-backed Hazaf". Behind "-held" stands a place.
BACKING = words("-backed -led -allied -aligned -supported -trained -dominated")
