"""Units, currencies, approximation: the files and what is read from them."""

from pathlib import Path

import pytest

from memcon.errors import VocabularyError
from memcon.vocabulary import quantities
from memcon.vocabulary.quantities import (
    Approximation,
    UnitKind,
    Where,
    approximation_of,
    approximation_pattern,
    dollar_of,
    measure_verbs,
    not_figures,
    unit_named,
)


@pytest.mark.parametrize(
    ("words", "name", "factor"),
    [
        ("US dollars", "USD", 1),
        ("€", "EUR", 1),
        ("Kazakhstani tenges", "KZT", 1),
        ("tenge", "KZT", 1),
        ("per cent", "percent", 1),
        ("decades", "year", 10),
        ("weeks", "day", 7),
        ("miles", "kilometre", 1.609344),
        ("degrees Celsius", "degree Celsius", 1),
        ("gigawatts", "megawatt", 1000),
        ("square kilometers", "square kilometre", 1),
    ],
)
def test_units_by_name(words: str, name: str, factor: float) -> None:
    unit = unit_named(words)
    assert unit is not None
    assert (unit.name, unit.factor) == (name, factor)


def test_what_is_no_unit() -> None:
    assert unit_named("doses") is None
    assert unit_named("ministers") is None


def test_dollars_of_several_states() -> None:
    assert [dollar_of(c) for c in ("AU", "CA", "US", "KZ", "IN", None)] == ["AUD", "CAD", "USD", "USD", "USD", "USD"]


def test_words_of_approximation() -> None:
    assert approximation_of("Upwards of") is Approximation.MORE_THAN
    before = approximation_pattern(Where.BEFORE).search("it gave close to an additional ")
    assert before is not None
    assert approximation_of(before.group(1)) is Approximation.NEARLY
    assert approximation_pattern(Where.BEFORE).search("moreover ") is None
    after = approximation_pattern(Where.AFTER).match(" or so, he said")
    assert after is not None
    assert approximation_of(after.group(1)) is Approximation.ABOUT


def test_every_pattern_of_what_is_no_figure_is_one() -> None:
    assert not_figures().search("UNSCR 2254")
    assert measure_verbs()["invest"].measure == "investment"


@pytest.mark.parametrize(
    ("file", "text", "read", "reason"),
    [
        ("not_figures.tsv", "pattern\twhat\n(\ta bracket\n", "not_figures", "is no pattern"),
        ("currencies.tsv", "code\twords\tsigns\thome\nXXQ\tquid\t\t\n", "_currencies", "no ISO 4217 code"),
        ("units.tsv", "unit\tkind\tfactor\twords\tsigns\nday\tduration\t0.0\tday\t\n", "_units", "greater than 0"),
        (
            "units.tsv",
            "unit\tkind\tfactor\twords\tsigns\nday\tduration\t1.0\tday\t\nday\tmass\t7.0\tweek\t\n",
            "_units",
            "day has two kinds",
        ),
        ("measure_verbs.tsv", "verb\trole\tmeasure\ncost\tsubject\tcost\n", "measure_verbs", "has a measure that"),
        ("measure_verbs.tsv", "verb\trole\tmeasure\ninvest\titself\t\n", "measure_verbs", "has a measure that"),
    ],
)
def test_a_wrong_line_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str, read: str, reason: str
) -> None:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(quantities, "data_file", lambda name: path)
    reader = getattr(quantities, read)
    reader.cache_clear()
    try:
        with pytest.raises(VocabularyError, match=reason):
            reader()
    finally:
        reader.cache_clear()


def test_units_have_a_kind_each() -> None:
    assert {u.kind for u in map(unit_named, ("dollar", "percent", "year", "tonne")) if u} == {
        UnitKind.MONEY,
        UnitKind.SHARE,
        UnitKind.DURATION,
        UnitKind.MASS,
    }
