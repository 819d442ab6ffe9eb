"""Claims followed through versions and across dispatches."""

from __future__ import annotations

from dateline.claims.merge import Told, statements
from dateline.model import Count, Dispatch, Report, Statement, Story
from dateline.run.local import collated
from dateline.run.statements import told

LEDE = "The ferry Halcyon ran aground off Port Hollin before dawn on Thursday."
MASTER = "The harbour master, Mirel Dassa, said 41 passengers had been taken off by pilot boats."
LINE = "The Sill Line, which owns the ferry, said her hull was sound."
REGISTER = "The Varuh Conflict Register said a mine had torn the hull of the ferry open."
REST = [
    "Pilot boats put out from both piers as soon as the horn was heard over the water.",
    "The line to Umm Vashet is closed until divers have looked at the ship from below.",
]


def dispatch(name: str, *versions: str, dates: tuple[str, ...] = ()) -> Told:
    days = dates or ("2019-04-11",) * len(versions)
    reports = [
        Report(f"{name}{n}", text, outlet=f"{name} {n}", date=day)
        for n, (text, day) in enumerate(zip(versions, days, strict=True))
    ]
    one = Dispatch(name, f"{name}0", tuple(r.id for r in reports))
    return told(collated(one, reports), reports)


def text(*sentences: str) -> str:
    return " ".join((*sentences, *REST))


def about(found: list[Statement], words: str) -> Statement:
    (one,) = [s for s in found if words in s.words and s.attributed]
    return one


def test_a_version_that_drops_a_sentence_lacks_its_claim():
    a = text(LEDE, MASTER, LINE, REGISTER)
    found = statements([dispatch("d", a, text(LEDE, MASTER, LINE))])
    mine = about(found, "torn the hull")
    assert mine.reports == 1
    assert [(x.report, x.how) for x in mine.lacking] == [("d1", "dropped")]
    assert mine.ends[0].name == "Varuh Conflict Register"
    both = about(found, "41 passengers")
    assert (both.reports, both.dispatches, both.sources) == (2, 1, Count(1, 1))
    assert both.lacking == ()


def test_spans_are_exact_and_the_chain_leads_to_the_speaker():
    one = dispatch("d", text(LEDE, MASTER), text(LEDE, MASTER.replace("41", "14")))
    found = about(statements([one]), "passengers")
    for seen in found.appearances:
        body = one.versions[seen.report].anatomy.report.text
        assert body[seen.words.start : seen.words.end] == seen.words.text
        assert seen.source is not None
        assert body[seen.source.start : seen.source.end] == seen.source.text
    assert {a.report: a.carried for a in found.appearances} == {"d0": "same", "d1": "altered"}
    assert found.ends[0].chain[-1] == "Mirel Dassa"


def test_an_attribution_that_a_version_cuts_is_still_the_sources_word():
    cut = "A mine had torn the hull of the ferry open."
    found = statements([dispatch("d", text(LEDE, REGISTER), text(LEDE, cut))])
    mine = about(found, "torn the hull")
    assert {a.report: a.carried for a in mine.appearances} == {"d0": "same", "d1": "unattributed"}
    assert mine.sources == Count(1, 1)


def test_what_a_report_says_on_two_words_rests_on_one_or_two():
    again = "The Sill Line said 41 passengers of the ferry had been taken off by pilot boats."
    found = statements([dispatch("d", text(LEDE, MASTER, again))])
    both = about(found, "41 passengers")
    assert [e.name for e in both.ends] == ["Mirel Dassa", "Sill Line"]
    assert both.sources == Count(1, 2)
    assert (both.reports, both.dispatches) == (1, 1)


def test_identical_reports_say_it_at_the_same_places():
    one = dispatch("d", text(LEDE, MASTER), text(LEDE, MASTER))
    found = about(statements([one]), "passengers")
    assert found.reports == 2
    assert {a.claim.split("#")[0] for a in found.appearances} == {"d0", "d1"}


def story(*some: Told) -> Story:
    return Story("s", tuple(t.dispatch.id for t in some), ())


def test_dispatches_of_one_story_are_linked_and_those_of_two_are_not():
    other = "Mirel Dassa, the harbour master, said that pilot boats had taken off 41 passengers."
    some = [dispatch("d", text(LEDE, MASTER)), dispatch("e", f"{other} It was a cold morning.")]
    assert about(statements(some, [story(*some)]), "passengers").dispatches == 2
    apart = [s for s in statements(some) if "passengers" in s.words]
    assert [s.dispatches for s in apart] == [1, 1]


def test_figures_that_differ_stand_side_by_side():
    other = "Hanna Orsal, a nurse, said 19 passengers had been taken off by pilot boats."
    some = [dispatch("d", text(LEDE, MASTER)), dispatch("e", f"{other} It was a cold morning.")]
    found = statements(some, [story(*some)])
    mine = about(found, "41 passengers")
    theirs = about(found, "19 passengers")
    assert mine.conflicts == (theirs.id,)
    assert {(f.number.value, f.source) for f in mine.figures} == {
        (41, "Mirel Dassa"),
        (19, "Hanna Orsal"),
    }


def test_the_first_appearance_is_the_earliest_report():
    one = dispatch("d", text(LEDE, MASTER), text(MASTER, LEDE), dates=("2019-04-12", "2019-04-11"))
    found = about(statements([one]), "passengers")
    assert (found.first.report, found.first.time) == ("d1", "2019-04-11")


def test_of_one_day_the_version_upstream_is_first():
    credited = text(LEDE, MASTER, REGISTER).replace(LEDE, f"PORT HOLLIN (Reuters) - {LEDE}")
    one = dispatch("d", text(LEDE, MASTER), credited)
    assert one.base == "d1"
    assert about(statements([one]), "passengers").first.report == "d1"


def test_a_restatement_in_one_report_is_not_counted_twice():
    lede = "Pilot boats took 41 passengers off the ferry, the harbour master Mirel Dassa said."
    body = "Dassa said the pilot boats had taken 41 passengers off the ferry by six."
    found = statements([dispatch("d", text(lede, body))])
    some = [s for s in found if "passengers" in s.words and s.attributed]
    assert [(s.reports, s.sources) for s in some] == [(1, Count(1, 1))]
