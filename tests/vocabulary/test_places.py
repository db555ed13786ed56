import pytest

from memcon.model import Place
from memcon.vocabulary.fold import fold
from memcon.vocabulary.places import city, city_exclusions, country_of, named_places, place_named, regions
from memcon.vocabulary.states import states
from memcon.vocabulary.table import data_file

CODES = {s.code for s in states()}


def test_countries_are_known() -> None:
    assert [p for p in named_places().values() if p.country not in CODES] == []
    assert set(regions().values()) <= CODES


def test_no_name_hides_another() -> None:
    lines = data_file("places.tsv").read_text(encoding="utf-8").split("\n")
    names = [fold(line.split("\t")[0]) for line in lines if line and not line.startswith("#")][1:]
    # The same city may be listed under spellings that only diacritics tell apart; it must then be in one country.
    assert len(named_places()) == len(set(names))
    countries = {(fold(line.split("\t")[0]), line.split("\t")[2]) for line in lines[3:] if "\t" in line}
    assert len(countries) == len(set(names))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Astana", "KZ"),
        ("Samarkand", "UZ"),
        ("Geneva", "CH"),
        ("Brussels", "BE"),
        ("Kyiv", "UA"),
        ("Kiev", "UA"),
        ("Doha", "QA"),
        ("Jeddah", "SA"),
        ("Glasgow", "GB"),
        ("New York", "US"),
        ("Honolulu", "US"),
        ("St Petersburg", "RU"),
        ("Sharm el-Sheikh", "EG"),
        ("Bogotá", "CO"),
        ("Bogota", "CO"),
        ("Washington", "US"),
        ("Nairobi", "KE"),
        ("Munich", "DE"),
        ("Cologne", "DE"),
        ("Seville", "ES"),
        ("The Hague", "NL"),
        ("Mecca", "SA"),
        ("Chittagong", "BD"),
        ("Nizhny Novgorod", "RU"),
        ("N’Djamena", "TD"),
        ("Xi’an", "CN"),
    ],
)
def test_cities_are_given_as_written_with_their_country(name: str, country: str) -> None:
    assert city(name) == Place(name, country)


@pytest.mark.parametrize(
    "name",
    [
        "Of",
        "March",
        "Sullivan",
        "Reading",
        "Wang",
        "Vladimir",
        "Rodriguez",
        "Elizabeth",
        "Mexico",
        "Victoria",
        "Nowhere",
    ],
)
def test_words_and_personal_names_are_no_cities(name: str) -> None:
    assert city(name) is None


def test_exclusions_do_not_take_away_what_is_listed() -> None:
    listed = {p.city for p in named_places().values()}
    assert city_exclusions() & listed == {"Nara"}, "a line of places.tsv wins over an exclusion"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kremlin", Place("Moscow", "RU")),
        ("Quai d’Orsay", Place("Paris", "FR")),
        ("Dolmabahce Palace", Place("Istanbul", "TR")),
        ("Hyderabad House", Place("New Delhi", "IN")),
        ("Camp David", Place(None, "US")),
        ("Castle of the Moon", None),
    ],
)
def test_buildings(name: str, place: Place | None) -> None:
    assert place_named(name) == place


@pytest.mark.parametrize(
    ("name", "country"),
    [("Türkiye", "TR"), ("Scotland", "GB"), ("New Jersey", "US"), ("Lviv", "UA"), ("Mexico", "MX"), ("Nowhere", None)],
)
def test_country_of(name: str, country: str | None) -> None:
    assert country_of(name) == country
