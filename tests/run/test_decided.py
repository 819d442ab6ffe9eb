# ruff: noqa: E501  # a paragraph is a line
"""What people decided about findings, put into what the machine found, and taken out again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claims.read import claims_of
from dateline.collate import collate
from dateline.errors import NotFoundError, UsageError
from dateline.export.gather import of_archive
from dateline.lineage.style import house_styles
from dateline.model import KINDS, Claim, Comparison, Edge, Finding, Node, Place, Report, Stemma
from dateline.run import situation
from dateline.run.archive import add
from dateline.run.as_findings import edits_and_renames, speakers_and_places
from dateline.run.decided import NONE, Decisions, decisions
from dateline.run.deciding import decide_at
from dateline.run.findings import find, findings
from dateline.run.story import story
from dateline.store import Archive
from dateline.store import judgements as j
from dateline.store.findings import decide, standing
from dateline.store.fingerprints import text_hash
from dateline.store.placing import kept_place
from dateline.text import analyse

AGENCY = """Harbour guards seized 14 boats on Tuesday near Dover, the port office said.

The Tidewatch group said at least 20 boats had been taken since noon and that the harbour guards had burnt two of them.

Fishermen called the seizure by the harbour guards a raid and asked the governor to return the boats.

Dover has been closed to boats from the islands since the storm of January, when two ferries sank.
"""
GULL = AGENCY.replace("arbour guards", "arbour police").split("Dover has")[0]
A = Report("agency", AGENCY, "", "Pelham", "2031-03-04")
B = Report("gull", GULL, "", "Gull", "2031-03-05")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as made:
        add(made, [A, B])
        yield made


def machine() -> Comparison:
    return collate(analyse(A), analyse(B))


def now(archive: Archive) -> Comparison:
    return decisions(archive, [A, B]).on(machine())


def heard(archive: Archive) -> tuple[Claim, ...]:
    return decisions(archive, [A]).heard(A, claims_of(analyse(A)))


def one(archive: Archive, about: str, words: str) -> Finding:
    b = B.id if about in ("edit", "rename") else ""
    some = findings(archive, A.id, b)
    return next(f for f in some if f.about == about and words in (f.a_span + f.b_span))


def test_a_rejected_edit_counts_no_more_and_is_still_there(archive: Archive):
    finding = one(archive, "edit", "guards")
    decide(archive, finding, "reject", by="Ida")
    row = next(r for r in now(archive).rows if r.rejected)
    assert "renamed" not in row.kinds
    assert row.rejected[0].judged is not None
    assert row.rejected[0].judged.says == "rejected by a person (Ida); the machine: renamed"


def test_an_edit_gets_the_kind_that_a_person_gave_it(archive: Archive):
    decide(archive, one(archive, "edit", "guards"), "correct", "reworded")
    row = now(archive).rows[0]
    assert row.kinds == ("reworded",)
    assert row.edits[0].judged is not None
    assert row.edits[0].judged.machine == "renamed"


def test_a_sentence_that_is_not_dropped_is_kept(archive: Archive):
    gone = one(archive, "edit", "Dover has been")
    assert gone.machine == "dropped"
    decide(archive, gone, "reject")
    assert "dropped" not in {kind for row in now(archive).rows for kind in row.kinds}
    (style,) = house_styles([story(archive, A.id).collation])
    assert "sentences dropped" not in {h.what for h in style.habits}
    assert style.kept == 1.0


def test_a_rejected_rename_is_no_habit_and_its_words_are_reworded(archive: Archive):
    before = house_styles([story(archive, A.id).collation])[0]
    assert "renamed" in {h.what for h in before.habits}
    decide(archive, one(archive, "rename", "guards"), "reject")
    collation = story(archive, A.id).collation
    (after,) = house_styles([collation])
    assert "renamed" not in {h.what for h in after.habits}
    (comparison,) = collation.comparisons
    assert [r.judged is not None for r in comparison.rejected] == [True]
    edits = [e for row in comparison.rows for e in row.edits if e.a and "guards" in e.a.text]
    assert {e.kind for e in edits} == {"reworded"}
    assert all(e.judged and e.judged.machine == "renamed" for e in edits)


@pytest.mark.parametrize("value", ["spelling", "label", "port guards → port police"])
def test_a_rename_gets_the_type_or_the_names_that_a_person_gave_it(archive: Archive, value: str):
    found = one(archive, "rename", "guards")
    decide(archive, found, "correct", value)
    (rename,) = [r for r in now(archive).renames if r.judged]
    assert value in (rename.type, f"{rename.a} → {rename.b}")
    assert rename.judged is not None
    assert rename.judged.machine == found.machine


def test_a_rename_can_be_rejected_wherever_it_is(archive: Archive):
    here = one(archive, "rename", "guards")
    everywhere = find(archive, here.at)
    assert everywhere.a == everywhere.b == ""
    decide(archive, everywhere, "reject")
    assert [r.judged is not None for r in now(archive).rejected] == [True]
    back = decisions(archive, [A, B]).on(collate(analyse(B), analyse(A)))
    assert len(back.rejected) == 1


def test_a_decision_holds_whichever_is_read_as_the_base(archive: Archive):
    decide(archive, one(archive, "edit", "Dover has been"), "accept")
    back = decisions(archive, [A, B]).on(collate(analyse(B), analyse(A)))
    (row,) = [r for r in back.rows if r.judged]
    assert row.kinds == ("added",)
    assert row.judged is not None
    assert row.judged.machine == "added"


def test_a_corrected_speaker_counts_as_that_speaker(archive: Archive):
    finding = one(archive, "speaker", "at least 20 boats")
    before = next(s for s in story(archive, A.id).statements if "20 boats" in s.words)
    assert before.ends[0].name == "Tidewatch group"
    decide(archive, finding, "correct", "Ilse Drummond")
    after = next(s for s in story(archive, A.id).statements if "20 boats" in s.words)
    assert [e.name for e in after.ends] == ["Ilse Drummond"]
    assert after.sources.at_least == 1
    (claim,) = [c for c in heard(archive) if c.judged]
    assert claim.judged is not None
    assert claim.judged.machine == "Tidewatch group"


def test_a_rejected_speaker_is_unknown(archive: Archive):
    decide(archive, one(archive, "speaker", "at least 20 boats"), "reject")
    (claim,) = [c for c in heard(archive) if c.judged]
    assert (claim.kind, claim.source) == ("attributed", None)
    after = next(s for s in story(archive, A.id).statements if "20 boats" in s.words)
    assert [e.name for e in after.ends] == [None]


def places(archive: Archive) -> list[Place]:
    return [p for c in heard(archive) for p in c.places if p.text == "Dover"]


def test_a_place_is_where_a_person_says_at_every_mention_by_these_words(archive: Archive):
    finding = one(archive, "place", "Dover")
    kept = replace(places(archive)[0], name="Dover Flats", lat=39.2, lon=-75.5, geonameid=None)
    decide(archive, finding, "correct", kept_place(kept))
    found = places(archive)
    assert len(found) == 2
    assert {(p.name, p.lat, p.lon) for p in found} == {("Dover Flats", 39.2, -75.5)}
    assert all(p.judged and p.judged.machine == finding.machine for p in found)
    assert found[0].basis.startswith("corrected by a person; the machine: Dover")


def test_a_rejected_place_is_nowhere(archive: Archive):
    decide(archive, one(archive, "place", "Dover"), "reject")
    assert {(p.name, p.lat, p.precision) for p in places(archive)} == {(None, None, 7)}


@pytest.mark.parametrize(("decision", "confidence"), [("accept", 1.0), ("reject", 0.0)])
def test_an_edge_of_the_lineage_is_as_sure_as_a_person_is(
    archive: Archive, decision: str, confidence: float
):
    stemma = Stemma("d", None, A.id, (Node(A.id), Node(B.id)), (Edge(A.id, B.id, 0.4),))
    made = decide_at(archive, decision, "edge", A.id, B.id, by="Ida")
    decided = decisions(archive, [A, B])
    (edge,) = decided.tree(stemma, {r.id: r for r in (A, B)}).edges
    assert edge.confidence == confidence
    assert edge.judged is not None
    assert edge.judged.machine == "made from it (0.40)"
    assert decided.unmet_on(decided.on(machine())) == []
    back = replace(stemma, edges=(Edge(B.id, A.id, 0.4),))
    assert decided.tree(back, {r.id: r for r in (A, B)}) == back
    j.undo(archive, made.number)
    assert decisions(archive, [A, B]).tree(stemma, {r.id: r for r in (A, B)}) == stemma
    with pytest.raises(UsageError):
        decide_at(archive, "correct", "edge", A.id, B.id, "made by nobody")


def test_all_ways_to_the_archive_show_what_holds(archive: Archive):
    decide(archive, one(archive, "speaker", "at least 20 boats"), "correct", "Ilse Drummond")
    (family,) = of_archive(archive)
    assert [c.judged is not None for c in family.claims[A.id]].count(True) == 1
    assert situation.of_archive(archive).reports == 2


def test_a_finding_that_is_not_there_is_not_found(archive: Archive):
    for at, a in (("edit:1-2:3-4", A.id), ("weather", ""), ("rename:weather:a=b", "")):
        with pytest.raises(NotFoundError):
            find(archive, at, a, B.id)


def test_what_the_machine_finds_no_more_is_told(archive: Archive):
    finding = one(archive, "edit", "Dover has been")
    gone = replace(finding, a_start=3, a_span="bour g")
    decide(archive, gone, "reject")
    first = decide(archive, finding, "reject")
    last = decide(archive, finding, "accept")
    decided = decisions(archive, [A, B])
    (unmet,) = decided.unmet_on(decided.on(machine()))
    assert unmet.a_span == "bour g"
    assert decided.unmet_in(A, heard(archive)) == []
    assert standing(archive, j.judgements(archive)) == {
        first.number: f"decision {last.number} holds instead"
    }


def test_names_of_findings_are_their_own():
    c, claims = machine(), claims_of(analyse(A))
    names = [f.at for f in (*edits_and_renames(c), *speakers_and_places(claims))]
    assert len(names) == len(set(names))


EDITS = list(edits_and_renames(machine()))
CLAIMS = list(speakers_and_places(claims_of(analyse(A))))
VALUES = {"edit": st.sampled_from(KINDS), "rename": st.sampled_from(["spelling", "label", "x → y"])}
SPOKEN = {"speaker": st.text("Iao ", min_size=1, max_size=9).filter(str.strip)}
SOMEWHERE = '{"name": "X", "geonameid": 1, "lat": 1, "lon": 2, "feature": "", "precision": 1, "country": ""}'


@st.composite
def judgements(draw: st.DrawFn, number: int) -> j.Judgement:
    f = draw(st.sampled_from(EDITS + CLAIMS))
    decision = draw(st.sampled_from(["accept", "reject", "correct"]))
    value = {"accept": f.value, "reject": ""}.get(decision)
    if value is None:
        value = draw((VALUES | SPOKEN).get(f.about, st.just(SOMEWHERE)))
    texts = text_hash(AGENCY), text_hash(GULL) if f.b else ""
    return j.Judgement(
        *(number, decision, "", f.a, f.b, "", "", "", "", ""),  # type: ignore[arg-type]
        about=f.about,
        a_text=texts[0],
        b_text=texts[1],
        a_start=f.a_start,
        a_span=f.a_span,
        b_start=f.b_start,
        b_span=f.b_span,
        machine=f.machine,
        value=value,
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 9).flatmap(lambda n: judgements(n)), max_size=8))
def test_whatever_is_decided_the_machines_values_stay_beside(made: list[j.Judgement]):
    before, claims = machine(), claims_of(analyse(A))
    decided = Decisions(replace(one, number=n) for n, one in enumerate(made))
    after, said = decided.on(before), decided.heard(A, claims)
    assert len(after.rows) == len(before.rows)
    for old, new in zip(before.rows, after.rows, strict=True):
        assert (old.a, old.b, old.moved) == (new.a, new.b, new.moved)
        assert len(old.edits) == len(new.edits) + len(new.rejected)
        assert new.kinds
        by_machine = sorted(
            e.judged.machine if e.judged else e.kind for e in (*new.edits, *new.rejected)
        )
        assert by_machine == sorted(e.kind for e in old.edits)
        assert {e.kind for e in new.edits} <= set(new.kinds)
    assert len(after.renames) + len(after.rejected) == len(before.renames)
    assert len(said) == len(claims)
    for was, claim in zip(claims, said, strict=True):
        assert claim.content == was.content
        assert (claim.judged is None) <= (claim.source == was.source)
        assert len(claim.places) == len(was.places)
        assert all(
            (p.judged is None) <= (p == q) for p, q in zip(claim.places, was.places, strict=True)
        )
    assert decided.on(before) == after
    assert NONE.on(before) is before
    assert NONE.heard(A, claims) == claims


@settings(max_examples=10, deadline=None)
@given(
    choices=st.lists(
        st.tuples(st.sampled_from(EDITS + CLAIMS), st.sampled_from(["accept", "reject"])),
        max_size=5,
    )
)
def test_undoing_all_of_it_gives_the_machines_back(
    choices: list[tuple[Finding, str]], tmp_path_factory: pytest.TempPathFactory
):
    with Archive.open(tmp_path_factory.mktemp("u") / "a.db", create=True) as archive:
        add(archive, [A, B])
        made = [decide(archive, *choice) for choice in choices]
        for one in made:
            j.undo(archive, one.number)
        assert now(archive) == machine()
        assert heard(archive) == claims_of(analyse(A))
