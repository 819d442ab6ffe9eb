"""What people decide holds, wins, and can be taken back and carried elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from dateline.errors import InputError, NotFoundError, UsageError
from dateline.model import Report
from dateline.run.archive import add
from dateline.store import Archive
from dateline.store import judgements as j

from .piles import sentence

_RNG = Random(5)
_WHARF = [sentence(_RNG) for _ in range(12)]
_FERRY = [sentence(_RNG) for _ in range(12)]
REPORTS = [
    Report("wharf", "\n".join(_WHARF)),
    Report("wharf-cut", "\n".join(_WHARF[:9])),
    Report("wharf-end", "\n".join(_WHARF[3:])),
    Report("ferry", "\n".join(_FERRY)),
    Report("ferry-cut", "\n".join(_FERRY[:8])),
    Report("lone", " ".join(sentence(_RNG) for _ in range(6))),
]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as made:
        add(made, REPORTS)
        yield made


def families(archive: Archive) -> set[frozenset[str]]:
    return {frozenset(d.versions) for d in archive.dispatches()}


WHARF, FERRY = frozenset(r.id for r in REPORTS[:3]), frozenset(r.id for r in REPORTS[3:5])


def test_the_machine_finds_both_dispatches(archive: Archive):
    assert families(archive) == {WHARF, FERRY}


def test_rejecting_takes_the_first_out_of_the_dispatch_and_hides_the_relation(archive: Archive):
    j.reject(archive, "wharf-cut", "wharf")
    assert families(archive) == {WHARF - {"wharf-cut"}, FERRY}
    assert not any({r.a, r.b} == {"wharf", "wharf-cut"} for r in archive.relations())


def test_a_dispatch_whose_core_is_split_off_gets_another_core(archive: Archive):
    core = archive.dispatch("wharf").core
    j.split(archive, [core])
    rest = archive.dispatch(next(iter(WHARF - {core})))
    assert set(rest.versions) == WHARF - {core}
    assert archive.dispatch(core).versions == (core,)


def test_reports_that_are_split_off_together_stay_together(archive: Archive):
    j.split(archive, ["wharf-cut", "wharf-end"])
    assert families(archive) == {frozenset({"wharf-cut", "wharf-end"}), FERRY}
    with pytest.raises(UsageError, match="nothing else"):
        j.split(archive, ["wharf"])


def test_merging_says_that_a_person_did_it(archive: Archive):
    j.merge(archive, "lone", "ferry", by="Ida", note="same leak")
    found = archive.dispatch("lone")
    assert set(found.versions) == FERRY | {"lone"}
    (link,) = [r for r in found.links if "lone" in (r.a, r.b)]
    assert (link.relation, link.score) == ("copy", 1.0)
    assert "by a person (Ida)" in link.evidence[0]
    assert "same leak" in link.evidence[0]


def test_a_correction_changes_the_relation_and_keeps_score_and_kind_in_step(archive: Archive):
    j.correct(archive, "wharf-cut", "wharf", "excerpt")
    (link,) = [r for r in archive.relations() if {r.a, r.b} == {"wharf", "wharf-cut"}]
    assert link.relation == "excerpt"
    assert link.score < 0.5
    assert "Corrected by a person" in link.evidence[0]
    assert families(archive) == {WHARF - {"wharf-cut"}, FERRY}


def test_accepting_what_is_not_there_is_refused(archive: Archive):
    assert j.accept(archive, "wharf-cut", "wharf").relation == "copy"
    with pytest.raises(UsageError, match="no relation"):
        j.accept(archive, "lone", "wharf")
    with pytest.raises(NotFoundError):
        j.reject(archive, "nobody", "wharf")
    with pytest.raises(UsageError, match="not 'clone'"):
        j.correct(archive, "wharf", "ferry", "clone")


def test_the_last_decision_wins_and_undoing_brings_the_one_before_back(archive: Archive):
    j.merge(archive, "wharf", "ferry")
    split = j.split(archive, ["ferry", "ferry-cut"])
    assert families(archive) == {WHARF, FERRY}
    for one in split:
        j.undo(archive, one.number)
    assert families(archive) == {WHARF | FERRY}
    assert len(j.judgements(archive)) == 1
    assert len(j.judgements(archive, undone=True)) == 1 + len(split)
    with pytest.raises(NotFoundError):
        j.undo(archive, split[0].number)


def test_judgements_hold_for_reports_that_come_later_and_are_read_otherwise(
    archive: Archive, tmp_path: Path
):
    j.reject(archive, "wharf-cut", "wharf")
    j.merge(archive, "lone", "ferry")
    add(archive, [replace(REPORTS[1], id="twin")])
    assert "twin" not in archive.dispatch("wharf").versions
    other = [replace(r, id=r.id + "!", text=r.text.upper().replace("\n", "  ")) for r in REPORTS]
    with Archive.open(tmp_path / "b.db", create=True) as rebuilt:
        assert j.take_in(rebuilt, map(j.carried, j.judgements(archive))) == 2
        assert j.take_in(rebuilt, map(j.carried, j.judgements(archive))) == 0
        add(rebuilt, other, batch=2)
        assert families(rebuilt) == {
            frozenset({"wharf!", "wharf-end!"}),
            frozenset({"ferry!", "ferry-cut!", "lone!"}),
        }


def test_what_is_no_judgement_is_refused_whole(archive: Archive):
    good = j.carried(j.merge(archive, "lone", "ferry"))
    for bad in ({}, {**good, "decision": "burn"}, {**good, "relation": "clone"}, {**good, "a": 1}):
        with pytest.raises(InputError, match="record 2"):
            j.take_in(archive, [{**good, "made": "2031"}, bad])
    assert len(j.judgements(archive)) == 1
