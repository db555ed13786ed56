"""In whose words something is told."""

from .told import accounts, days, names


def test_we_met_in_somebodys_quoted_words() -> None:
    found = accounts(
        "Ministry of Foreign Affairs of Finland",
        "Foreign Minister Aino Virta calls for the release of a journalist",
        "“His health is failing,” said Foreign Minister Aino Virta. “I raised his case with Russian Deputy Foreign "
        "Minister Andrei Sokolov when we met in Vienna on 24 April, and I will go on raising it.”",
    )
    (met,) = found
    assert sorted(names(met)) == ["Aino Virta", "Andrei Sokolov"]
    assert days(met) == ("2022-04-24", "2022-04-24")
