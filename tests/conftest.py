"""No property is timed, and what tests start can be interrupted however the tests were started."""

import signal

from hypothesis import settings

# A kernel is compiled by whichever test calls it first.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Where a shell runs the tests in the background they are deaf to Ctrl-C, and so is all they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
