"""Every word that the truth quotes stands in the report that it names, and every count is right."""

import itertools
import re
from typing import Any

import pytest

Truth = dict[str, Any]
Words = dict[str, str]
MARKS = re.compile(r"[\"'“”‘’]")


def pieces(truth: Truth, report: str) -> list[dict[str, Any]]:
    return list(truth["reports"][report]["pieces"])


def body(truth: Truth, report: str) -> set[int]:
    return {p["n"] for p in pieces(truth, report) if p["role"] == "body"}


def side(truth: Truth, collation: Truth, row: Truth, name: str) -> str:
    """The words of one side of a row."""
    have = pieces(truth, collation[name])
    return " ".join(have[n]["text"] for n in row[name])


def times(name: str, text: str) -> int:
    """How often a name stands in a text as whole words."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def bare(text: str) -> list[str]:
    """The words of a text without marks, where a lost apostrophe may have left a blank."""
    return re.findall(r"\w+", MARKS.sub(" ", text).casefold())


def test_every_file_is_in_the_truth(truth: Truth, files: Any) -> None:
    assert {(r["file"], r["record"]) for r in truth["reports"].values()} == set(files)


def test_the_pile_is_as_large_as_promised(truth: Truth) -> None:
    outlets = {r["outlet"] for r in truth["reports"].values()}
    assert (len(truth["reports"]), len(outlets)) == (10, 8)


def test_pieces_are_the_whole_text_in_order(truth: Truth, words: Words) -> None:
    for report, text in words.items():
        have = pieces(truth, report)
        assert [p["n"] for p in have] == list(range(len(have)))
        assert " ".join(p["text"] for p in have) == text, report


def test_fields_are_the_files(truth: Truth, raw: Any) -> None:
    for name, report in truth["reports"].items():
        for field in ("title", "published", "url"):
            assert report[field] == getattr(raw[name], field), (name, field)
        assert raw[name].outlet in (None, report["outlet"])


def test_plain_files_name_their_outlet(truth: Truth) -> None:
    for report in truth["reports"].values():
        if report["file"].endswith(".txt"):
            stem = report["outlet"].casefold().replace(" ", "-")
            assert report["file"].startswith(stem)


def test_page_furniture_stands_outside_the_story(truth: Truth, raw: Any) -> None:
    for name, report in truth["reports"].items():
        for line in report["page"]:
            assert line in raw[name].around
            assert line not in raw[name].text


def test_damage_is_there_and_nowhere_else(truth: Truth, words: Words) -> None:
    for report, text in words.items():
        assert (report in truth["damage"]) == (not MARKS.search(text))
        for damage in truth["damage"].get(report, []):
            assert all(example in text for example in damage["examples"])


def test_damage_counts_the_marks_that_the_parent_has(truth: Truth, words: Words) -> None:
    counts = {d["kind"]: d["count"] for d in truth["damage"]["saltmarsh-post"]}
    source = words["skerry-1"]
    assert counts == {
        "quotation marks lost": source.count('"'),
        "apostrophes lost": source.count("'"),
    }


def test_relations_cover_every_pair_once(truth: Truth) -> None:
    pairs = [(r["a"], r["b"]) for r in truth["relations"]]
    assert pairs == list(itertools.combinations(truth["reports"], 2))


def test_relations_agree_with_dispatches(truth: Truth) -> None:
    home = {v: d["id"] for d in truth["dispatches"] for v in d["versions"]}
    assert set(home) == set(truth["reports"])
    for r in truth["relations"]:
        assert (r["relation"] == "copy") == (home[r["a"]] == home[r["b"]])


def grams(text: str) -> set[tuple[str, ...]]:
    have = bare(text)
    return set(zip(*(have[i:] for i in range(5)), strict=False))


def test_relations_show_in_the_words(truth: Truth, words: Words) -> None:
    """Share of the smaller text's word 5-grams: far apart for a copy and a quotation."""
    low, high = {"copy": 0.3, "excerpt": 0.1, "quote": 0.05, "none": 0.0}, 1.0
    for r in truth["relations"]:
        a, b = grams(words[r["a"]]), grams(words[r["b"]])
        share = len(a & b) / min(len(a), len(b))
        furniture_only = r["relation"] == "none" and "furniture" in r.get("shared", "")
        top = {"copy": high, "excerpt": 0.5, "quote": 0.2, "none": 0.0}[r["relation"]]
        assert low[r["relation"]] <= share <= (0.2 if furniture_only else top), (r, share)


def test_rows_use_every_body_sentence_once(truth: Truth) -> None:
    for c in truth["collations"]:
        for name in "ab":
            used = [n for row in c["rows"] for n in row[name]]
            assert len(used) == len(set(used))
            assert set(used) == body(truth, c[name]), (c["a"], c["b"])


def test_kinds_agree_with_the_words(truth: Truth) -> None:
    for c in truth["collations"]:
        for row in c["rows"]:
            a, b, kinds = side(truth, c, row, "a"), side(truth, c, row, "b"), set(row["kinds"])
            assert (kinds == {"same"}) == (a == b)
            assert ("dropped" in kinds, "added" in kinds) == (not b, not a)
            assert ("split" in kinds, "merged" in kinds) == (len(row["b"]) > 1, len(row["a"]) > 1)
            assert (kinds <= {"same", "mechanical"}) == (bare(a) == bare(b)), (a, b)
            if not kinds & {"mechanical", "reworded", "dropped", "added"}:
                assert MARKS.findall(a) == MARKS.findall(b)


def test_only_the_moved_rows_break_the_order(truth: Truth) -> None:
    for c in truth["collations"]:
        paired = [r for r in c["rows"] if r["a"] and r["b"]]
        assert [r["a"] for r in paired] == sorted(r["a"] for r in paired)
        for moved, rows in (
            (False, [r for r in paired if not r["moved"]]),
            (any(r["moved"] for r in paired), paired),
        ):
            order = [n for r in rows for n in r["b"]]
            assert (order != sorted(order)) == moved, (c["a"], c["b"])


def test_changed_facts_and_quotations_stand_on_their_sides(truth: Truth) -> None:
    for c in truth["collations"]:
        for row in c["rows"]:
            pairs = [*row["facts_changed"], *filter(None, [row.get("altered_quotation")])]
            for was, now in pairs:
                a, b = side(truth, c, row, "a"), side(truth, c, row, "b")
                assert (times(was, a) > 0, times(now, b) > 0) == (True, True)
                assert times(was, b) == 0


def counted(rename: Truth, row: int) -> int:
    return sum(use["row"] == row for use in rename["uses"])


def test_renames_count_their_occurrences(truth: Truth) -> None:
    for c in truth["collations"]:
        for rename, (n, row) in itertools.product(c["renames"], enumerate(c["rows"])):
            a, b = side(truth, c, row, "a"), side(truth, c, row, "b")
            if not (a and b):
                assert counted(rename, n) == 0
                continue
            gone = times(rename["a"], a) - times(rename["a"], b)
            come = times(rename["b"], b) - times(rename["b"], a)
            assert come == counted(rename, n), (rename["a"], row)
            if rename["a"] in rename["b"] or come == 0:
                assert gone <= 0, (rename["a"], row)
            else:
                assert gone == come, (rename["a"], row)


def test_renames_say_what_they_are(truth: Truth) -> None:
    for c in truth["collations"]:
        for rename in c["renames"]:
            assert rename["count"] == len(rename["uses"])
            assert rename["type"] in {"renamed", "label", "spelling"}
            for use in rename["uses"]:
                b = side(truth, c, c["rows"][use["row"]], "b")
                assert use["label"].replace("…", rename["b"]) in b


def test_a_quoted_use_is_inside_a_quotation(truth: Truth) -> None:
    quoted = [
        (c["b"], rename["b"])
        for c in truth["collations"]
        for rename in c["renames"]
        for use in rename["uses"]
        if use["quoted"]
    ]
    assert quoted == [("idwan-courier", "Al Sarrukh"), ("corvane-mail", "el-Serrukh")]


def test_furniture_stands_where_the_truth_has_it(truth: Truth) -> None:
    for c in truth["collations"]:
        furniture = {
            name: {p["text"] for p in pieces(truth, c[name]) if p["role"] != "body"}
            for name in "ab"
        }
        f = c["furniture"]
        assert {*f["removed"], *(was for was, _ in f["changed"])} == furniture["a"] - furniture["b"]
        assert {*f["added"], *(now for _, now in f["changed"])} == furniture["b"] - furniture["a"]


def test_passages_share_their_words(truth: Truth) -> None:
    for p in truth["passages"]:
        assert p["kind"] in {"excerpt", "quote"}
        for pair in p["sentences"]:
            a, b = (bare(pieces(truth, p[s])[pair[s]]["text"]) for s in "ab")
            shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
            assert a == b if p["kind"] == "excerpt" else shared is None or shared > 20


@pytest.mark.parametrize("name", ["idwan-courier", "sluice24"])
def test_the_monitor_is_cut_from_the_courier_on(words: Words, name: str) -> None:
    assert [n for n, text in words.items() if "monitor" in text and n == name] == []
    assert "a war monitor" in words["skerry-1"]
