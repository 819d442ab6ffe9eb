"""A small world for tests: two countries of fact with towns of fiction, and a few famous names."""

from __future__ import annotations

from functools import cache

from dateline.claims.places.build import build
from dateline.claims.places.entries import Entry, Feature
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.sources import Named
from dateline.model import Anatomy, Report
from dateline.text import analyse


def place(
    name: str, country: str, admin1: str, lat: float, lon: float, people: int = 5000,
    feature: Feature = "PPL", others: str = "",
) -> Named:  # fmt: skip
    number = sum(map(ord, name + country + admin1)) * 1000 + people % 1000
    entry = Entry(number, name, lat, lon, people, country, admin1, feature)
    return entry, [name, *filter(None, others.split("|"))]


WORLD = [
    place("Syria", "SY", "", 35, 38, 18_000_000, "PCLI"),
    place("Iraq", "IQ", "", 33, 44, 38_000_000, "PCLI"),
    place("United States", "US", "", 39.8, -98.5, 330_000_000, "PCLI", "US|America"),
    place("France", "FR", "", 46, 2, 67_000_000, "PCLI"),
    place("Georgia", "GE", "", 42, 43.5, 3_700_000, "PCLI"),
    place("Georgia", "US", "GA", 32.3, -83.1, 4_800_000, "ADM1"),
    place("Texas", "US", "TX", 31.3, -98.5, 29_000_000, "ADM1"),
    place("Oregon", "US", "OR", 44, -120.7, 4_000_000, "ADM1"),
    place("Paris", "FR", "11", 48.85, 2.35, 2_100_000, "PPLC"),
    place("Paris", "US", "TX", 33.66, -95.55, 24_000),
    place("Lamar County", "US", "TX", 33.7, -95.6, 0, "ADM2", "Lamar"),
    place("Lamar County", "US", "GA", 33.1, -84.1, 0, "ADM2", "Lamar"),
    place("Atlanta", "US", "GA", 33.75, -84.39, 460_000),
    place("Tbilisi", "GE", "51", 41.7, 44.8, 1_000_000, "PPLC"),
    place("Baghdad", "IQ", "07", 33.34, 44.4, 7_000_000, "PPLC"),
    place("Ar Rakkah", "SY", "04", 35.95, 39.01, 530_000, others="Rakka"),
    place("Ar-Rakkah", "SY", "04", 36.06, 38.85, 620_000, "ADM1"),
    place("Dayr az Zuhur", "SY", "07", 35.3, 40.1, 270_000),
    place("Qal‘at Vashet", "SY", "07", 35.0, 40.4, 9_000),
    place("Tall Idwan", "SY", "07", 34.5, 40.9, 57_000),
    place("Idwan", "MX", "09", 19.4, -99.1, 1_200),
    place("Reading", "US", "OR", 44.1, -120.9, 30_000),
    place("Nice", "FR", "93", 43.7, 7.27, 340_000),
    place("London", "GB", "ENG", 51.5, -0.13, 8_900_000, "PPLC"),
]


@cache
def world() -> Gazetteer:
    return Gazetteer(build(WORLD))


def anatomy(text: str) -> Anatomy:
    return analyse(Report("fiction", text))
