"""Classes of letters for regular expressions, as ``re`` has none of Unicode's."""

from __future__ import annotations

import unicodedata


def _of(category: str, last: int) -> str:
    return "".join(chr(c) for c in range(last) if unicodedata.category(chr(c)) == category)


# Capitals of the Latin, Greek, Cyrillic and Armenian scripts.
UPPER = f"[{_of('Lu', 0x590)}]"
# Letters of scripts that know no capitals: Hebrew, Arabic, the scripts of India, Han …
CASELESS = r"(?:[\u05d0-\u1fff\u2c80-\ud7ff\uf900-\ufdff\U00020000-\U0003ffff](?<![\W\d_]))"
