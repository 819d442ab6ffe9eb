"""Verbs of saying, thinking and wanting: what each takes as its content, and what it makes of it.

The frames follow Levin, "English Verb Classes and Alternations" (1993), chapters 29 to 37, drawn
together to what decides where the content stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claims.lexicon.inflect import participle, pasts, third
from dateline.model import Modality


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb.

    ``frames`` says what may stand behind it as its content: ``c`` a clause or a quotation, ``o`` a
    noun phrase, ``i`` an infinitive, ``h`` a hearer and then one of these, ``r`` a noun phrase only
    where a reason follows it ("for …", "over …", "as …"). ``particles`` are the prepositions that
    may stand between. ``strong`` verbs are about words said, the others also about thoughts and
    stances.
    """

    base: str
    frames: str
    modality: Modality
    strong: bool
    particles: frozenset[str] = frozenset()


def _verbs(listed: str, modality: Modality, *, strong: bool) -> dict[str, Verb]:
    """One verb a line: base, frames, particles."""
    out = {}
    for line in listed.strip().splitlines():
        base, frames, *particles = line.split()
        out[base] = Verb(base, frames, modality, strong, frozenset(particles))
    return out


_SAY = """
say c
tell h about of
state co
add c
note co
report co on
announce co
declare co
claim coi
confirm co
affirm co
reaffirm co
assert co
insist c on upon
argue c for against
stress co
emphasize co
emphasise co
underline co
underscore co
highlight o
explain co
maintain c
allege co
contend c
acknowledge co
admit coi to
concede co
confess co to
reveal co
disclose co
reiterate co
repeat c
write c about of
tweet c about
retweet o
post c
remark c on
observe c
comment c on
reply c to
respond c to
answer c
continue c
conclude c
recall co
recount co
rule c on against
testify c about
complain c about of
joke c about
quip c
boast c about of
brag c about
whisper c
shout c
yell c
chant c
exclaim c
proclaim co
mention co
cite o
quote o
point x out to
indicate co
signal co
suggest co
imply co
hint c at
detail o
describe o
portray o
characterize o
characterise o
call or for on upon
dub o
label o
brand o
clarify co
elaborate c on
inform h of about
remind h of about
assure h of about
notify h of about
brief h on about
apologize c for
apologise c for
agree ci with to on
disagree c with on
concur c with
discuss o
address r
broadcast o
joke c about
lament co
bemoan o
speak x of about against out
talk x about of
refer x to
respond c to
counter c
retort c
echo o
outline o
present r
document o
record r
list r
accuse o
blame o
fault o
criticize o
criticise o
condemn o
denounce o
decry o
slam r
blast r
rebuke o
scold o
chide o
mock o
ridicule o
deride o
dismiss o
question co
challenge r
praise o
hail o
laud o
applaud o
commend o
congratulate o
thank r
welcome o
salute r
credit r
defend r
endorse o
liken o
compare o
lash x out at
put c
"""

_DENY = """
deny coi
refute o
reject o
dispute co
rebut o
disavow o
"""

_PLAN = """
vow ci
pledge cio
promise cioh
threaten ci
swear ci
plan i on for
intend i
offer i
undertake i
propose cio
aim i
hope ci for
want oi
wish ci for
seek i
decide ci on against
prefer oi
opt i for
refuse i
decline i
prepare i
agree ci with to on
desire oi
commit i to
"""

_ESTIMATE = """
estimate co
believe co in
think c about of
expect coi
predict co
forecast co
project c
reckon c
assume co
suspect co
speculate c about
assess c
calculate c
anticipate co
guess c
consider or
regard r
view r
doubt co
feel c
find c
foresee co
judge c
theorize c
understand c
know c about
realize c
realise c
recognize co
recognise co
learn c
discover c
show co
prove c
demonstrate co
determine c
note co
support o
oppose o
favor oi
favour oi
back r
love oi
hate oi
admire o
respect r
dislike o
regret co
mourn o
trust r
enjoy r
resent o
care x about
worry c about over
disapprove x of
approve x of
insist c on upon
dream c of about
wonder c about
imagine co
remember co
forget c
blame o
envisage o
deem o
"""

_WARN = """
warn chi of against about
caution ch against
fear coi
alert h to
"""

_ASK = """
ask chi for about
urge co
demand coi
request co
appeal x for to
beg ho
beseech ho
implore ho
order r
instruct h
advise ch against
recommend co
encourage h
exhort h
press r
push x for
plead x for with
invite r
lobby x for against
advocate o for
inquire c about
enquire c about
query co
campaign x for against
"""

VERBS: dict[str, Verb] = {
    **_verbs(_ESTIMATE, "estimated", strong=False),
    **_verbs(_SAY, "said", strong=True),
    **_verbs(_DENY, "denied", strong=True),
    **_verbs(_PLAN, "planned", strong=False),
    **_verbs(_WARN, "warned", strong=True),
    **_verbs(_ASK, "asked", strong=True),
}

Form = str
"""``f`` finite past, ``s`` third person, ``b`` base, ``g`` -ing, ``n`` past participle only."""


def _forms() -> dict[str, tuple[Verb, Form]]:
    out: dict[str, tuple[Verb, Form]] = {}
    for verb in VERBS.values():
        past, done = pasts(verb.base)
        out.setdefault(verb.base, (verb, "b"))
        out.setdefault(third(verb.base), (verb, "s"))
        out.setdefault(participle(verb.base), (verb, "g"))
        out.setdefault(past, (verb, "f"))
        out.setdefault(done, (verb, "n"))
    return out


FORMS: dict[str, tuple[Verb, Form]] = _forms()
"""Every form of every reporting verb."""
