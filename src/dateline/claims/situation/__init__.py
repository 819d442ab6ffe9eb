"""The situation as claimed: who is where, by whose word."""

from dateline.claims.situation.build import situation_of
from dateline.claims.situation.losses import losses
from dateline.claims.situation.outsiders import lost_outsider
from dateline.claims.situation.parties import Parties, read_parties
from dateline.claims.situation.pile import Pile, names_learned

__all__ = [
    "Parties",
    "Pile",
    "losses",
    "lost_outsider",
    "names_learned",
    "read_parties",
    "situation_of",
]
