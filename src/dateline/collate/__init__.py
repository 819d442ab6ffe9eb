"""Versions aligned: sentence by sentence, word by word, with the names that were changed."""

from dateline.collate.collation import collate, collate_sides
from dateline.collate.names import Names
from dateline.collate.pile import PileNames, learn_pile
from dateline.collate.side import Side
from dateline.collate.vocabulary import Vocabulary

__all__ = ["Names", "PileNames", "Side", "Vocabulary", "collate", "collate_sides", "learn_pile"]
