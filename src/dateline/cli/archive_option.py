"""The options by which commands read an archive."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

FILE = "dateline.db"
From = Annotated[
    str | None, Parameter(name="--archive", help="Read this archive instead of files.")
]
ArchiveFile = Annotated[str, Parameter(name="--archive", help="The archive's file.")]
