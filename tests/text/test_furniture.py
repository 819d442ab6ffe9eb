from __future__ import annotations

import pytest

from dateline.text.furniture import whole


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Read more", ["boilerplate"]),
        ("(Reporting by Ada Quill)", ["credit"]),
        ("By Ada Quill", ["byline"]),
        ("Cranes stand still. (AFP photo)", ["caption", "credit"]),
        ("Dock workers left.", []),
        ("Read more " + "and more " * 300, []),
    ],
)
def test_whole_paragraphs(text: str, roles: list[str]):
    assert [role for _, _, role in whole(text, 0, len(text))] == roles
