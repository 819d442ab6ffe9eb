from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text))]


# A bar marks each boundary; the space before it is part of the text.
@pytest.mark.parametrize(
    "marked",
    [
        "The strike ended. |The ships left.",
        "Was it over? |Nobody knew! |Fog came…",
        "It was late... |The crews went home.",
        "Mr. Quill met Gov. Ada Moss and Lt. Col. Finn at St. Alder. |They agreed.",
        "J. R. Quill spoke. |Ada M. Moss did not.",
        "The U.S. Navy came. |It left the U.S. |The port was glad.",
        "Quill Inc. bought Moss Corp. |The price was not given.",
        "It sank at 9 a.m. |Divers came at 5 p.m. Eastern time.",
        "No. 5 quay burnt on Aug. 12. |It was new in 2013. |Two men died.",
        "They came from Alder, Calif. and Bay, Ont. |Some stayed.",
        "Rates rose 2.5 percent. |Then 3.5 percent.",
        "In 2013. |300 people left. |12 stayed.",
        "He said: “It is over. |We go home.” |She nodded.",
        'He said: "It is over." |"We go home," she said.',
        "Fruit rotted (some of it old. Some new) on quays. |(It was June.) |Rain came.",
        "Rep. Ada Moss (R-Alder.) said no. |No one asked (Finn et al.) again.",
        "The ships left. |al-Alder stayed. |iPort did not.",
        "She wrote to shop.alder.com. |He wrote to Alder.Com too.",
        "The World War II. |She was born then.",
        "It was plan B. |The rest failed.",
        "1. The quay. |2. The crane.",
        "It burnt. |• The crane fell. |- The quay sank.",
        "It burnt. |[Two cranes fell.] |Rain came.",
        "It fell to 40 . |Then rose .",
        "Magnitude 6 . 1 quake hit at 9 . 35 . |Nobody was hurt .",
        "`` It is over , '' he said . |`` We go home . '' |She nodded .",
        "the swept quay.|The crane",
        "It was in 2013.|In spring all left.",
        "he said.”|She nodded.",
        'he said.|"We go home."',
        "It was in the UK.|The rest was not.",
        "Dr.Quill of St.Alder spoke.",
        "他走了。|她没有走！|为什么？",
        "ذهب العمال. |لم يعودوا؟ |نعم.",
        "वे चले गए।| वह रुकी।",
        "Они ушли. |Она осталась. |А. С. Мосс спал.",
        "Der 3. Oktober kam. |Alle gingen.",
        "no full stop at all",
        "the end.",
        "...",
        "Bayâ€™s crew said â€œWe go.â€\x9d |Then â€œno.â€\x9d |It ended.",
    ],
)
def test_boundaries(marked: str):
    wanted = [s.strip() for s in marked.split("|")]
    assert cut(marked.replace("|", "")) == wanted


def test_a_straight_quote_that_stands_apart_closes_or_opens():
    assert cut('" We go . " She nodded . " No . "') == ['" We go . "', "She nodded .", '" No . "']


def test_only_the_range_is_cut():
    text = "One. Two ships left. The last stayed. Four."
    assert sentences(text, 5, 37) == [(5, 20), (21, 37)]


@settings(deadline=None)
@given(st.text(alphabet="aA. \"'”“()[]!?…\n1中。-•é", max_size=60))
def test_every_word_is_in_exactly_one_sentence(text: str):
    found = sentences(text, 0, len(text))
    assert [e for r in found for e in r] == sorted(e for r in found for e in r)
    covered = "".join(text[a:b] for a, b in found)
    assert "".join(covered.split()) == "".join(text.split())
    if len(found) > 1:
        assert all(any(c.isalnum() for c in text[a:b]) for a, b in found)


@settings(deadline=None)
@given(st.text())
def test_any_text(text: str):
    found = sentences(text, 0, len(text))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
