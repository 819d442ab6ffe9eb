"""The way in and out of the command line: every end that a run can take, as an exit code.

Nothing heavy is imported before it is needed, so that ``dateline --version`` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from dateline import __version__

OK, FAILED, USAGE, SKIPPED = 0, 1, 2, 3
INTERRUPTED, PIPE_CLOSED = 130, 141  # as a shell reports SIGINT and SIGPIPE


def main() -> NoReturn:
    """Run the command that ``sys.argv`` names and exit."""
    code = run(sys.argv[1:])
    if code == INTERRUPTED:
        # An interrupt that some module's own start saw first is noted as not handled, and at its
        # end Python would have the signal kill it (CPython's exit_sigint), whatever the code.
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def run(tokens: Sequence[str]) -> int:
    """Run one command; return its exit code."""
    return ended(lambda: _dispatch(tokens))


def ended(work: Callable[[], int]) -> int:
    """Do some work and return its exit code. Whatever happens ends in one line, or in none."""
    try:
        code = work()
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_CLOSED
    except Exception as error:
        code = _explain(error)
    _flush()
    return code


def _flush() -> None:
    """What cannot be written now is dropped, so that Python does not try again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(tokens: Sequence[str]) -> int:
    if tokens == ["--version"]:
        print(__version__)
        return OK
    from dateline.cli.app import call

    # A pile is millions of small values without cycles: looking for them costs half the reading.
    gc.set_threshold(200_000)
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal of few letters
    return call(tokens)


def _explain(error: Exception) -> int:
    """Tell an error in one line; with DATELINE_DEBUG set, with everything there is to know."""
    from dateline.errors import DatelineError, UsageError

    if os.environ.get("DATELINE_DEBUG"):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, DatelineError):
        says = str(error)
    elif isinstance(error, OSError):
        says = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror)
    else:
        says = f"this is a mistake in Dateline: {type(error).__name__}: {error}"
        says += " (set DATELINE_DEBUG=1 for the details)"
    print("dateline:", " ".join(says.split()), file=sys.stderr)
    return USAGE if isinstance(error, UsageError) else FAILED


if __name__ == "__main__":
    main()
