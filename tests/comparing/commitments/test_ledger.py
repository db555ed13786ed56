"""Commitments across accounts and time."""

import pytest
from tests.comparing.held import call, held, oslo

from memcon.comparing.commitments import Commitment, Fate, Standing, commitments
from memcon.comparing.material import Material


@pytest.fixture(scope="module")
def ledger() -> dict[str, Commitment]:
    material = held(
        call(
            "jan",
            "2031-01-10",
            "They agreed to hold a second round on herring quotas in Bodø by the end of 2031. The United States will "
            "provide four icebreaking tugs to Norway. The ministers agreed to open a lighthouse museum. The ministers "
            "agreed on the importance of ferries.",
        ),
        oslo("jan-oslo", "2031-01-10", "The ministers agreed to hold a second round on herring quotas in Bodø."),
        call(
            "mar", "2031-03-12", "They discussed the four icebreaking tugs that the United States provided in February."
        ),
        call("may", "2031-05-20", "They agreed to prepare the round on herring quotas in Bodø."),
        call("jul", "2031-07-02", "They recalled that a museum about the lighthouse was wanted by many."),
    )
    return {" ".join(c.pledge.object.text.split()[:3]): c for c in commitments(material) if c.day == "2031-01-10"}


def test_one_commitment_of_both_accounts(ledger: dict[str, Commitment]) -> None:
    round_ = ledger["hold a second"]
    assert len(round_.tellings) == 2
    assert round_.standing is Standing.BOTH
    assert round_.told_by == ("NO", "US")
    assert round_.due is not None
    assert round_.due.date == "2031"


def test_one_side_s_account_only(ledger: dict[str, Commitment]) -> None:
    tugs = next(c for key, c in ledger.items() if "provide" in c.pledge.words.text)
    assert tugs.standing is Standing.ONE
    assert (tugs.told_by, tugs.not_told_by) == (("US",), ("NO",))
    assert tugs.owners == ("US",)
    assert tugs.beneficiaries == ("NO",)


def test_carried_out_repeated_mentioned(ledger: dict[str, Commitment]) -> None:
    fates = {key: c.fate for key, c in ledger.items()}
    tugs = next(c for c in ledger.values() if "provide" in c.pledge.words.text)
    assert tugs.fate is Fate.CARRIED_OUT
    assert not tugs.open
    assert "tells the deed as done: “provided”" in tugs.later[0].reason
    assert ledger["hold a second"].fate is Fate.REPEATED
    assert fates["open a lighthouse"] is Fate.MENTIONED
    assert ledger["open a lighthouse"].looked_at == 3
    assert ledger["open a lighthouse"].until == "2031-07-02"


def test_stances_only_when_asked_for() -> None:
    material = held(call("x", "2031-01-10", "The ministers agreed on the importance of safe ferries in the north."))
    assert commitments(material) == []
    (stance,) = commitments(material, everything=True)
    assert stance.fate is Fate.NO_LATER
    assert stance.standing is Standing.ALONE


def test_a_meeting_that_was_agreed_and_held() -> None:
    from tests.comparing.held import STATE, Page

    met = (
        "Secretary of State Dana K. Whitlow met today in Bodø, Norway, with Norwegian Foreign Minister Ingrid "
        "Solberg-Lie. They discussed herring."
    )
    material = held(
        call("jan", "2031-01-10", "They agreed to hold a meeting of ministers in Bodø in March."),
        Page("mar", "2031-03-12", STATE, met, "Meeting with Norwegian Foreign Minister Solberg-Lie"),
    )
    (found,) = [c for c in commitments(material) if c.day == "2031-01-10"]
    assert found.fate is Fate.CARRIED_OUT
    assert "in Bodø" in found.later[0].reason
    assert "2031-03" in found.later[0].reason


def test_the_same_whatever_the_order(year: Material) -> None:
    turned = Material(
        dict(reversed(list(year.documents.items()))),
        dict(reversed(list(year.readings.items()))),
        tuple(reversed(year.engagements)),
        year.reprints,
    )
    assert commitments(year, everything=True) == commitments(turned, everything=True)
