from __future__ import annotations

import pytest

from dateline.text.boilerplate import (
    copyright_notice,
    inline,
    is_boilerplate,
    related_list,
    toolbar,
)


@pytest.mark.parametrize(
    "piece",
    [
        "Read more",
        "Crews walk out in Alder Read more",
        "Related: Crews walk out",
        "Scroll down for video",
        "ADVERTISEMENT",
        "Advertisement Continue reading the main story",
        "Copyright 2031 The Gazette.",
        "Copyright © 2031 Gazette Media",
        "© Gazette",
        "All rights reserved.",
        "This article is an edited translation from our Alder edition.",
        "Our Standards:The Gazette Principles.",
        "Tags Harbour Strike",
        "Sign up for our newsletter",
        "Follow Ada Quill on Twitter @adaquill.",
        "Write to Ada Quill at ada@gazette.example.",
        "Twitter: @adaquill",
        "https://gazette.example/strike",
        "02:13",
        "___",
        "[Five things to know about the strike in Alder]",
        "(This story corrects the name in paragraph 2)",
        "Editor’s note: names were changed.",
        "Video",
        "Our noon briefing is free: leave your address below and it will reach you by one.",
        "Newsletter Sign Up Continue reading Get the Alder Briefing. Thank you for subscribing.",
        "More from The Gazette:",
        "Prev",
    ],
)
def test_boilerplate(piece: str):
    assert is_boilerplate(piece)


@pytest.mark.parametrize(
    "piece",
    [
        "Readers will remember the strike.",
        "Copyright law is no help, the union said.",
        "Advertisement sales fell by a third in the year of the strike.",
        "Video of the crane shows how it bent before the fall.",
        "Loading the ships took three days and two nights in the rain.",
        "Recommended prices rose again in the northern ports of Alder.",
        "Contact between the sides broke off.",
        "[We] will go on.",
        "(Two of the crew corrected the chart.)",
        "Follow the money, he said.",
        "About us they said nothing.",
        "",
        "He told dockers to sign up for the e-mail bulletin.",
        "“Leave your e-mail and we will call you,” the clerk said.",
        "Next week the dockers vote again",
        "More from the League was promised by noon.",
    ],
)
def test_what_is_no_boilerplate(piece: str):
    assert not is_boilerplate(piece)


def test_rows_of_buttons():
    text = "Print Tweet Views 1430 Dock workers left"
    assert toolbar(text, 0, len(text)) == len("Print Tweet Views 1430")
    assert toolbar("Views differ on the strike", 0, 26) == 0


def test_matter_run_into_a_sentence():
    text = "Slideshow (3 Images) Dock workers left."
    assert inline(text, 0, len(text)) == len("Slideshow (3 Images)")
    assert inline("Slides broke.", 0, 13) == 0


def test_copyright_notices():
    assert copyright_notice("Follow us. Copyright 2031 Gazette", 0, 33) == 11
    assert copyright_notice("the Copyright Act", 0, 17) is None


def test_a_list_of_other_reports_begins_with_its_source_line():
    text = "The quay is shut. Source Gazette and agencies Related News Crews walk out Salt is dear"
    assert related_list(text, 0, len(text)) == text.index("Source")
    assert related_list("They have Related Newspapers there", 0, 30) is None
