"""Invented reports for the tests of relations."""

import random

from dateline.match.profiles import Profile, profile
from dateline.match.relation import relate as judge
from dateline.model import Relation, Report
from dateline.text import analyse

LEAD = (
    "The ferry Halcyon ran aground on the Skelling bank before dawn on Tuesday with 214 people on"
    " board, the coast guard of Orvane said."
)
BODY = [
    "All passengers were taken off by fishing boats from the village of Tarrow within three hours,"
    " and 17 of them were treated for cold.",
    "The captain had reported a failed rudder shortly after leaving the harbour of Minden, two"
    " officers with knowledge of the radio log said.",
    "Engineers from the ship's owner boarded the wreck at low tide and found the hull torn open"
    " along 12 metres below the water line.",
    "A salvage tug is expected from the mainland on Thursday, though forecasters warn of a gale"
    " that could break the vessel apart.",
    "Fuel has leaked into the shallows where grey seals raise their young, and volunteers began to"
    " lay booms across the mouth of the inlet.",
    "The bank has claimed nine ships since the lighthouse was switched off six years ago, a"
    " decision that the island council has fought in court.",
]
STATEMENT = (
    "\u201cWe will not rest until every family knows what happened on that bridge and who gave the"
    " order to sail into the bank without a pilot,\u201d"
)
OTHER = [
    "Islanders gathered in the church hall of Tarrow on Wednesday to ask why no pilot had been on"
    " duty when the weather turned.",
    "Rosa Immel, who rents out boats, said the summer season was lost and that nobody would bring"
    " children to a beach that smells of oil.",
    "The minister is due to visit the island next week, her office announced, and will bring a plan"
    " for a second rescue station.",
    "Shares of the shipping line fell by a tenth in early trading as insurers asked for the"
    " inspection records of its four remaining ferries.",
    "A petition to relight the tower had gathered more than 8,000 names by the evening, most of"
    " them from people who no longer live there.",
]


def report(*sentences: str, ident: str = "x", title: str = "") -> Report:
    """A report of one paragraph a sentence."""
    return Report(ident, "\n\n".join(sentences), title=title)


def ready(*sentences: str, ident: str = "x") -> Profile:
    """The same, read."""
    return profile(analyse(report(*sentences, ident=ident)))


def relate(a: list[str], b: list[str]) -> Relation:
    """The relation of two reports that are given by their paragraphs."""
    return judge(ready(*a, ident="a"), ready(*b, ident="b"), 0.0, 0.0)


def reworded(text: str, share: float, seed: int) -> str:
    """Every so many words another one, as a spinner does it."""
    chance = random.Random(seed)
    words = text.split()
    for n in chance.sample(range(len(words)), int(share * len(words))):
        words[n] = f"{words[n][:1].lower()}{chance.choice(['esk', 'olm', 'und', 'ift'])}{n}"
    return " ".join(words)


def prose(seed: int, sentences: int, words: int = 16) -> list[str]:
    """Sentences that share nothing with those of another seed but common words."""
    chance = random.Random(seed)
    common = ["the", "of", "a", "to", "in", "and", "was", "that", "it", "on", "for", "with", "at"]
    out = []
    for n in range(sentences):
        told = [
            chance.choice(common) if chance.random() < 0.4 else f"w{seed}x{chance.randrange(900)}"
            for _ in range(words)
        ]
        out.append(" ".join([f"Told{seed}s{n}", *told]) + ".")
    return out
