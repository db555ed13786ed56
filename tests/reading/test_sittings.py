"""Reports of debates in a body of the United Nations."""

from .told import accounts, codes, names, statements

UN = "United Nations Meetings Coverage"
TITLE = "Security Council Hears of Calm in Saharan Town, as Speakers Urge Patience"
DEBATE = (
    "“The wells are open again,” said MIRA HOLT, Special Representative of the Secretary-General. "
    "She warned that the truce was fragile.",
    "In the ensuing discussion, the representative of Norway welcomed the return of 400 families.",
    "Japan’s delegate called for the deployment of observers.",
    "Kenya’s representative, speaking also for Gabon and Ghana, underscored the importance of rain.",
    "The speaker for France condemned the attack of 4 May.",
)


def test_a_debate_is_a_conference_of_those_whose_delegates_speak() -> None:
    sitting = next(a for a in accounts(UN, TITLE, *DEBATE) if a.main)
    assert sitting.kind.value.value == "conference"
    assert sitting.forum is not None
    assert sitting.forum.value == "Security Council"
    assert codes(sitting) == ["FR", "GA", "GH", "JP", "KE", "NO", "UN"]
    assert names(sitting) == ["MIRA HOLT"]


def test_a_delegate_speaks_for_his_state() -> None:
    sitting = next(a for a in accounts(UN, TITLE, *DEBATE) if a.main)
    said = {tuple(who): act for who, act, _ in statements(sitting)}
    assert said["NO",] == "support"
    assert said["JP",] == "request"


def test_a_title_with_a_body_alone_is_no_debate() -> None:
    assert accounts(UN, TITLE, "The Norwegian representative said that rain was needed.") == []
