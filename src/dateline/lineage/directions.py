"""The verdicts that signs point to."""

from dateline.model import Direction

FORWARD: Direction = "b<-a"
BACK: Direction = "a<-b"
COMMON: Direction = "common unseen source"
