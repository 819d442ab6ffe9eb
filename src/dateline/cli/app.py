"""The commands and their options, as cyclopts reads them."""

from __future__ import annotations

from collections.abc import Sequence

from cyclopts import App, CycloptsError

from dateline import __version__
from dateline.cli.add import add
from dateline.cli.claims import claims
from dateline.cli.compare import compare
from dateline.cli.copies import copies
from dateline.cli.corpus import corpus
from dateline.cli.demo import demo
from dateline.cli.export import export
from dateline.cli.judge_findings import judge
from dateline.cli.lineage import lineage
from dateline.cli.reindex import reindex
from dateline.cli.sample import sample
from dateline.cli.search import search
from dateline.cli.serve import serve
from dateline.cli.situation import situation
from dateline.cli.stories import stories
from dateline.cli.story import story
from dateline.cli.style import style
from dateline.cli.tell import tell
from dateline.cli.trace import trace
from dateline.cli.watch import watch
from dateline.errors import UsageError

_EXITS = (
    "Data goes to standard output, everything else to standard error. "
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were skipped."
)

app = App(
    name="dateline",
    help="Two reports. One dispatch. Here is what changed, and whose word it is.",
    help_epilogue=_EXITS,
    help_format="markdown",
    version=__version__,
    suppress_keyboard_interrupt=False,
    exit_on_error=False,
    print_error=False,
    result_action="return_value",
)
app.command(tell, sort_key=1)
app.command(compare, sort_key=2)
app.command(copies, sort_key=3)
app.command(style, sort_key=4)
app.command(situation, sort_key=4)
app.command(lineage, sort_key=4)
app.command(claims, sort_key=4)
app.command(add, sort_key=5)
app.command(stories, sort_key=5)
app.command(story, sort_key=5)
app.command(search, sort_key=5)
app.command(trace, sort_key=5)
app.command(watch, sort_key=5)
app.command(serve, sort_key=5)
app.command(sample, sort_key=6)
app.command(judge)
app.command(reindex, sort_key=6)
app.command(corpus, sort_key=6)
app.command(export, sort_key=6)
app.command(demo, sort_key=9)


def call(tokens: Sequence[str]) -> int:
    """Run the command that ``tokens`` name; return its exit code.

    Raises :class:`~dateline.errors.UsageError` where they name none.
    """
    try:
        return app(list(tokens)) or 0
    except CycloptsError as error:
        chain = " ".join(("dateline", *(error.command_chain or ())))
        raise UsageError(f"{str(error).rstrip('.')} (see {chain} --help)") from error
