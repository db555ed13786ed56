"""Two accounts, side by side: rows, facts, commitments."""

import pytest
from tests.comparing.sides.accounts import OSLO, Letters, read, sides

from memcon import UsageError
from memcon.comparing.sides import Conflict, Fact, compare, sides_of
from memcon.comparing.sides.facts import facts_of


def fact(name: str, *, swapped: bool = False) -> Fact:
    chosen = sides()[::-1] if swapped else sides()
    return next(f for f in facts_of(chosen) if f.name == name)


def test_every_point_stands_once_and_what_is_one_stands_on_one_row() -> None:
    found = compare(sides(), by_words=True)
    shared = [tuple(p.span.text for p in r.points if p) for r in found.rows if all(r.points)]
    assert [(a[:42], b[:42]) for a, b in shared] == [
        ("The prime ministers discussed the protecti", "The parties touched upon the protection of"),
        ("Prime Minister Falk announced 40 million e", "Prime Minister Saar thanked Norway for the"),
        ("The prime ministers agreed to meet in Tall", "It was agreed to meet in Tallinn on 20 May"),
    ]
    for side, text in enumerate(s.document.text for s in sides()):
        spans = [r.points[side].span for r in found.rows if r.points[side]]  # type: ignore[union-attr]
        assert all(s.stands_in(text) for s in spans)
        assert len({(s.start, s.end) for s in spans}) == len(spans)
    assert all(m.reasons for r in found.rows for m in r.matches)
    alone = [p.span.text for r in found.rows if sum(map(bool, r.points)) == 1 for p in r.points if p]
    assert alone[:1] == ["the autumn visit of King Olav"]


def test_rows_follow_the_first_account_and_points_of_the_second_stand_where_they_follow() -> None:
    rows = compare(sides(), by_words=True).rows
    first = [r.points[0].span.start for r in rows if r.points[0]]
    assert first == sorted(first)
    places = [n for n, r in enumerate(rows) if r.points[1] and "defence spending" in r.points[1].span.text]
    before = [n for n, r in enumerate(rows) if r.points[1] and "20 May" in r.points[1].span.text]
    assert places[0] == before[0] + 1


def test_contradicted_numbers_and_dates() -> None:
    found = compare(sides(), by_words=True)
    assert [c.conflict for r in found.rows for c in r.contradictions] == [Conflict.NUMBERS, Conflict.DATES]


def test_commitments_with_carriers_and_what_the_other_side_makes_of_them() -> None:
    found = {c.point.span.text[:30]: c for c in compare(sides(), by_words=True).commitments}
    announced = found["Prime Minister Falk announced "]
    assert announced.carriers == ("NO",)
    assert announced.standing.startswith("numbers differ: ")
    assert {c.side for c in found.values()} == {0, 1}


def test_the_comparison_is_the_same_each_time_and_says_by_what_meanings_were_compared() -> None:
    assert compare(sides(), Letters()) == compare(sides(), Letters())
    assert compare(sides(), Letters()).encoder == "letters"
    assert compare(sides(), by_words=True).encoder is None


def test_without_the_encoder_s_packages_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.comparing.sides.comparison.encoder", lambda: None)
    assert any("by words only" in r for r in compare(sides()).remarks)


def test_more_than_two_accounts_have_a_column_each() -> None:
    third = read(
        OSLO.replace("40 million", "45 million"), "Samtale med statsminister Saar", "Norwegian Government", "2024-04-02"
    )
    found = compare(sides_of([*((s.document, s.reading) for s in sides()), third]), by_words=True)
    assert {len(r.points) for r in found.rows} == {3}
    assert any(all(r.points) for r in found.rows)
    assert len(found.facts[0].values) == 3


def test_one_account_is_nothing_to_compare() -> None:
    with pytest.raises(UsageError, match="two or more"):
        compare(sides()[:1])


def test_another_language_is_refused() -> None:
    german = read("Bundeskanzler Brandt hat heute mit Präsident Kovalchuk telefoniert und die Lage erörtert, "
                  "die Hilfe und den Winter besprochen.", "Telefonat", "Bundesregierung", "2024-04-02")  # fmt: skip
    with pytest.raises(UsageError, match="only English"):
        compare([sides()[0], sides_of([german])[0]])


def test_accounts_of_different_engagements_are_doubted() -> None:
    other = read("Prime Minister Astrid Falk met in Lisbon with President Rui Costa of Portugal on 3 March 2021. "
                 "They discussed cork.", "Meeting", "Norwegian Government", "2021-03-03")  # fmt: skip
    found = compare(sides_of([(sides()[0].document, sides()[0].reading), other]), by_words=True)
    assert any("different engagements" in r for r in found.remarks)


def test_people_and_names() -> None:
    assert fact("for Norway").values == ("Astrid Falk, Prime Minister", "Astrid Falk, Prime Minister")
    assert fact("for Estonia").conflict is None


def test_dates_a_day_apart_may_be_one_evening() -> None:
    held = fact("held")
    assert held.values == ("2 April 2024", "3 April 2024")
    assert held.conflict is None
    assert "one evening" in (held.remark or "")
    assert fact("held", swapped=True).remark == held.remark


def test_two_names_in_one_office_contradict_one_another() -> None:
    other = read(
        "Prime Minister Henrik Saar had a telephone conversation with Prime Minister Berit Moen of Norway. "
        "They discussed cables.", "Telephone conversation", "Ministry of Foreign Affairs of Estonia", "2024-04-02",
    )  # fmt: skip
    found = facts_of(sides_of([(sides()[0].document, sides()[0].reading), other]))
    rival = next(f for f in found if f.name == "for Norway")
    assert rival.conflict is Conflict.PARTICIPANTS
    assert "Astrid Falk and Berit Moen" in (rival.remark or "")


def test_a_document_beside_itself_is_told_and_the_columns_keep_apart() -> None:
    one = read(OSLO, "t", "Government of Norway", "2030-05-01")
    found = compare(sides_of([one, one]), by_words=True)
    assert f"{one[0].name} is compared with itself" in found.remarks
    alone = compare(
        sides_of([one, read("The ministers met.", "u", "Government of Norway", "2030-05-01")]), by_words=True
    )
    assert {c.standing for c in alone.commitments} == {"in Government of Norway (A)’s account only"}
