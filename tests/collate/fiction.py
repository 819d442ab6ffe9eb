"""A dispatch of our own for the collation tests, and ways to make versions of it."""

from __future__ import annotations

from dateline.model import Anatomy, Report
from dateline.text import analyse

SENTENCES = (
    "Soldiers of the Northern Guard crossed the Varda River before dawn on Tuesday and took two"
    " bridges near Kestrel al-Noor.",
    "The Harbour League, which holds the old town, said its fighters had pulled back to the grain"
    " silos after six hours of shelling.",
    "At least 14 people were killed and 31 wounded, the regional hospital in Port Amsel reported.",
    "A spokesman for the Guard, Colonel Teodor Vash, said the bridges would stay closed until the"
    " weekend.",
    "The Lantern Watch monitoring group counted 40 shells in the market quarter alone.",
    "Farmers drove their herds toward the coast along the only open road.",
    "Talks on a ceasefire are to resume in Belmora on Friday under the eye of the coalition.",
)


def anatomy(*sentences: str, outlet: str = "", ident: str = "x") -> Anatomy:
    """A report whose paragraphs are the sentences."""
    return analyse(Report(ident, "\n".join(sentences), outlet=outlet))
