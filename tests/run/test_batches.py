"""Batches hold all values in their order, and end where they must."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.run.batches import batches


@given(
    st.lists(st.integers(0, 9), max_size=40),
    st.integers(1, 20),
    st.integers(1, 6),
)
def test_a_batch_ends_with_the_value_that_fills_it(sizes, largest, most):
    found = list(batches(iter(sizes), lambda size: size, largest, most))
    assert [size for batch in found for size in batch] == sizes
    for batch in found:
        assert batch
        assert sum(batch[:-1]) < largest
        assert len(batch) <= most
    for batch in found[:-1]:
        assert sum(batch) >= largest or len(batch) == most
