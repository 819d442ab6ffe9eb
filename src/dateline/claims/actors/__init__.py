"""Who does and suffers what: the actors of a report and what they are to each other."""

from dateline.claims.actors.mentions import actors_of
from dateline.claims.actors.relations import relations_of

__all__ = ["actors_of", "relations_of"]
