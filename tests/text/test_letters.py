from __future__ import annotations

import re

from dateline.text.letters import CASELESS, UPPER


def test_capitals():
    assert all(re.fullmatch(UPPER, c) for c in "AZÀÞŁŒΣЖІ")
    assert not any(re.fullmatch(UPPER, c) for c in "azß1_ا中")


def test_letters_without_case():
    assert all(re.fullmatch(CASELESS, c) for c in "אابक中ไ한")
    assert not any(re.fullmatch(CASELESS, c) for c in "aZжΣ1 ،")
