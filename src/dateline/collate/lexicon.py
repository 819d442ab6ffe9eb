"""Closed word classes of English that collation weighs apart.

Other languages are collated without them: every word then counts as content, and labels and actor
nouns are not told apart from other rewording.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("the a an")

AUXILIARIES = _words(
    "is are was were be been being am has have had having do does did will would shall should can"
    " could may might must"
)

FUNCTION = (
    ARTICLES
    | AUXILIARIES
    | _words(
        "of in on at by to for from with as into onto over under after before between among amid"
        " during through against about around near off out up down upon than that which who whom"
        " whose this these those it its he him his she her hers they them their theirs we us our i"
        " my me you your and or but nor so yet if then while when where there here not no also both"
        " all any some such same other more most each what how why since until despite because"
        " although though like per via within without upon across late early"
    )
)

NEGATIONS = _words("not no never none nor neither without cannot nobody nothing")

# Head nouns that name people, groups and their seats: one of them for another is a renaming.
ACTORS = _words(
    "fighter militant rebel insurgent jihadist extremist terrorist gunman gunmen guerrilla"
    " mercenary radical separatist loyalist islamist soldier troop force army military militia"
    " paramilitary combatant attacker bomber occupier invader settler resistance mujahid mujahideen"
    " warplane aircraft jet drone group organisation organization movement faction party alliance"
    " coalition front brigade battalion gang cell network government regime authority"
    " administration state official officer spokesman spokeswoman spokesperson minister president"
    " leader commander chief head director governor king ruler dictator opposition activist"
    " dissident protester demonstrator campaigner monitor watchdog observatory agency newspaper"
    " channel network station reporter journalist people civilian citizen resident villager"
    " nationals migrant refugee worker scientist researcher expert analyst doctor medic rescuer"
    " police policeman guard agent company firm bank maker giant capital stronghold bastion city"
    " town village region province territory country nation side ally enemy foe martyr victim"
    " volunteer kurds arabs"
)

# Words by which a label is tied to a name: "the group known as", "so-called".
LABEL_TIES = _words("known called so self styled proclaimed declared dubbed named based backed")
LABEL_WORDS = LABEL_TIES | _words(
    "terror terrorist extremist militant jihadist islamist radical notorious opposing opposition"
    " pro anti led linked affiliated allied takfiri rebel armed banned outlawed de facto britain"
    " london uk syrian iranian"
)

REPORTING = _words(
    "said says say told tells reported reports added stated announced claimed claims according"
    " confirmed denied warned"
)

# Cues of a source that is not named.
HEARSAY = _words("reportedly allegedly purportedly supposedly")

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
DAYS = WEEKDAYS | _words(
    "today yesterday tomorrow overnight morning afternoon evening night week month year"
)

# Words that hedge a figure; without them it says something else.
QUALIFIERS = _words(
    "at least most about around approximately nearly almost up to over some more fewer than roughly"
)

# Words that judge a name and are no part of it.
JUDGING = _words("terror terrorist so called self styled declared proclaimed dubbed notorious")

MONTHS = {
    short: full
    for full in _words(
        "january february march april may june july august september october november december"
    )
    for short in (full[:3], full, full[:4])
}

_COUNTING = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: str(n) for n, word in enumerate(_COUNTING.split(" "))} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "hundred": "100",
    "dozen": "12",
}

UNITS = {
    "km": "kilometre", "kms": "kilometre", "kilometer": "kilometre", "kilometers": "kilometre",
    "kilometres": "kilometre", "kilometre": "kilometre", "m": "metre", "meter": "metre",
    "meters": "metre", "metres": "metre", "mile": "mile", "miles": "mile", "kg": "kilogram",
    "kilograms": "kilogram", "kilogramme": "kilogram", "kilogrammes": "kilogram",
    "pct": "percent", "percent": "percent", "dlrs": "dollars", "mln": "million", "bn": "billion",
    "am": "am", "pm": "pm", "sq": "square",
}  # fmt: skip

# Pairs that change a fact when one stands where the other stood.
OPPOSITES = frozenset(
    frozenset(pair.split())
    for pair in (
        "rose fell", "rise fall", "up down", "gained lost", "won lost", "increase decrease",
        "increased decreased", "north south", "east west", "northern southern", "eastern western",
        "northeast northwest", "southeast southwest", "before after", "confirmed denied",
        "accepted rejected", "killed wounded", "dead wounded", "killed injured", "captured lost",
        "men women", "higher lower", "more fewer", "more less", "least most",
    )
)  # fmt: skip
