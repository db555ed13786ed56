import pytest

from memcon.reading.names import same_person


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Chung", "Chung Eui-yong"),
        ("Antony J. Blinken", "Antony Blinken"),
        ("A. Blinken", "Antony J. Blinken"),
        ("Joseph R. Biden, Jr.", "Joe Biden"),
        ("KAJA TAMM", "Kaja Tamm"),
        ("José Núñez", "Jose Nunez"),
        ("Mohammed bin Rashid Al Nuri", "Mohammed bin Rashid"),
    ],
)
def test_forms_of_one_name(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Joe Biden", "Jill Biden"),
        ("Al Nuri", "Al Sabri"),
        ("Ivan Petrov", "Pavel Petrov"),
        ("", "Anna"),
        ("Al", "Al Nuri"),
    ],
)
def test_names_of_two_people(a: str, b: str) -> None:
    assert not same_person(a, b)
