"""The names that each side uses."""

from tests.comparing.sides.accounts import read

from memcon.comparing.sides import Side
from memcon.comparing.sides.names import names_of


def names(*texts: str) -> dict[str, tuple[str | None, ...]]:
    made = [read(text, f"t{n}", "NTB", "2022-07-01") for n, text in enumerate(texts)]
    return {f.name: f.values for f in names_of([Side(document, reading, None) for document, reading in made])}


def test_what_two_sides_call_differently() -> None:
    found = names(
        "The ministers spoke of Kyiv and of the Organization for Security and Cooperation in Europe.",
        "The ministers spoke of Kiev and of the OSCE.",
    )
    assert found["name of Kyiv"] == ("“Kyiv”", "“Kiev”")
    assert found["name of OSCE"] == ("“Organization for Security and Cooperation in Europe”", "“OSCE”")


def test_a_further_form_on_one_side_is_no_other_name() -> None:
    assert names("They spoke of Russia.", "They spoke of Russia, of the Russian Federation and of Kyiv.") == {}
