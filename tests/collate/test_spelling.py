from __future__ import annotations

import pytest

from dateline.collate.spelling import is_contraction, is_variant


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("toward", "towards"),
        ("organization", "organisation"),
        ("neighbouring", "neighboring"),
        ("defence", "defense"),
        ("airstrike", "air strike"),
        ("travelled", "traveled"),
        ("five", "5"),
        ("70 km", "70 kilometres"),
        ("un", "united nations"),
        ("per cent", "percent"),
    ],
)
def test_house_spellings_are_variants(a: str, b: str):
    assert is_variant(tuple(a.split()), tuple(b.split()), named=False)
    assert is_variant(tuple(b.split()), tuple(a.split()), named=False)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("al zor", "ezzor"),
        ("deir al zor", "deir ezzor"),
        ("hezbollah", "hizbullah"),
        ("abdelrahman", "abdel rahman"),
        ("raqa", "raqqa"),
        ("khan sheikhoun", "khan shaykhun"),
        ("latakia", "lattakia"),
    ],
)
def test_transliterations_of_a_name_are_variants(a: str, b: str):
    assert is_variant(tuple(a.split()), tuple(b.split()), named=True)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("iran", "iraq"),
        ("slovenia", "slovakia"),
        ("syria", "serbia"),
        ("monday", "sunday"),
        ("austria", "australia"),
        ("killed", "wounded"),
        ("north", "south"),
        ("14", "41"),
    ],
)
def test_other_names_and_words_are_not(a: str, b: str):
    assert not is_variant((a,), (b,), named=True)


def test_contractions():
    assert is_contraction(("ive",), ("i", "have"))
    assert is_contraction(("did", "not"), ("didnt",))
    assert not is_contraction(("cats",), ("cat", "sat"))
