"""A text while it is being copied: lines that remember which line they descend from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.model import Report
from dateline.text import analyse


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence; ``origin`` stays the same however it is edited."""

    origin: str
    text: str
    opens: bool = False  # begins a paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """A slug, the body, a credit at the end; an empty string where there is none."""

    slug: str
    lines: tuple[Line, ...]
    credit: str = ""

    @classmethod
    def of(cls, report: Report) -> Draft:
        """The body sentences of a report, with its agency's slug if it has one."""
        anatomy = analyse(report)
        slug = next((s.text.strip(" -–—") for s in anatomy.of_role("dateline")), "")
        lines, last = [], 0
        for n, s in enumerate(anatomy.body):
            opens = n == 0 or "\n" in report.text[last : s.start]
            lines.append(Line(f"base {n}", " ".join(s.text.split()), opens))
            last = s.end
        return cls(slug if "(" in slug else "", tuple(lines))

    @property
    def text(self) -> str:
        """The text as an outlet prints it."""
        out: list[str] = []
        for line in self.lines:
            if out and not line.opens:
                out[-1] += " " + line.text
            else:
                out.append(line.text)
        if out and self.slug:
            out[0] = f"{self.slug} - {out[0]}"
        return "\n".join([*out, self.credit] if self.credit else out)

    def edited(self, n: int, text: str) -> Draft:
        """The draft with another wording of line ``n``."""
        line = replace(self.lines[n], text=text)
        return replace(self, lines=(*self.lines[:n], line, *self.lines[n + 1 :]))

    def mapped(self, texts: list[str]) -> Draft:
        """The draft with another wording of every line."""
        pairs = zip(self.lines, texts, strict=True)
        return replace(self, lines=tuple(replace(line, text=text) for line, text in pairs))
