"""The closed classes of English, and common verbs that report nothing, each as one letter.

``d`` determiner, ``h`` pronoun as subject (``H`` with its verb: "they've"), ``o`` pronoun as
object, ``p`` preposition, ``f`` of, ``c`` and/or, ``b`` but, ``t`` to, ``T`` that, ``w`` relative
pronoun, ``W`` question word, ``s`` conjunction, ``a`` auxiliary, ``!`` negation, ``r`` adverb,
``v`` finite verb, ``g`` -ing, ``#`` number, ``D`` day or time.
"""

from __future__ import annotations

from dateline.claims.lexicon.inflect import IRREGULAR, participle, pasts, third

_CLOSED = {
    "d": """a an the this these those my your his her its our their some any each every no another
        several many few both all either neither most more much such half""",
    "h": "i you he she it they we everyone everybody someone somebody nobody anyone there",
    "o": """him them us me himself herself itself themselves ourselves myself yourself one
        others""",
    "p": """in on at by from with for into onto over under between among amid against during through
        throughout across near around about behind beyond within without towards toward upon via per
        despite inside outside above below beneath beside besides alongside along past off like
        unlike except following including regarding concerning out up down""",
    "f": "of",
    "c": "and or nor & plus",
    "b": "but yet",
    "t": "to",
    "T": "that",
    "w": "who which whom whose",
    "W": "what where when how why whether whatever whoever",
    "s": """because although though while as after before since until till unless once if whereas
        lest than so""",
    "a": """am is are was were be been being has have had having do does did will would can could
    may
        might must shall should cannot 's 're 've 'd 'll ’s ’re ’ve ’d ’ll ought isn't isn’t aren't
        aren’t wasn't wasn’t weren't weren’t hasn't hasn’t haven't haven’t hadn't hadn’t don't don’t
        doesn't doesn’t didn't didn’t won't won’t wouldn't wouldn’t can't can’t couldn't couldn’t
        shouldn't shouldn’t mustn't mustn’t""",
    "!": "not never n't n’t",
    "r": """also now then later still earlier again already just even only soon ever always often
        once twice too very quite rather almost nearly perhaps maybe thus therefore however
        meanwhile
        instead moreover furthermore afterwards afterward ago away back here well yet far further
        together first ahead abroad alone altogether anyway apart elsewhere indeed nevertheless
        nonetheless otherwise outright long sometimes somewhat thereby thereafter likewise
        seldom""",
    "D": """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri
        sat sun today yesterday tomorrow tonight overnight morning afternoon evening""",
    "#": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        hundred thousand million billion trillion hundreds thousands millions billions dozen dozens
        scores""",
}

# Regular verbs whose forms are verbs more often than nouns; the other forms in -ed need no list.
_REGULAR = """
accept achieve act add admit affect allow appear apply appoint arrive attempt avoid belong borrow
carry cause change close collapse collect compete complain consist contain continue create cross
damage depend deploy deserve destroy develop die differ disappear discover displace emerge enable
end ensure enter erupt escape establish evacuate exist expand explode extend face fail fire follow
force gain gather handle happen help host hurl ignore impose improve include increase injure involve
join kill lack last launch liberate live locate look manage march mark move murder need obtain occur
open operate own participate pass perish play pound prepare prevent produce provide pull reach
receive
recover reduce refer reflect release remain remove repel replace represent rescue resign resist
resume
retain retreat return save seem seize serve settle shell share start stay stem step stop storm
suffer surrender surround target tend torture trap travel turn use visit vote wait walk want work
wound
"""


def _letters() -> dict[str, str]:
    out: dict[str, str] = {}
    for base in (*IRREGULAR, *_REGULAR.split()):
        past, done = pasts(base)
        out |= {third(base): "v", past: "v", done: "v", participle(base): "g"}
    # These are nouns at least as often as verbs: a finite verb is not told by them alone.
    for noun in _NOUNS.split():
        out.pop(noun, None)
    out |= {w: letter for letter, listed in _CLOSED.items() for w in listed.split()}
    return out


_NOUNS = """
acts attempts builds buys causes changes closes cuts damages deals draws drives ends faces fights
fires flies finds forces gains hits hurts leads leaves lies looks lots marks moves murders needs
opens
owns passes plays pulls puts reaches reads releases rescues returns rides rises runs sets shares
shells
shoots shots shot shows sits sleeps spreads stands starts stays steps stems stops storms strikes
sweeps
targets tears throws turns uses visits votes waits walks wants wins works wounds left meeting
building hearing
fighting shooting shelling housing killing bombing being hit set cut put
"""
MAYBE_VERBS = frozenset(_NOUNS.split())

LETTERS: dict[str, str] = _letters()
