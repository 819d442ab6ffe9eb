from __future__ import annotations

import pytest

from dateline.text.stamps import stamp


# A bar marks where the stamp ends.
@pytest.mark.parametrize(
    "marked",
    [
        "05-07-2031| Cranes fell",
        "2031-07-05|",
        "2031-07-05T09:30:00Z| Cranes fell",
        "date 2031-10-26| Cranes fell",
        "Last updated at Jul 17, 2031| KESTREL BAY",
        "Last updated at Jul 172031| KESTREL BAY",
        "Published October 26 2031| Cranes fell",
        "Date of publication 1 September 2031| Cranes fell",
        "Sun 22 Feb 2031| Cranes fell",
        "Wednesday 16 November 2031 18:05| Cranes fell",
        "Wed 01 Oct 2031 at 1459| Cranes fell",
        "August 22 2031 1849 UTC+3| Cranes fell",
        "Sat Feb 28 2031 190703| 35 Cranes fell",
        "May 2 , 2031 12 : 50 PM|\nCranes fell",
        "21.05.2031(updated 2139 21.05.2031) Get short URL 0 67| At least",
        "07.07.2031Get short URL Topic Strikes in the North (181) 0 25| A crane",
        "09.04.2031Get short URL 0 85| 12 cranes fell",
        "30.04.2031) Get short URL 3214| A crane",
        "Published August 15 2031 SEND httpshortxyz| Cranes fell",
        "16-11-2031 title:| Cranes fell",
        "Posted on July 2 2031| by Ada Quill Cranes fell",
    ],
)
def test_stamps(marked: str):
    assert stamp(marked.replace("|", ""), 0, len(marked) - 1) == marked.index("|")


@pytest.mark.parametrize(
    "text",
    [
        "July 5 2031 was a Saturday",
        "In July 2031 cranes fell",
        "12 cranes fell",
        "May came late",
        "2031-07-055",
        "",
    ],
)
def test_what_is_no_stamp(text: str):
    assert stamp(text, 0, len(text)) == 0
