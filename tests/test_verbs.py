"""The public verbs give what the commands of the same name show."""

from __future__ import annotations

import dateline
from dateline.model import Report

WIRE = (
    "PORT HALVARD (Skerry) - The harbour council closed the northern pier on Monday after a "
    "crane fell into the water, its chairman said.\n\nTwo dockers were hurt. The Harbour Register, "
    "which keeps count of accidents, said the crane had not been inspected since spring.\n\n"
    "The army said on Monday that it had taken the town of Umm Vashet from the rebels.\n"
)
CUT = WIRE.replace("(Skerry) ", "").replace("rebels", "gunmen")
PILE = [
    Report("wire", WIRE, outlet="Skerry", date="2019-04-08"),
    Report("ledger", CUT, outlet="The Ledger", date="2019-04-09"),
]


def test_lineage_gives_a_tree_for_each_dispatch_of_several_versions() -> None:
    (tree,) = dateline.lineage(PILE)
    assert {node.id for node in tree.nodes if not node.unseen} == {"wire", "ledger"}
    assert [(edge.parent, edge.child) for edge in tree.edges] == [("wire", "ledger")]


def test_style_gives_what_an_outlet_does_to_what_it_takes_over() -> None:
    (style,) = dateline.style(PILE)
    assert style.outlet == "The Ledger"


def test_situation_gives_who_is_where_by_whose_word() -> None:
    found = dateline.situation(PILE)
    assert [(a.deed, a.source) for place in found.places for a in place.accounts] == [
        ("captured", "army")
    ]


def test_verbs_keep_their_names_when_the_stages_are_loaded() -> None:
    import dateline.claims.read
    import dateline.lineage.stemma
    import dateline.read.reports

    assert all(callable(getattr(dateline, name)) for name in dateline.__all__)
