"""The values that flow between the stages: frozen, and equal to their JSON.

Offsets count Unicode code points of a report's ``text`` as read; ``text[start:end]`` is the
span's text, always. Field names are the names in the JSON that the commands print.
"""

from dateline.model.claims import (
    Actor,
    Claim,
    ClaimKind,
    Deed,
    Happening,
    Modality,
    Mode,
    Number,
    Place,
    Precision,
    Source,
    SourceType,
    When,
)
from dateline.model.collations import (
    KINDS,
    Collation,
    Comparison,
    Direction,
    Edit,
    Kind,
    Lineage,
    Rename,
    RenameType,
    Row,
    Sign,
    Use,
)
from dateline.model.lineages import (
    Edge,
    Habit,
    HouseStyle,
    Innovation,
    Node,
    Stemma,
)
from dateline.model.news import Altered, Arrival, News
from dateline.model.relations import (
    Dispatch,
    Passage,
    Relation,
    Relationship,
)
from dateline.model.reports import (
    Anatomy,
    Damage,
    Problem,
    Report,
    Role,
    Sentence,
    Span,
)
from dateline.model.situations import (
    ActorRelation,
    RelationKind,
)
from dateline.model.statements import (
    Absence,
    Appearance,
    Carried,
    Count,
    End,
    Figure,
    First,
    Lack,
    Statement,
)
from dateline.model.stories import (
    Story,
)
from dateline.model.tellings import (
    Telling,
)

__all__ = [
    "KINDS",
    "Absence",
    "Actor",
    "ActorRelation",
    "Altered",
    "Anatomy",
    "Appearance",
    "Arrival",
    "Carried",
    "Claim",
    "ClaimKind",
    "Collation",
    "Comparison",
    "Count",
    "Damage",
    "Deed",
    "Direction",
    "Dispatch",
    "Edge",
    "Edit",
    "End",
    "Figure",
    "First",
    "Habit",
    "Happening",
    "HouseStyle",
    "Innovation",
    "Kind",
    "Lack",
    "Lineage",
    "Modality",
    "Mode",
    "News",
    "Node",
    "Number",
    "Passage",
    "Place",
    "Precision",
    "Problem",
    "Relation",
    "RelationKind",
    "Relationship",
    "Rename",
    "RenameType",
    "Report",
    "Role",
    "Row",
    "Sentence",
    "Sign",
    "Source",
    "SourceType",
    "Span",
    "Statement",
    "Stemma",
    "Story",
    "Telling",
    "Use",
    "When",
]
