"""Per place the latest word of each source: sentences of fiction."""

from __future__ import annotations

import pytest

from dateline.claims.actors import relations_of
from dateline.claims.situation import Parties, lost_outsider
from dateline.model import Count, Report, Source
from dateline.text import analyse
from tests.claims.situation.fiction import PARTIES, place, situation

TAKEN = "The army captured the town of Tel Ghorim on Thursday, the Varuh Observatory said."
HELD = "Covenant militia fighters captured the town of Tel Ghorim, the Orlen Observatory said."
DENIED = "The army has not captured the town of Tel Ghorim, the Orlen Observatory said."


def test_each_source_has_its_own_account():
    told = place(situation({"a": TAKEN, "b": DENIED}), "Tel Ghorim")
    assert {(a.source, a.deed, a.negated) for a in told.accounts} == {
        ("Varuh Observatory", "captured", False),
        ("Orlen Observatory", "captured", True),
    }
    assert told.sources == Count(2, 2)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (DENIED, "one says that it happened, the other that it did not"),
        (HELD, "in whose hands"),
    ],
)
def test_sources_that_contradict_each_other_are_told(other: str, says: str):
    told = place(situation({"a": TAKEN, "b": other}), "Tel Ghorim")
    assert [d.says for d in told.disagreements] == [says]


def test_copies_are_reports_and_not_words():
    copies = dict.fromkeys(("a", "b", "c"), TAKEN)
    told = place(situation(copies, dispatch=dict.fromkeys(copies, "one")), "Tel Ghorim")
    (account,) = told.accounts
    assert (len(account.reports), account.versions, account.dispatches) == (3, 3, 1)
    assert (told.reports, told.dispatches, told.sources) == (3, 1, Count(1, 1))


def test_two_dispatches_on_one_source_rest_on_one_word():
    told = place(situation({"a": TAKEN, "b": TAKEN}), "Tel Ghorim")
    assert (told.dispatches, told.sources) == (2, Count(1, 1))


def test_a_name_that_is_part_of_another_is_one_word():
    shorter = TAKEN.replace(
        "the Varuh Observatory", "the Britain-based Varuh Observatory for Losses"
    )
    told = place(situation({"a": TAKEN, "b": shorter}), "Tel Ghorim")
    assert told.sources == Count(1, 1)
    assert [a.sources for a in told.accounts] == [Count(1, 1)] * len(told.accounts)


def test_two_names_that_tell_one_thing_in_one_dispatch_may_be_one_word():
    both = f"{TAKEN} {TAKEN.replace('the Varuh Observatory', 'the Orlen Guard')}"
    told = place(situation({"a": both}), "Tel Ghorim")
    assert told.sources == Count(1, 2)
    assert {a.sources for a in told.accounts} == {Count(1, 2)}


def test_two_names_that_tell_different_things_are_two_words():
    told = place(situation({"a": f"{TAKEN} {DENIED}"}), "Tel Ghorim")
    assert told.sources == Count(2, 2)
    assert {a.sources for a in told.accounts} == {Count(1, 1)}


def test_a_newsroom_may_have_it_from_anybody():
    own = "The army captured the town of Tel Ghorim on Thursday."
    assert place(situation({"a": own}), "Tel Ghorim").sources == Count(1, None)
    assert place(situation({"a": TAKEN, "b": own}), "Tel Ghorim").sources == Count(1, 2)


def test_what_a_version_lacks_shows_in_its_count():
    texts = {"a": TAKEN, "b": "Rain fell on the harbour."}
    told = place(situation(texts, dispatch={"a": "one", "b": "one"}), "Tel Ghorim")
    (account,) = told.accounts
    assert (len(account.reports), account.versions) == (1, 2)


def test_a_later_word_of_the_same_source_replaces_the_earlier():
    text = (
        "The army captured Tel Ghorim on Monday, the Varuh Observatory said. "
        "The army withdrew from Tel Ghorim on Wednesday, the Varuh Observatory said."
    )
    told = place(situation({"a": text}), "Tel Ghorim")
    assert [a.deed for a in told.accounts] == ["withdrew"]


def test_an_unknown_day_stays_unknown_and_is_kept():
    text = "The army captured Tel Ghorim, the Varuh Observatory said."
    (account,) = place(situation({"a": text}), "Tel Ghorim").accounts
    assert account.event is None


def test_the_newsroom_speaks_in_the_name_of_the_dispatchs_origin():
    told = situation({"a": "The army captured Tel Ghorim."}, origin={"a": "Skerry"})
    (account,) = place(told, "Tel Ghorim").accounts
    assert (account.voice, account.source) == ("narration", "Skerry")


def test_learned_names_join_the_versions():
    texts = {
        "a": "Hazaf fighters captured Tel Ghorim.",
        "b": "Covenant fighters captured Tel Ghorim.",
    }
    told = situation(
        texts, dispatch=dict.fromkeys(texts, "one"), names={"b": {"covenant": "Hazaf"}}
    )
    (account,) = place(told, "Tel Ghorim").accounts
    assert (account.actor, account.reports) == ("Hazaf", ("a", "b"))


def test_the_users_parties_mark_the_sources():
    text = "The rebels captured Tel Ghorim, the Tazmari army said."
    (account,) = place(situation({"a": text}, parties=PARTIES), "Tel Ghorim").accounts
    assert account.party == "state"


def test_a_place_without_a_name_is_said_to_be_so():
    (told,) = situation({"a": "The army captured three villages."}).places
    assert (told.name, told.named) == ("three villages", False)


def source(name: str, kind: str = "unknown") -> Source:
    return Source(0, len(name), name, name, kind)  # type: ignore[arg-type]


ARMY, MONITOR = source("Tazmari army", "state military"), source("Varuh Observatory", "monitor")


def test_dropping_the_only_source_that_is_no_party():
    lost = lost_outsider([ARMY, MONITOR], ["Tazmari army"], PARTIES)
    assert lost == ("Varuh Observatory", "dropped the only source that is no party")


def test_without_parties_only_what_the_text_says_is_said():
    lost = lost_outsider([ARMY, MONITOR], ["Tazmari army"], Parties())
    assert lost == ("Varuh Observatory", "dropped the only source that the text calls a monitor")


def test_nothing_is_said_where_it_was_kept_or_was_not_the_only_one():
    other = source("Orlen Register")
    assert lost_outsider([ARMY, MONITOR], ["Tazmari army", "Varuh Observatory"], PARTIES) is None
    assert lost_outsider([ARMY, MONITOR, other], ["Tazmari army"], PARTIES) is None


def test_a_service_that_a_party_runs_is_that_partys():
    text = "The news service run by the Covenant militia spoke. It rained."
    relations = relations_of(analyse(Report("a", text)))
    service = source("news service run by the Covenant militia", "agency")
    assert lost_outsider([service, MONITOR], [], PARTIES, relations) is not None
    assert lost_outsider([service, MONITOR], [], PARTIES) is None


@pytest.mark.parametrize(
    "other",
    [
        "Covenant militia fighters captured the town of Tel Ghorim in 2014, the Orlen post said.",
        "Covenant militia fighters captured Tel Ghorim in January 2019, the Orlen post said.",
    ],
)
def test_what_changed_hands_since_is_no_contradiction(other: str):
    told = place(situation({"a": TAKEN, "b": other}), "Tel Ghorim")
    assert len(told.accounts) == 2
    assert told.disagreements == ()


def test_fighters_may_be_anybody():
    other = "The fighters captured the town of Tel Ghorim on Thursday, the Orlen Observatory said."
    told = place(situation({"a": TAKEN, "b": other}), "Tel Ghorim")
    assert {a.actor for a in told.accounts} == {"army", "fighters"}
    assert told.disagreements == ()
