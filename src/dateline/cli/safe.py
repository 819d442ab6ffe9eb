"""Text from anywhere made fit for a terminal."""

from __future__ import annotations

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_UNSAFE = {**_CONTROLS, **_DIRECTIONS}


def one_line(text: str) -> str:
    """``text`` fit for a terminal: on one line, without control or text-direction characters.

    >>> one_line("two\\nlines and a \\x1b[2J trick")
    'two lines and a \ufffd[2J trick'
    """
    return " ".join(text.split()).translate(_UNSAFE)
