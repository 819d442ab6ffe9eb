"""No property is timed: a kernel is compiled by whichever test calls it first."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
