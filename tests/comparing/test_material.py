"""The record's content as one value."""

from memcon.comparing.material import Material, day_of, in_order, parties_of


def by_name(material: Material, name: str) -> str:
    return next(d.id for d in material.documents.values() if d.name == name)


def test_engagements_are_by_day_and_have_their_parties(year: Material) -> None:
    days = [day_of(e) for e in in_order(year.engagements)]
    assert days == ["2031-01-10", "2031-03-12", "2031-05-20", "2031-07-01", "2031-09-09"]
    assert {parties_of(e) for e in year.engagements} == {frozenset({"US", "NO"})}
    assert year.last_day == "2031-09-09"


def test_issuers_and_copies(year: Material) -> None:
    a, oslo, b, copy = (by_name(year, n) for n in ("a", "a-oslo", "b", "b-copy"))
    assert year.issuers[a] == {"US"}
    assert year.homes[oslo] == "NO"
    span = year.documents[copy].span(
        year.documents[copy].text.index("ironclad"), year.documents[copy].text.index("ironclad") + 8
    )
    assert year.origin(copy, span) == b
    assert year.is_copied(copy, span)
    own = year.documents[a].span(0, 4)
    assert not year.is_copied(a, own)


def test_for_whom_somebody_speaks(year: Material) -> None:
    a, quiet = by_name(year, "a"), by_name(year, "f-oslo")
    assert year.side_of("Ingrid Solberg-Lie", a) == "NO"
    assert year.side_of("Solberg-Lie", a) == "NO", "a part of the name"
    assert year.side_of("NO", a) == "NO"
    assert year.side_of("Ingrid Solberg-Lie", quiet) == "NO", "known from other documents"
    assert year.side_of("Nobody", a) is None
