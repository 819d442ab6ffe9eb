"""The option that all commands on an archive share."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

FILE = "dateline.db"
ArchiveFile = Annotated[str, Parameter(name="--archive", help="The archive's file.")]
