from __future__ import annotations

from dateline.text.agencies import AGENCIES, agencies_in


def test_each_agency_once_in_order_of_appearance():
    text = "With REUTERS and the Associated Press; AP and Reuters; Agence France-Presse"
    assert agencies_in(text) == ("Reuters", "AP", "AFP")


def test_parts_of_words_are_no_agencies():
    assert agencies_in("APPLES, SPAN, aPTI") == ()


def test_every_name_is_known_by_itself():
    assert [n for n, agency in AGENCIES.items() if agencies_in(f"({n})") != (agency,)] == []
