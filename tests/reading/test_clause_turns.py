from memcon.model import SpeechMode
from memcon.reading.clause_turns import find_turn_clauses
from memcon.reading.model_english import english


def read(text: str) -> list[tuple[str, str]]:
    clauses = find_turn_clauses(english()(text))
    assert all(c.mode is SpeechMode.DIRECT for c in clauses)
    return [(text[c.start : c.end], c.act.value) for c in clauses]


def test_what_is_done_by_saying_it() -> None:
    assert read("Good morning. I want to thank the Minister for his help. We condemn the attack on the port.") == [
        ("want to thank the Minister for his help", "support"),
        ("condemn the attack on the port", "criticize"),
    ]


def test_what_was_agreed() -> None:
    assert read("Today we agreed to open a second crossing.") == [("agreed to open a second crossing", "agree")]


def test_promises_of_the_speaker() -> None:
    assert read("We will continue to support your country in every way. It will rain.") == [
        ("will continue to support your country in every way", "pledge")
    ]
    assert read("They will support us.") == []


def test_thanks_without_a_subject() -> None:
    assert read("Thank you very much for this warm welcome. Thank you.") == [
        ("Thank you very much for this warm welcome", "support")
    ]


def test_assertions_are_left_out() -> None:
    assert read("I think that it is a fine day. He thanked me.") == []
