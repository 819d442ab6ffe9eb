"""The words that simulated copyists have: synonyms, fillers, clauses, names of houses."""

from __future__ import annotations

# Sets of words that newsrooms write for each other. Two copyists often pick the same one.
SYNONYMS = tuple(
    tuple(group.split(" / "))
    for group in """\
said / stated / declared
told / informed
killed / slain / left dead
wounded / injured / hurt
dead / fatalities
attack / assault / strike
attacked / assaulted / struck
near / close to / outside
about / around / roughly / some
approximately / nearly / around
more than / over / upwards of
at least / no fewer than
before / ahead of
after / following
people / persons
children / minors
called / described as / dubbed
according to / as reported by / in the words of
comes / arrives
began / started / opened
end / close / finish
ended / finished / closed
held / controlled
hold / control
took / seized / captured
taken / seized / captured
retaken / recaptured
lost / gave up
moved / shifted
large / big / sizeable
small / minor / slight
many / numerous / a number of
several / a few / various
new / fresh / further
first / initial
last / final
early / at an early hour of
statement / announcement / communique
officials / authorities
official / functionary
government / administration
company / firm / group
companies / firms
rise / increase / gain
rose / increased / climbed
fell / dropped / declined
fall / drop / decline
profit / earnings
sales / turnover
market / trade
agreement / accord / deal
plan / scheme / proposal
plans / intends / means
meeting / session / gathering
talks / negotiations
asked / requested
announced / made known
reported / recorded
expected / due / forecast
also / in addition / as well
but / however / yet
because / since / as
while / as / whereas
town / settlement
city / town
road / route
roads / routes
war / conflict
fighting / clashes / combat
help / aid / assistance
against / versus
between / among
show / indicate / suggest
shown / presented with
added / went on
adding / going on
year / twelvemonth
only / just / no more than
still / even now
will be / is to be / is going to be
would / was to
has been / was
have been / were
that / which
until / till
during / in the course of
under / beneath
across / over
given / handed
make / produce
made / produced
use / employ
used / employed
get / obtain
big / great
home / house
homes / houses
""".strip().splitlines()
)


def _phrases(listed: str, between: str = " / ") -> tuple[str, ...]:
    return tuple(" ".join(listed.split()).split(between))


FILLERS = _phrases("""\
meanwhile / on the day / as expected / for the first time / in part / at short notice / by then /
it is understood / without giving details / in the same breath / from the start / under pressure /
despite earlier denials / once again / after long delay / as agreed / out of view / in public / by
most accounts / with little warning / to the surprise of some / over two days / in the end / on
its own terms / at some cost / for want of other means / behind closed doors / as before
""")

# What free rewordings and added sentences are made of.
WHO = _phrases("""\
a clerk / a driver / a second official / a doctor on duty / two residents / an analyst / a
shopkeeper / a former minister / one witness / a union leader / a schoolteacher / an aide / a port
worker / a lawyer
""")
DID = _phrases("""\
said / recalled / insisted / warned / explained / conceded / repeated / wrote / complained /
suggested
""")
WHAT = _phrases("""\
nothing had been decided / the count was not complete / more was to come / the list was wrong /
prices would follow / no one had asked them / the offices stayed shut / the second day was worse /
the figures were old / the papers had been signed / the harbour lights were out / the queue
reached the bridge / trains ran late / the money had not arrived / the vote would be close /
stocks were low / repairs would take weeks / the letter was genuine
""")
WHEN = _phrases("""\
on Monday / on Tuesday / on Wednesday / on Thursday / on Friday / at noon / in the evening /
overnight / by telephone / in a note / at a briefing / at the gate / in the lobby / two days
earlier
""")
LOOSE = _phrases(
    """\
amid mounting signs of strain inside its own ranks old quarrels over who pays what remains little
else than paper promises turned aside slowly toward open dispute left behind heavy doubts whether
any such step could hold beyond winter given past failures quiet contacts through third parties
kept matters from boiling hence this careful choice made late plain
""",
    " ",
)

LABELS = (
    "so-called",
    "embattled",
    "self-styled",
    "disputed",
    "beleaguered",
    "powerful",
    "outlawed",
)

# House spellings: what one house writes and another does not.
SPELLINGS: tuple[dict[str, str], ...] = (
    {r"\b(harb|lab|fav|neighb|col|hon|rum)or(s|ed|ing|ers|hood)?\b": r"\1our\2"},
    {r"\b(\w{4,})iz(e|ed|es|ing|ation)\b": r"\1is\2"},
    {r"\bdefense\b": "defence", r"\bDefense\b": "Defence", r"\b(cent|theat|kilomet|met)er(s?)\b":
     r"\1re\2"},
    {r"\bpercent\b": "per cent", r"\bpct\b": "per cent"},
    {r"\b([ap])\.m\.": r"\1m"},
    {r"\bkilomet(?:er|re)s\b": "km", r"\bmiles\b": "mi"},
    {r"\bU\.S\.": "US", r"\bU\.N\.": "UN", r"\bU\.K\.": "UK"},
    {r"\bJan\. ": "January ", r"\bFeb\. ": "February ", r"\bSept\. ": "September ",
     r"\bOct\. ": "October ", r"\bNov\. ": "November ", r"\bDec\. ": "December "},
    {r"\b(January|February|March|April|May|June|July|August|September|October|November|December)"
     r" (\d{1,2})\b": r"\2 \1"},
    {r"\btwo\b": "2", r"\bthree\b": "3", r"\bfour\b": "4", r"\bfive\b": "5", r"\bsix\b": "6"},
    {r"\b[Aa]l-(?=[A-Z])": "al "},
    {r"\b[Aa]l-(?=[A-Z])": "el-"},
    {r"\bmln\b": "million", r"\bbln\b": "billion", r"\bdlrs\b": "dollars"},
    {r"\b(\d+),(\d{3})\b": r"\1\2"},
)  # fmt: skip

# House names for the people of the news.
NAMES: tuple[dict[str, str], ...] = (
    {"fighters": "gunmen", "rebels": "gunmen", "militants": "gunmen"},
    {"fighters": "militants", "rebels": "militants", "insurgents": "militants"},
    {"fighters": "rebels", "militants": "rebels"},
    {"militia": "volunteers", "troops": "soldiers", "soldiers": "troops"},
    {"regime": "government", "authorities": "officials"},
    {"workers": "staff", "employees": "workers", "analysts": "experts"},
    {"traders": "dealers", "dealers": "traders", "investors": "shareholders"},
    {"spokesman": "spokesperson", "chairman": "chair"},
)
