"""Write the reference pages from the program: ``python docs/write_reference.py``."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

REFERENCE = Path(__file__).parent / "reference"


def commands() -> str:
    """The help of every command."""
    from dateline.cli.app import app

    page: str = app.generate_docs(output_format="markdown")
    return page.rstrip() + "\n"


def python() -> str:
    """The public verbs, then what an archive answers."""
    import dateline
    from dateline.store import Archive

    verbs = [_callable(f"dateline.{name}", getattr(dateline, name)) for name in dateline.__all__]
    public = {name: part for name, part in vars(Archive).items() if not name.startswith("_")}
    answers = [_member(name, part) for name, part in public.items()]
    opening = (
        "# In Python\n\nThe verbs work on plain values; [their fields](values.md) are those of the "
        "JSON. Each imports what it needs when it is called."
    )
    archive = f"## An archive\n\n`dateline.open_archive` gives an `Archive`. {_doc(Archive)}"
    return "\n\n".join([opening, *verbs, archive, *answers]) + "\n"


def values() -> str:
    """The fields of every value that the verbs give and the commands print as JSON."""
    import dateline.model as model

    classes = [part for name in model.__all__ if is_dataclass(part := getattr(model, name))]
    choices = [name for name in model.__all__ if hasattr(getattr(model, name), "__args__")]
    opening = f"# Values and their JSON\n\n{_doc(model)}"
    words = [_choice(name, getattr(model, name)) for name in choices]
    return "\n\n".join([opening, *map(_value, classes), "## Words", *words]) + "\n"


def _callable(name: str, function: Callable[..., Any]) -> str:
    signature = _signature(function)
    return f"## {name}\n\n```python\n{name}{signature}\n```\n\n{_doc(function)}"


def _member(name: str, part: Any) -> str:
    function = getattr(part, "fget", None) or getattr(part, "__func__", part)
    signature = re.sub(r"\((self|cls)(, )?", "(", _signature(function))
    shown = name if isinstance(part, property) else name + signature
    return f"### `{shown}`\n\n{_doc(function)}"


def _value(kind: type) -> str:
    rows = [f"| `{field.name}` | {_type(field.type)} |" for field in fields(kind)]
    return "\n".join(
        [f"## {kind.__name__}\n", f"{_doc(kind)}\n", "| field | |", "|---|---|", *rows]
    )


def _choice(name: str, choices: Any) -> str:
    return f"**{name}**: " + " · ".join(f"`{word}`" for word in choices.__args__)


def _type(annotation: Any) -> str:
    return f"`{annotation}`".replace("|", "or")


def _signature(function: Callable[..., Any]) -> str:
    """A signature, its annotations without the quotation marks that strings have."""
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(function)))


def _doc(part: Any) -> str:
    """A docstring with its code and lists marked the way that Markdown marks them."""
    text = (inspect.getdoc(part) or "").replace("``", "`")
    text = re.sub(r":class:`~[\w.]*\.(\w+)`", r"`\1`", text)
    text = re.sub(r"(?m)^::\n\n((?: {4}.*\n)+)", _code, text)
    return re.sub(r"(?m)^ {4}(\w+Error): ", r"- `\1`: ", text.replace("Raises:\n", "Raises:\n\n"))


def _code(block: re.Match[str]) -> str:
    return f"```python\n{dedent(block[1])}```\n"


PAGES = {"commands.md": commands, "python.md": python, "values.md": values}

if __name__ == "__main__":
    REFERENCE.mkdir(exist_ok=True)
    for page, write in PAGES.items():
        (REFERENCE / page).write_text(write())
