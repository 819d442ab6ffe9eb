from __future__ import annotations

import pytest

from dateline.text.credits import is_credit


@pytest.mark.parametrize(
    "piece",
    [
        "(Reporting by Ada Quill; Editing by Finn Moss)",
        "Additional reporting by Ada Quill in Alder; writing by Finn Moss",
        "Reporting for the Gazette by Ada Quill",
        "--AFP",
        "-REUTERS",
        "– Xinhua",
        "(With Reuters and AFP)",
        "(With AP Reuters and AFP)",
        "(Gazette and Agencies)",
        "(Gazette and Sputnik)",
        "(Source: Union of Crews)",
        "Source: Gazette",
        "Source GazetteOnline and agencies",
        "AFP",
        "AP Photo/Ada Quill",
        "REUTERS/Ada Quill/File Photo",
        "Photo: Ada Quill",
        "Ada Quill/AP",
        "[Gazette]",
        "(file photo)",
        "Ada Quill in Alder contributed to this report.",
        "Information from: Alder Gazette, http://gazette.example",
        "– Skerry",
    ],
)
def test_credits(piece: str):
    assert is_credit(piece)


@pytest.mark.parametrize(
    "piece",
    [
        "Crews told AFP that they would go on.",
        "Source close to the talks denied it.",
        "Reuters reported that crews had left.",
        "Quill is a writer who has contributed to many papers and books.",
        "(Crews left the ships.)",
        "(and Moss)",
        "It was over.",
        "",
        "– Ada Quill",
        "– boats",
    ],
)
def test_what_is_no_credit(piece: str):
    assert not is_credit(piece)
