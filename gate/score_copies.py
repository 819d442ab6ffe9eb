"""Relations and dispatches measured on ``gold_copies``: pairs labelled by reading, and families.

``python -m gate.score_copies OUT.jsonl`` writes what ``score.py`` reads and prints the measures.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.match import dispatches, relations
from dateline.model import Dispatch, Relation, Report
from gate.floors import data

Gold = list[dict[str, Any]]
Found = dict[tuple[str, frozenset[str]], Relation]

# What the reader wrote where two reports share nothing but what their sites put around them.
FURNITURE = ("footer", "furniture", "gallery", "newsletter", "notice", "site ")


def rows(path: Path) -> Gold:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text().splitlines()]


def corpora(folder: Path) -> dict[str, list[Report]]:
    """The documents of each corpus."""
    names = sorted(path.stem.removeprefix("docs_") for path in folder.glob("docs_*.jsonl"))
    return {name: list(_reports(folder / f"docs_{name}.jsonl")) for name in names}


def _reports(path: Path) -> Iterator[Report]:
    fields = ("id", "text", "title", "outlet", "date")
    for row in rows(path):
        yield Report(**{name: row.get(name) or "" for name in fields})


def measured(folder: Path, found: Found, families: dict[str, list[Dispatch]]) -> dict[str, float]:
    """All measures by name; floors bear the same names."""
    gold = rows(folder / "copy_pairs.jsonl")
    scores = [_score(found, g) for g in gold]
    called = [_called(found, g) for g in gold]
    copy = [g["label"] == "copy" for g in gold]
    either = [g["label"] in ("copy", "excerpt") for g in gold]
    out = {
        "copy_f1": f1(copy, [c == "copy" for c in called]),
        "copy_average_precision": average_precision(copy, scores),
        "copy_or_excerpt_f1": f1(either, [c != "quote" for c in called]),
        "copies_between_10_and_20": recall(gold, called, "0.10-0.20"),
        "copies_between_20_and_40": recall(gold, called, "0.20-0.40"),
        "furniture_called_copy": sum(
            c == "copy" for g, c in zip(gold, called, strict=True) if is_furniture(g)
        ),
    }
    for corpus, dispatched in families.items():
        known = rows(folder / f"clusters_{corpus}.jsonl")
        out[f"families_{corpus}"] = rand_index(known, dispatched)
    return out


def _score(found: Found, g: dict[str, Any]) -> float:
    relation = found.get((g["corpus"], frozenset((g["a"], g["b"]))))
    return relation.score if relation else 0.0


def _called(found: Found, g: dict[str, Any]) -> str:
    relation = found.get((g["corpus"], frozenset((g["a"], g["b"]))))
    return relation.relation if relation else "quote"


def is_furniture(g: dict[str, Any]) -> bool:
    """Whether the reader found nothing shared but furniture."""
    return g["label"] == "quote" and any(word in g["reason"] for word in FURNITURE)


def f1(truth: list[bool], called: list[bool]) -> float:
    """Harmonic mean of precision and recall."""
    both = sum(t and c for t, c in zip(truth, called, strict=True))
    return 2 * both / max(1, sum(truth) + sum(called))


def average_precision(truth: list[bool], scores: list[float]) -> float:
    """Step-wise, equal scores as one step."""
    right, seen, total = 0, 0, 0.0
    for value in sorted(set(scores), reverse=True):
        step = [t for t, s in zip(truth, scores, strict=True) if s == value]
        right, seen = right + sum(step), seen + len(step)
        total += sum(step) * right / seen
    return total / max(1, sum(truth))


def recall(gold: Gold, called: list[str], bin_name: str) -> float:
    """The share of the copies in a containment bin that are called copies."""
    in_bin = [
        c == "copy"
        for g, c in zip(gold, called, strict=True)
        if g["label"] == "copy" and g["bin"] == bin_name
    ]
    return sum(in_bin) / len(in_bin)


def rand_index(known: Gold, dispatched: Iterable[Dispatch]) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985) of families and dispatches."""
    family = {i: row["cluster"] for row in known for i in row["ids"]}
    core = {version: d.core for d in dispatched for version in d.versions}
    both = _pairs(Counter((family[i], core[i]) for i in family))
    one, other = _pairs(Counter(family.values())), _pairs(Counter(core[i] for i in family))
    chance = one * other / (len(family) * (len(family) - 1) / 2)
    return (both - chance) / ((one + other) / 2 - chance)


def _pairs(sizes: Counter[Any]) -> float:
    return sum(n * (n - 1) / 2 for n in sizes.values())


def run(folder: Path) -> tuple[Found, dict[str, list[Dispatch]]]:
    """The relations of all corpora, and their dispatches."""
    found: Found = {}
    families = {}
    for corpus, pile in corpora(folder).items():
        listed = list(relations(pile))
        found |= {(corpus, frozenset((r.a, r.b))): r for r in listed}
        families[corpus] = dispatches([r.id for r in pile], listed)
    return found, families


def main(out: str) -> None:
    """Write the predictions and print the measures."""
    folder = data("gold_copies")
    found, families = run(folder)
    with open(out, "w") as file:
        for (corpus, _), r in found.items():
            row = {"corpus": corpus, "a": r.a, "b": r.b, "score": r.score, "relation": r.relation}
            file.write(json.dumps(row) + "\n")
    for name, value in measured(folder, found, families).items():
        print(f"{name:28} {value:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
