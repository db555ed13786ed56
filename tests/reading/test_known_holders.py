"""Leaders whom a text names without their country."""

import pytest

from memcon import read_document
from memcon.sources import document_from_text

from .told import STATE, accounts, names, party


@pytest.mark.parametrize("spelling", ["Zelenskyy", "Zelensky"])
def test_a_foreign_leader_without_a_country_is_not_the_publishers_own(spelling: str) -> None:
    found = accounts(
        STATE,
        "Secretary Blinken's Call with Finnish Foreign Minister Aino Virta",
        "Secretary Blinken spoke today with Finnish Foreign Minister Aino Virta. "
        f"On 3 May 2022, Foreign Minister Virta met with President {spelling} in Helsinki.",
    )
    (earlier,) = [a for a in found if not a.main]
    told = party(earlier, spelling)
    assert told is not None
    assert (told.value, told.rule) == ("UA", "party.roster")


def test_nobody_is_known_before_his_time() -> None:
    found = accounts(
        STATE,
        "Secretary Vance's Call with Finnish Foreign Minister Aino Virta",
        "Secretary Vance spoke today with Finnish Foreign Minister Aino Virta. "
        "The Minister met with President Zelenskyy in Helsinki on 3 May 1979.",
        published="1979-05-09",
    )
    assert all(p.party is None or p.party.rule != "party.roster" for account in found for p in account.participants)


def test_a_namesake_of_a_leader_is_not_the_leader() -> None:
    (met, *_) = accounts(
        STATE,
        "President Zelenskyy Meets President Niinistö",
        "President Niinistö met with President Zelenskyy in Helsinki on 3 May 2022. "
        "He also spoke of his friend Taras Zelenskyy, and Zelenskyy thanked him.",
    )
    assert names(met)[:2] == ["Niinistö", "Zelenskyy"]


def test_a_text_without_a_date_of_its_own_knows_by_the_days_it_tells() -> None:
    text = "On 24 May 2022, Prime Minister Fumio Kishida and President Joe Biden met in Tokyo."
    (met,) = read_document(document_from_text(text, name="pasted")).accounts
    assert [p.value for p in met.parties] == ["JP", "US"]
    undated = read_document(document_from_text(text.replace("On 24 May 2022, ", ""), name="pasted")).accounts
    assert all(p.rule != "party.roster" for account in undated for p in account.parties)
