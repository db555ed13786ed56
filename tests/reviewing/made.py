"""An engagement made by hand, for tests that need no document."""

from memcon.linking.engagements import AccountKey, Choice, Engagement, Standing
from memcon.model import Cited, EngagementKind, Mode, Participant, Place, Status

KEYS = (AccountKey("a" * 64, "e1"), AccountKey("b" * 64, "e1"))


def cited(value: str, sure: float = 0.9) -> Cited[str]:
    return Cited(value, (), confidence=sure)


def engagement(standing: Standing = Standing.STATED) -> Engagement:
    """A call of two ministers, told of by two accounts."""
    return Engagement(
        id="E-01234567",
        kind=Choice(Cited(EngagementKind.CALL, (), confidence=0.98)),
        status=Choice(Cited(Status.HELD, (), confidence=0.99)),
        mode=Choice(Cited(Mode.PHONE, (), confidence=0.95)),
        start=Choice(cited("2022-05-09", 0.8), standing=standing),
        end=Choice(cited("2022-05-09", 0.7)),
        place=Choice(Cited(Place("Valletta", "MT"), ())),
        forum=Choice(None),
        parties=(cited("US"), cited("MT", 0.85)),
        participants=(
            Participant(cited("Dana Whitlow"), cited("Secretary of State", 0.6), cited("US")),
            Participant(cited("Pauline Vella"), cited("Foreign Minister"), cited("MT")),
        ),
        accounts=KEYS,
        main=True,
        sources=2,
    )
