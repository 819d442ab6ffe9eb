"""``dateline copies --engine``: the whole run over a pile, into tables."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Group, Parameter

from dateline.cli.output import Output
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.run.job import Job

_ENGINES = Group("Into tables, here or on Apache Spark", sort_key=2)


@Parameter(name="*", group=_ENGINES)
@dataclass(frozen=True, slots=True)
class EngineOptions:
    """On what a whole run is done, and how far."""

    engine: Annotated[
        Literal["local", "spark"] | None,
        Parameter(
            show_default=False,
            help="Write relations, dispatches, collations and claims as Parquet into the folder"
            " that is the last PATH. Spark goes on after the last whole stage of a run that was"
            " broken off.",
        ),
    ] = None
    until: Annotated[
        Literal["relations", "dispatches", "collations", "claims"] | None,
        Parameter(show_default=False, help="The last of the tables. [default: claims]"),
    ] = None
    master: Annotated[
        str | None,
        Parameter(
            show_default=False,
            help="Spark's master: local[2], spark://HOST:7077, yarn. [default: local[*]]",
        ),
    ] = None
    conf: Annotated[
        tuple[str, ...],
        Parameter(
            negative="",
            show_default=False,
            help="A setting of Spark, as spark.driver.memory=8g; may be given again.",
        ),
    ] = ()

    def check(self, json: bool) -> None:
        """Refuse options that go with the other way of running only.

        Raises:
            UsageError: there are such.
        """
        if self.engine is None and (self.until or self.master or self.conf):
            raise UsageError("--until, --master and --conf go with --engine")
        if self.engine == "local" and (self.master or self.conf):
            raise UsageError("--master and --conf go with --engine spark")
        if self.engine and json:
            raise UsageError("--engine writes tables; --json goes without it")


USUAL = EngineOptions()


def run_engine(options: EngineOptions, paths: Sequence[str], **settings: Any) -> int:
    """Run a whole job; ``settings`` are those of `dateline.run.job.Job`.

    Raises:
        UsageError: there is no folder to write to, or the engine lacks something.
    """
    if len(paths) < 2:
        raise UsageError("--engine needs what to read and, last, the folder to write: IN OUT")
    from dateline.run.job import RESULTS, Job

    with Output() as out:
        job = Job(
            paths[:-1],
            Path(paths[-1]),
            until=options.until or RESULTS[-1],
            on_problem=out.problem,
            note=out.note,
            progress=out.progress,
            **settings,
        )
        with _started(options, job) as run:
            run(job)
        out.note(f"{', '.join(r for r in RESULTS if job.wants(r))} are in {job.out}")
        return out.close()


def _started(options: EngineOptions, job: Job) -> AbstractContextManager[Any]:
    if options.engine == "local":
        from dateline.run import tables

        return nullcontext(tables.run)
    from dateline.run.spark.session import LOCAL, ready

    return ready(options.master or LOCAL, dict(map(_setting, options.conf)), job.out)


def _setting(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals:
        raise UsageError(f"--conf {given}: a setting is NAME=VALUE")
    return name, value
