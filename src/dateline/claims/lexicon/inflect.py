"""The forms of English verbs, by rule and by a list of those that follow none."""

from __future__ import annotations

from dateline.text.wordlist import words

# base, past, past participle
IRREGULAR: dict[str, tuple[str, str]] = {
    base: (past, participle)
    for base, past, participle in (
        line.split()
        for line in """
        say said said
        tell told told
        think thought thought
        know knew known
        find found found
        show showed shown
        write wrote written
        speak spoke spoken
        swear swore sworn
        feel felt felt
        mean meant meant
        foresee foresaw foreseen
        see saw seen
        hold held held
        make made made
        take took taken
        give gave given
        get got gotten
        go went gone
        come came come
        become became become
        begin began begun
        run ran run
        keep kept kept
        leave left left
        lose lost lost
        win won won
        fight fought fought
        bring brought brought
        buy bought bought
        build built built
        send sent sent
        spend spent spent
        lend lent lent
        meet met met
        lead led led
        read read read
        hear heard heard
        fall fell fallen
        fly flew flown
        flee fled fled
        drive drove driven
        rise rose risen
        grow grew grown
        draw drew drawn
        throw threw thrown
        break broke broken
        choose chose chosen
        wear wore worn
        tear tore torn
        bear bore borne
        sit sat sat
        stand stood stood
        understand understood understood
        withstand withstood withstood
        withdraw withdrew withdrawn
        overrun overran overrun
        retake retook retaken
        seek sought sought
        teach taught taught
        catch caught caught
        strike struck struck
        shoot shot shot
        shut shut shut
        set set set
        put put put
        cut cut cut
        hit hit hit
        let let let
        hurt hurt hurt
        sell sold sold
        pay paid paid
        lay laid laid
        lie lay lain
        sing sang sung
        sink sank sunk
        begin began begun
        eat ate eaten
        hide hid hidden
        ride rode ridden
        wake woke woken
        sleep slept slept
        forget forgot forgotten
        forgive forgave forgiven
        forbid forbade forbidden
        mistake mistook mistaken
        undergo underwent undergone
        undertake undertook undertaken
        overthrow overthrew overthrown
        sweep swept swept
        blow blew blown
        deal dealt dealt
        dig dug dug
        feed fed fed
        hang hung hung
        spread spread spread
        split split split
        stick stuck stuck
        swing swung swung
        steal stole stolen
        freeze froze frozen
        arise arose arisen
        """.strip().splitlines()
    )
}
_DOUBLED = words(
    "admit permit commit submit refer prefer regret plan quip plot rip stop rebut slam"
)
_VOWELS = frozenset("aeiou")


def third(base: str) -> str:
    """The form behind he or she: "says", "denies", "stresses"."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def pasts(base: str) -> tuple[str, str]:
    """Past tense and past participle."""
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base.endswith("e"):
        past = base + "d"
    elif base.endswith("y") and base[-2:-1] not in _VOWELS:
        past = base[:-1] + "ied"
    else:
        past = base + (base[-1] if base in _DOUBLED else "") + "ed"
    return past, past


def participle(base: str) -> str:
    """The form in -ing."""
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing" if base != "lie" else "lying"
    doubled = base in _DOUBLED or base in {"run", "get", "let", "set", "put", "cut", "hit", "win"}
    return base + (base[-1] if doubled else "") + "ing"
