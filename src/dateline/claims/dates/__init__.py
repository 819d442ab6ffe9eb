"""When: days named in a text, counted from the day of the dispatch."""

from dateline.claims.dates.anchored import anchored
from dateline.claims.dates.assign import Saying, dated, said_and_event
from dateline.claims.dates.today import Today, today_of, todays
from dateline.claims.dates.whens import whens_in

__all__ = [
    "Saying",
    "Today",
    "anchored",
    "dated",
    "said_and_event",
    "today_of",
    "todays",
    "whens_in",
]
