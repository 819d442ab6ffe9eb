"""Quantities, with the range that their words allow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.numbers import numbers_in
from dateline.model import Number
from dateline.text.wordlist import words as wordlist


def numbers(text: str) -> list[Number]:
    return numbers_in(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit", "qualifier"),
    [
        ("two roads", 2, 2, 2, "roads", ""),
        ("1,500 fighters", 1500, 1500, 1500, "fighters", ""),
        ("approximately 1,500 fighters", 1500, None, None, "fighters", "approximately"),
        ("at least 14 people", 14, 14, None, "people", "at least"),
        ("more than 300 houses", None, 301, None, "houses", "more than"),
        ("fewer than 20 boats", None, None, 19, "boats", "fewer than"),
        ("less than 2.5 tonnes", None, None, 2.5, "t", "less than"),
        ("up to 500 men", 500, None, 500, "men", "up to"),
        ("300 or more", 300, 300, None, "", "at least"),
        ("dozens of villagers", None, 24, None, "villagers", ""),
        ("thousands of leaflets", None, 2000, None, "leaflets", ""),
        ("tens of thousands of people", None, 20000, None, "people", ""),
        ("hundreds of\nthousands of people", None, 200000, None, "people", ""),
        ("several\nhundred people", None, 300, None, "people", ""),
        ("several hundred rockets", None, 300, None, "rockets", ""),
        ("between 3,000 and 5,000 civilians", None, 3000, 5000, "civilians", "between"),
        ("two or three days", None, 2, 3, "days", "to"),
        ("two to three million people", None, 2e6, 3e6, "people", "to"),
        ("a quarter of the town", 0.25, 0.25, 0.25, "of the town", ""),
        ("$1.2 bn", 1.2e9, 1.2e9, 1.2e9, "USD", ""),
        ("€3m", 3e6, 3e6, 3e6, "EUR", ""),
        ("5.5 percent", 5.5, 5.5, 5.5, "%", ""),
        ("twenty-five soldiers", 25, 25, 25, "soldiers", ""),
        ("a hundred and two tanks", 102, 102, 102, "tanks", ""),
        ("half a dozen shells", 6, 6, 6, "shells", ""),
        ("a 27-year-old baker", 27, 27, 27, "years old", ""),
        ("twelve hours a day", 12, 12, 12, "hours a day", ""),
        ("14 were killed", 14, 14, 14, "killed", ""),
        ("shells killed at least 14 people", 14, 14, None, "people killed", "at least"),
        ("six civilians were wounded", 6, 6, 6, "civilians wounded", ""),
    ],
)
def test_one_quantity(
    text: str, value: float | None, low: float | None, high: float | None, unit: str, qualifier: str
):
    (found,) = numbers(text)
    assert (found.value, found.low, found.high) == (value, low, high)
    assert (found.unit, found.qualifier) == (unit, qualifier)


def test_the_same_distance_twice_says_so():
    far, again = numbers("Around 70 km (40 miles) from the wall")
    assert (far.value, far.unit, far.qualifier) == (70, "km", "around")
    assert (again.value, again.unit, again.qualifier) == (40, "mi", "around, the same quantity")


def test_a_toll_put_at_a_figure():
    dead, wounded = numbers("put the dead at 14 and the wounded at more than 30")
    assert (dead.value, dead.unit) == (14, "dead")
    assert (wounded.low, wounded.unit) == (31, "wounded")


@pytest.mark.parametrize(
    "text",
    [
        "No one of them came, one after the other.",
        "They won 3-2 at 10:30 on 5 May 2014.",
        "An F-16 and a T-72 of the 47th Brigade broke resolution 2254.",
        "It began at 0914, at six in the evening.",
        "In 2014 it was over.",
        "",
    ],
)
def test_what_is_no_quantity(text: str):
    assert numbers(text) == []


@given(st.integers(0, 10**9))
def test_a_figure_is_read_as_it_is_written(n: int):
    (found,) = numbers(f"They counted {n:,} sacks.")
    assert found.value == found.low == found.high == n


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_holds_its_ends(a: int, b: int):
    low, high = sorted((a, a + b))
    (found,) = numbers(f"between {low:,} and {high:,} sacks")
    assert (found.value, found.low, found.high) == (None, low, high)


PIECES = st.sampled_from(
    sorted(
        wordlist(
            "at least about between and or to of the two dozen 3 1,500 1.5 million m km ( ) - $"
            " people hundreds half more than 12th killed a -year-old % in 2014"
        )
    )
)


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_spans_are_exact_and_ranges_ordered(text: str):
    last = 0
    for number in numbers(text):
        assert text[number.start : number.end] == number.text != ""
        assert number.start >= last
        last = number.end
        if number.low is not None and number.high is not None:
            assert number.low <= number.high
        if number.value is not None:
            assert (number.low is None) or number.low <= number.value
            assert (number.high is None) or number.value <= number.high
