"""Nouns that carry what somebody says: "their claim that …", "a threat to …"."""

from __future__ import annotations

from dateline.model import Modality


def _nouns(listed: str, modality: Modality) -> dict[str, Modality]:
    return {form: modality for noun in listed.split() for form in (noun, _plural(noun))}


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


NOUNS: dict[str, Modality] = {
    **_nouns(
        """claim statement report assertion allegation accusation argument announcement declaration
        comment remark suggestion contention admission acknowledgement acknowledgment confession
        assurance revelation insistence testimony charge complaint view position conclusion finding
        confirmation notion rumour rumor message verdict""",
        "said",
    ),
    **_nouns("denial", "denied"),
    **_nouns(
        """vow pledge promise threat plan intention decision proposal refusal offer desire wish
        willingness""",
        "planned",
    ),
    **_nouns(
        "estimate belief hope expectation prediction suspicion opinion forecast conviction",
        "estimated",
    ),
    **_nouns("warning fear concern", "warned"),
    **_nouns("call demand request appeal plea order", "asked"),
}
