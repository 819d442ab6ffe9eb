"""A sentence is found in everything that carries it: whole, cut, altered, short."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest

from dateline.errors import UsageError
from dateline.model import Report
from dateline.run.archive import add
from dateline.store import Archive
from dateline.store.trace import Found, Trace, trace

SENTENCE = "The harbour board said on Monday that Lantern Wharf would close until further notice."
AROUND = "Ferries to Grell island left from the other quay. Nobody was hurt."
REPORTS = [
    Report("whole", f"{AROUND} {SENTENCE}", outlet="Gull", date="2031-03-05"),
    Report("first", f"{SENTENCE.upper()} Skaters cheered.", outlet="Post", date="4 March 2031"),
    Report("cut", f"The harbour board said that Lantern Wharf would close. {AROUND}", date="?"),
    Report(
        "altered",
        "On Sunday it rained. The port authority said on Tuesday that Lantern Pier"
        " would shut until further notice, to nobody's surprise.",
        date="2031-03-06",
    ),
    Report("split", "The harbour board said on Monday that Lantern Wharf\n\nwould close. Why?"),
    Report("other", "The harbour board met on Monday. Lantern Wharf is the oldest in Ostmere."),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("trace") / "a.db", create=True) as made:
        add(made, REPORTS)
        yield made


def found(done: Trace) -> dict[str, Found]:
    (sentence,) = done.sentences
    return {f.report: f for f in sentence.found}


def assert_exact(done: Trace, draft: str) -> None:
    texts = {r.id: r.text for r in REPORTS}
    for sentence in done.sentences:
        assert draft[sentence.start : sentence.end] == sentence.text
        for one in sentence.found:
            for passage in one.passages:
                a, b = draft[slice(*passage.a)], texts[one.report][slice(*passage.b)]
                assert a.split()[0].casefold() == b.split()[0].casefold()
            for edit in one.edits:
                if edit.a:
                    assert draft[edit.a.start : edit.a.end] == edit.a.text
                if edit.b:
                    assert texts[one.report][edit.b.start : edit.b.end] == edit.b.text


def test_a_sentence_is_found_whole_cut_and_altered(archive: Archive):
    done = trace(archive, SENTENCE)
    how = {report: f.how for report, f in found(done).items()}
    assert how == {
        "whole": "whole",
        "first": "whole",
        "cut": "cut",
        "split": "cut",
        "altered": "altered",
    }
    assert_exact(done, SENTENCE)
    edits = {(e.a and e.a.text, e.b and e.b.text) for e in found(done)["altered"].edits}
    assert ("harbour board", "port authority") in edits


@pytest.mark.parametrize(
    ("draft", "edit"),
    [
        (SENTENCE.replace("notice", "orders"), ("orders", "notice")),
        (SENTENCE.replace("further notice", "the weekend"), ("the weekend", "further notice")),
        (SENTENCE.replace("The harbour", "A port"), ("A port", "The harbour")),
    ],
)
def test_words_that_end_or_open_a_sentence_are_altered_not_cut(
    archive: Archive, draft: str, edit: tuple[str, str]
):
    whole = found(trace(archive, draft))["whole"]
    assert whole.how == "altered"
    assert [(e.a and e.a.text, e.b and e.b.text) for e in whole.edits] == [edit]


def test_furniture_of_a_draft_is_not_looked_for(archive: Archive):
    draft = f"{SENTENCE}\n\nCopyright 2031 The Grell Post. All rights reserved."
    done = trace(archive, draft)
    assert [s.text for s in done.sentences] == [SENTENCE]


def test_since_when_is_as_given_and_the_unknown_is_said(archive: Archive):
    done = trace(archive, SENTENCE)
    assert (done.since, done.undated) == ("2031-03-04", 2)
    assert [c.report for c in done.carriers][:3] == ["first", "whole", "altered"]
    assert done.carriers[0].date == "4 March 2031"
    assert {c.date for c in done.carriers if not c.day} == {"?", ""}


@pytest.mark.parametrize("words", ["Nobody was hurt", "nobody was hurt.", "Skaters cheered"])
def test_fewer_than_five_words_are_found_too(archive: Archive, words: str):
    done = trace(archive, words)
    wanted = {r.id for r in REPORTS if words.rstrip(".").casefold() in r.text.casefold()}
    assert set(found(done)) == wanted
    assert_exact(done, words)


def test_a_draft_of_several_sentences_is_related_as_a_whole(archive: Archive):
    draft = f"A sentence that nobody has ever printed before today. {AROUND} {SENTENCE}"
    done = trace(archive, draft)
    assert_exact(done, draft)
    assert done.sentences[0].found == ()
    carriers = {c.report: c for c in done.carriers}
    assert carriers["whole"].share > 0.7 > carriers["cut"].share
    assert carriers["whole"].relation is not None
    assert len(archive) == len(REPORTS)


@pytest.mark.parametrize("nothing", ["", "…", "zzyzx qwrtp", '"', "\0 AND OR NOT *"])
def test_nothing_is_found_where_nothing_is(archive: Archive, nothing: str):
    done = trace(archive, nothing)
    assert (done.carriers, done.since, done.undated) == ((), "", 0)


def test_search_finds_words_phrases_and_beginnings(archive: Archive):
    assert {h.report for h in archive.search("lantern PIER")} == {"altered"}
    assert {h.report for h in archive.search('"Grell island" ferries')} == {"whole", "cut"}
    assert {h.report for h in archive.search("skat*")} == {"first"}
    for hit in archive.search("wharf"):
        assert hit.spans
        assert all(hit.text[s.start : s.end].casefold() == "wharf" for s in hit.spans)


@pytest.mark.parametrize("odd", ['"', "a AND (", "-", '""', "NEAR(", "title:", "*", "\0"])
def test_search_takes_anything(archive: Archive, odd: str):
    with suppress(UsageError):
        assert isinstance(archive.search(odd), list)
