"""The lineage and the claims of the truth hang together and stand in the reports."""

from datetime import date
from typing import Any

Truth = dict[str, Any]
Words = dict[str, str]


def ancestors(truth: Truth, node: str) -> list[str]:
    parent = {e["child"]: e["parent"] for e in truth["lineage"]["edges"]}
    line = [node]
    while line[-1] in parent:
        line.append(parent[line[-1]])
    return line


def test_the_lineage_is_one_tree_over_the_versions(truth: Truth) -> None:
    nodes = {n["id"] for n in truth["lineage"]["nodes"]}
    seen = {n["id"] for n in truth["lineage"]["nodes"] if n["seen"]}
    children = [e["child"] for e in truth["lineage"]["edges"]]
    assert seen == set(truth["dispatches"][0]["versions"])
    assert sorted(children) == sorted(nodes - {"skerry-1"})
    assert all(ancestors(truth, n)[-1] == "skerry-1" for n in nodes)


def test_an_unseen_node_has_two_children(truth: Truth) -> None:
    for node in truth["lineage"]["nodes"]:
        if not node["seen"]:
            assert sum(e["parent"] == node["id"] for e in truth["lineage"]["edges"]) >= 2


def test_verdicts_follow_from_the_tree(truth: Truth) -> None:
    for v in truth["lineage"]["verdicts"]:
        up_a, up_b = ancestors(truth, v["a"]), ancestors(truth, v["b"])
        assert v["nearest"] == next(n for n in up_a if n in up_b)
        verdict = {v["a"]: "b<-a", v["b"]: "a<-b"}.get(v["nearest"], "common unseen source")
        assert v["verdict"] == verdict


def test_a_copy_keeps_what_its_parent_changed(words: Words) -> None:
    courier = ["Hazaf gunmen", "Al Sarrukh", "unarmed will be harmed", "the national army"]
    syndicated = ["Feb. 8", "Tel Gorim", "5 kilometers long"]
    second = ["rose to 23", "approximately 2,600", "denied that the terminal"]
    for marks, carriers in (
        (courier, {"idwan-courier", "sluice24"}),
        (syndicated, {"harbor-ledger", "saltmarsh-post"}),
        (second, {"skerry-2", "corvane-mail"}),
    ):
        for mark in marks:
            assert {n for n, t in words.items() if mark.casefold() in t.casefold()} == carriers


def test_the_statement_is_quoted_but_not_in_the_pile(truth: Truth, words: Words) -> None:
    (cited,) = truth["lineage"]["cited"]
    assert all(cited["words"] in words[report] for report in cited["by"])
    assert not cited["seen"]


def test_claims_stand_in_the_reports_that_they_name(truth: Truth, words: Words) -> None:
    for claim in truth["claims"]:
        for form in claim["words"]:
            for report in form["in"]:
                for part in ("source", "cue", "content"):
                    assert (form[part] or "") in words[report], (claim["id"], report, part)


def test_a_form_stands_in_no_report_that_lacks_the_claim(truth: Truth, words: Words) -> None:
    for claim in truth["claims"]:
        for report in claim["not_in"]:
            for form in claim["words"]:
                assert form["content"] not in words[report], (claim["id"], report)


def test_claims_account_for_every_version(truth: Truth) -> None:
    versions = set(truth["dispatches"][0]["versions"])
    for claim in truth["claims"]:
        named = [r for form in claim["words"] for r in form["in"]]
        assert len(named) == len(set(named))
        if set(named) & versions and claim["kind"] != "caption":
            assert set(named) & versions == versions - set(claim["not_in"]), claim["id"]


def test_claims_name_the_dispatches_that_they_stand_in(truth: Truth) -> None:
    home = {v: d["id"] for d in truth["dispatches"] for v in d["versions"]}
    for claim in truth["claims"]:
        assert {home[r] for f in claim["words"] for r in f["in"]} == set(claim["dispatches"])


def test_numbers_stand_in_their_reports(truth: Truth, words: Words) -> None:
    for claim in truth["claims"]:
        first = claim["words"][0]["in"][:1]
        for number in claim["numbers"]:
            for report in number.get("in", first):
                assert number["text"] in words[report], (claim["id"], number["text"])


def test_places_stand_in_their_first_report(truth: Truth, words: Words) -> None:
    for claim in truth["claims"]:
        for place in claim["places"]:
            first = words[claim["words"][0]["in"][0]].casefold()
            assert place["text"].removeprefix("the ").casefold() in first, claim["id"]


def test_claims_refer_to_claims(truth: Truth) -> None:
    ids = [c["id"] for c in truth["claims"]]
    assert len(ids) == len(set(ids))
    for claim in truth["claims"]:
        assert {claim["parent"], claim["restates"]} - {None} <= set(ids)
    for dispute in truth["disputes"]:
        assert {dispute["claim"], dispute["by"]} <= set(ids)


def test_ranges_are_ranges(truth: Truth) -> None:
    groups = [*truth["claims"], *truth["same_claim"], *truth["same_event_figures"]]
    for claim in groups:
        sources = claim["originating_sources"]
        assert sources["at_least"] >= 1
        assert sources["at_most"] is None or sources["at_most"] >= sources["at_least"]
        assert sources["why"]


def test_groups_of_claims_count_their_reports(truth: Truth) -> None:
    by_id = {c["id"]: c for c in truth["claims"]}
    for group in truth["same_claim"]:
        claims = [by_id[i] for i in group["claims"]]
        assert group["reports"] == len({r for c in claims for f in c["words"] for r in f["in"]})
        assert group["dispatches"] == len({d for c in claims for d in c["dispatches"]})


def test_intervals_run_forward(truth: Truth) -> None:
    for claim in truth["claims"]:
        for when in filter(None, (claim["said"], claim["event"])):
            start, end = date.fromisoformat(when["start"]), date.fromisoformat(when["end"])
            assert start <= end
            assert when["text"] or when["basis"]


def test_weekdays_are_the_calendars(truth: Truth) -> None:
    """The texts name Friday, April 12, and the other days of that week."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for claim in truth["claims"]:
        for when in filter(None, (claim["said"], claim["event"])):
            named = [d for d in days if d in when["text"]][:1]
            start = date.fromisoformat(when["start"])
            assert named in ([], [days[start.weekday()]]), claim["id"]


def test_voices_are_the_claims_sources(truth: Truth) -> None:
    dropped = set(truth["voices"]["skerry-1"]) - set(truth["voices"]["idwan-courier"])
    assert dropped == {"Varuh Conflict Register"}
    again = set(truth["voices"]["idwan-courier"]) - set(truth["voices"]["sluice24"])
    assert again == {"Southern Covenant"}


def test_what_actors_and_places_are_is_the_texts_word(truth: Truth, words: Words) -> None:
    pile = " ".join(words.values())
    for entry in [*truth["actors"], *truth["places"]]:
        assert all(name in pile for name in entry["written"])
        for key in ("stated", "by_the_text"):
            if entry.get(key):
                assert entry[key]["text"] in words[entry[key]["report"]]
