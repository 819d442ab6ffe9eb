from __future__ import annotations

from .saying import attributed, claims, said, told


def test_direct_indirect_and_mixed():
    text = "“We sail,” said Kestrel. The guild said it would stay. The mayor called it “a farce”."
    assert [c.mode for c in attributed(text)] == ["direct", "indirect", "mixed"]


def test_mixed():
    (claim,) = attributed("The mayor said the strike was “a farce” and would end.")
    assert claim.mode == "mixed"


def test_a_quotation_over_sentences():
    text = "“The pier is a ruin. Nobody sails now,” Ida Kestrel said."
    assert said(text) == [("Ida Kestrel", "said", "“The pier is a ruin. Nobody sails now,”")]
    assert told(text) == []


def test_a_quotation_that_the_speaker_parts():
    (claim,) = attributed("“The pier is a ruin,” Kestrel said, “and nobody sails now.”")
    assert claim.content.text == "“and nobody sails now.”"
    assert [span.text for span in claim.more] == ["“The pier is a ruin,”"]


def test_a_quotation_that_goes_on_behind_the_speaker():
    text = "“The pier is a ruin,” Kestrel said. “Nobody sails now.”\n\n“I am tired.”"
    (claim,) = attributed(text)
    assert claim.content.text == "“Nobody sails now.”\n\n“I am tired.”"
    assert [span.text for span in claim.more] == ["“The pier is a ruin,”"]


def test_a_colon_announces_a_quotation():
    (claim,) = attributed("The mayor of Ostmere said:\n“The pier is a ruin. Nobody sails.”")
    assert claim.content.text == "“The pier is a ruin. Nobody sails.”"
    assert claim.rule == "content in the next sentence"


def test_a_reporting_clause_set_in():
    (claim,) = attributed("The tide, Kestrel noted, may turn before the guild is ready.")
    assert claim.content.text == "may turn before the guild is ready"
    assert [span.text for span in claim.more] == ["The tide"]


def test_a_quotation_of_nobody():
    (claim, _) = claims("“The pier is a ruin and nobody sails.”\n\nRain fell on Monday.")
    assert claim.source is None
    assert claim.kind == "attributed"


def test_lost_marks():
    text = (
        "Tell your crews to leave the quays , said the letter.\n"
        "The board s leaflets were found on the pier , it said."
    )
    first, *_ = attributed(text)
    assert first.mode == "direct"
    assert first.content.text == "Tell your crews to leave the quays"


def test_words_in_a_quotation_attribute_nothing():
    assert len(said("“The mayor said no and the guild says yes,” Kestrel said.")) == 1


def test_a_quotation_of_two_sentences_is_whose_clause_ends_it():
    text = (
        "A port spokesman confirmed the loss of “several boats”. “We grieve. We watch the tide,” "
        "the guild’s head said. Ida Kestrel said the tram “flew.” “I fell … I cannot walk,” said "
        "Tom Corvane."
    )
    assert said(text) == [
        ("A port spokesman", "confirmed", "the loss of “several boats”"),
        ("the guild’s head", "said", "“We grieve. We watch the tide,”"),
        ("Ida Kestrel", "said", "the tram “flew.”"),
        ("Tom Corvane", "said", "“I fell … I cannot walk,”"),
    ]


def test_marks_that_are_lost_are_read_as_if_they_stood():
    text = (
        "Idwan s port is shut.   They ask what we need, but they argue with us. We wait,  Ida "
        "Kestrel told Skerry.  I have no boat,  said Tom Corvane.  We don t sail.  It rained. She "
        "called the levy  a farce  on Monday."
    )
    assert said(text) == [
        (
            "Ida Kestrel",
            "told",
            "They ask what we need, but they argue with us. We wait",
        ),
        ("Tom Corvane", "said", "I have no boat"),
        ("She", "called", "the levy  a farce  on Monday"),
    ]
    found = attributed(text)
    assert [c.mode for c in found] == ["direct", "direct", "mixed"]
    assert [span.text for span in found[1].more] == ["We don t sail."]
    spans = [span for c in claims(text) for span in (c.content, *c.more)]
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_a_question_or_a_call_is_whose_clause_stands_behind_it():
    text = (
        "“We sail at dawn. We’re close!” Corvane wrote in his Monday post. “Why?” Ida Kestrel "
        "asked. “Now what?” he added."
    )
    assert said(text) == [
        ("Corvane", "wrote", "“We sail at dawn. We’re close!”"),
        ("Ida Kestrel", "asked", "“Why?”"),
        ("he", "added", "“Now what?”"),
    ]


def test_a_clause_that_says_something_itself_has_not_asked_the_question_before_it():
    assert said("Rain fell. “Is it over?” Corvane said the pier was shut.") == [
        (None, None, "“Is it over?”"),
        ("Corvane", "said", "the pier was shut"),
    ]
