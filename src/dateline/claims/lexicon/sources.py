"""What the words that name a source make of it."""

from __future__ import annotations

from dateline.model import SourceType
from dateline.text.wordlist import words

# The first type with a word in the phrase is its type: what somebody speaks for goes before what
# he is ("a spokesman for the army").
KINDS: tuple[tuple[SourceType, frozenset[str]], ...] = (
    (
        "monitor",
        words("observatory monitor monitors monitoring watchdog watchdogs observers"),
    ),
    (
        "coalition",
        words("coalition coalitions alliance"),
    ),
    (
        "armed group",
        words(
            """rebel rebels militia militias militiaman militiamen insurgent insurgents militant
            militants guerrilla guerrillas jihadist jihadists extremist extremists terrorist
            terrorists fighter fighters brigade brigades battalion faction factions separatist
            separatists gunman gunmen mujahideen jihadi jihadis"""
        ),
    ),
    (
        "state military",
        words(
            """army armies military navy troops soldiers soldier general generals gen gen. colonel
            col col. lieutenant lt lt. major maj maj. brig brig. brigadier admiral adm adm.
            captain capt capt. command commands pentagon joint-staff defence defense marines
            airforce"""
        ),
    ),
    (
        "government",
        words(
            """government governments ministry ministries minister ministers premier president
            presidents presidency parliament cabinet kremlin embassy authorities authority police
            state regime administration department congress senate chancellor king emir sultan
            governorate municipality secretary-general prosecutor prosecutors attorney-general"""
        ),
    ),
    (
        "outlet",
        words(
            """television tv newspaper newspapers daily channel radio broadcaster magazine network
            station website media outlet press tabloid weekly portal"""
        ),
    ),
    (
        "witness",
        words(
            """witness witnesses eyewitness eyewitnesses resident residents survivor survivors
            villager villagers local locals refugee refugees inhabitant inhabitants bystander
            bystanders neighbor neighbors neighbour neighbours evacuee evacuees"""
        ),
    ),
    (
        "official",
        words(
            """official officials spokesman spokeswoman spokesperson spokesmen spokespeople
            spokespersons envoy envoys ambassador diplomat diplomats governor mayor senator
            lawmaker lawmakers secretary commander commanders chief negotiator delegate
            representative
            representatives aide aides adviser advisers advisor advisors commissioner coordinator
            director sen. rep. gov. judge minister-counsellor councillor"""
        ),
    ),
    (
        "organisation",
        words(
            """group groups organisation organisations organization organizations agency agencies
            union committee council party commission charity ngo ngos foundation association
            company firm court un nations federation league movement institute university center
            centre campaign church hospital bloc opposition society bank team office bureau
            corporation corp corp. inc inc. ltd ltd. llc plc fund program programme think-tank"""
        ),
    ),
    (
        "person",
        words(
            """man woman men women boy girl father mother son daughter brother sister doctor
            doctors nurse analyst analysts expert experts activist activists lawyer lawyers
            professor researcher researchers scholar journalist journalists reporter reporters
            economist economists historian author leader leaders mr mr. mrs mrs. ms ms. dr dr.
            he she i people voters supporters critics students teacher teachers farmer worker
            workers driver medic medics"""
        ),
    ),
)
RANKS = {word: n for n, (_, listed) in reversed([*enumerate(KINDS)]) for word in listed}
SPEAKERS = frozenset().union(*(listed for _, listed in KINDS))
GROUPS = frozenset(
    {"monitor", "coalition", "armed group", "state military", "government", "outlet"}
) | {
    "organisation",
    "agency",
    "document",
}
AGENCY_WORDS = frozenset({"news agency", "news service", "newswire", "wire service"})

# Words before a person's name that are none of it.
TITLES = words(
    """
    mr mrs ms dr prof professor president vice prime minister premier chancellor king queen prince
    princess sheikh sheik emir sultan imam ayatollah general gen colonel col lieutenant lt major maj
    brigadier brig admiral adm captain capt sergeant sgt commander chief secretary foreign defence
    defense interior senator sen representative rep congressman congresswoman governor gov mayor
    ambassador envoy spokesman spokeswoman spokesperson deputy assistant former judge justice sir
    lord lady bishop archbishop pope patriarch reverend rev father chairman chairwoman director head
    leader special under-secretary-general secretary-general high commissioner state republican
    democratic democrat democrats acting first analyst activist adviser
    """
)
