"""Everything Dateline raises on purpose.

::

    DatelineError
     ├── UsageError        the call itself is wrong: a missing path, an unknown option value
     ├── InputError        an input cannot be read at all and nothing could go on without it
     └── NotFoundError     a record or report that the caller named is not there

Bad records inside an otherwise readable pile are not errors: they are counted as
:class:`~dateline.model.Problem` values and the rest goes on.
"""

__all__ = ["DatelineError", "InputError", "NotFoundError", "UsageError"]


class DatelineError(Exception):
    """The root of the tree; its message is one line fit to show to a person."""


class UsageError(DatelineError):
    """The call itself is wrong; the command line exits with 2."""


class InputError(DatelineError):
    """An input that the job cannot do without is unreadable; the command line exits with 1."""


class NotFoundError(DatelineError):
    """A record that the caller named is not in its file; the command line exits with 1."""
