"""Components by stars and contraction, and dispatches component by component."""

import random
from collections import defaultdict

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match import dispatches
from dateline.model import Relation
from dateline.run.spark.components import contracted, labelled

edges = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60)


def expected(pairs: list[tuple[int, int]]) -> dict[int, int]:
    graph = nx.Graph(pairs)
    return {x: min(part) for part in nx.connected_components(graph) for x in part if x != min(part)}


@given(edges)
def test_contracted_edges_connect_what_the_edges_connect(pairs):
    assert contracted(iter(pairs)) == expected(pairs)


@given(edges, st.randoms(use_true_random=False))
def test_edges_contracted_in_parts_connect_the_same(pairs, lot: random.Random):
    parts = defaultdict(list)
    for pair in pairs:
        parts[lot.randrange(4)].append(pair)
    first = [edge for part in parts.values() for edge in contracted(iter(part)).items()]
    assert contracted(iter(first)) == expected(pairs)


scores = st.sampled_from([0.5, 0.6, 0.8, 1.0])
shares = st.sampled_from([0.2, 0.5, 1.0])
related = st.builds(
    lambda a, b, kind, score, x, y: Relation(f"r{a}", f"r{b}", kind, score, x, y),
    *(st.integers(0, 11), st.integers(0, 11), st.sampled_from(["copy", "copy", "quote"])),
    *(scores, shares, shares),
).filter(lambda r: r.a != r.b)


@settings(max_examples=300)
@given(st.lists(related, max_size=30, unique_by=lambda r: frozenset((r.a, r.b))), st.integers(1, 4))
def test_dispatches_of_components_apart_are_those_of_all(relations, parts):
    """So the greedy choice of cores can be made wherever a whole component lies."""
    ids = [f"r{n}" for n in range(12)]
    graph = nx.Graph([(r.a, r.b) for r in relations if r.relation == "copy"])
    graph.add_nodes_from(ids)
    found = []
    components = sorted(map(sorted, nx.connected_components(graph)))
    for part in range(parts):
        own = [i for component in components[part::parts] for i in component]
        inside = [r for r in relations if r.relation == "copy" and r.a in own]
        found += dispatches(own, inside)
    assert sorted(found, key=repr) == sorted(dispatches(ids, relations), key=repr)


def test_stars_end_with_the_least_of_each_component(spark, tmp_path):
    """Long chains and a large star, contracted a few edges at a time."""
    chain = [(n, n + 1) for n in range(100, 130)]
    star = [(7, n) for n in range(200, 230)]
    pairs = [*chain, *star, (300, 301), (301, 300)]
    random.Random(3).shuffle(pairs)
    turns = []

    def keep(name, make):
        turns.append(name)
        path = str(tmp_path / name)
        make().write.parquet(path)
        return spark.read.parquet(path)

    found = labelled(spark.createDataFrame(pairs, "a long, b long"), keep, at_once=12)
    assert {(row["a"], row["b"]) for row in found.collect()} == set(expected(pairs).items())
    assert "round-0" in turns
