"""Whom the accounts name, as people corrected it."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from tests.decisions.say import correct, dismiss, of, split, undo
from tests.linking.tell import account, reading

from memcon.decisions import Decision, decided
from memcon.decisions.mentions import decided_mentions
from memcon.decisions.values import Named, named
from memcon.errors import UsageError
from memcon.linking.engagements import CORRECTED
from memcon.linking.people import Mention, mentions_of, people_among
from memcon.model import Reading
from memcon.reading.names import same_person
from memcon.vocabulary.rosters import Roster

TWO = [reading("a", account()), reading("b", account())]
"""Two accounts of one call, which name the same two ministers."""
NOBODY = Roster(())


def mentions(readings: list[Reading], *decisions: Decision) -> list[Mention]:
    known = {d.id: d for d in decisions}
    return decided_mentions(readings, decided(readings, (), decisions), known)


def told(readings: list[Reading], *decisions: Decision) -> Counter[Named]:
    return Counter(named(m.participant) for m in mentions(readings, *decisions))


def minister(readings: list[Reading]) -> Named:
    return named(of(readings, "a").participants[0])


def test_without_decisions_they_are_as_they_were_read() -> None:
    assert mentions(TWO) == list(mentions_of(TWO))


def test_a_correction_holds_in_every_account_with_its_author() -> None:
    who = minister(TWO)
    assert who.name is not None
    made = correct(TWO, "a", "participants", who.name, office="Minister of Fisheries")
    found = [m for m in mentions(TWO, made) if m.name == who.name]
    assert [(m.office, m.key.document) for m in found] == [
        ("Minister of Fisheries", "a"),
        ("Minister of Fisheries", "b"),
    ]
    for mention in found:
        assert mention.participant.office is not None
        assert mention.participant.office.rule == CORRECTED
        assert mention.participant.name is not None
        assert mention.participant.name.rule != CORRECTED, "the name stays as it was read"
        assert [(d.decision, d.author, d.at, d.because) for d in mention.decided] == [
            (made.id, made.author, made.at, "so it was")
        ]
    assert mentions(TWO, made, undo(made)) == mentions(TWO)


def test_who_is_taken_out_is_named_no_more() -> None:
    who = minister(TWO)
    assert who.name is not None
    made = correct(TWO, "a", "participants", who.name, remove=True)
    assert told(TWO, made) == Counter({n: c for n, c in told(TWO).items() if n != who})


def test_who_is_added_becomes_a_person() -> None:
    made = correct(TWO, "a", "participants", "Thomas Hale", office="Spokesperson", party="US")
    (added,) = [m for m in mentions(TWO, made) if m.added]
    assert (added.name, added.office, added.party) == ("Thomas Hale", "Spokesperson", "US")
    start = of(TWO, "a").start.preferred
    assert start is not None
    assert added.date == start.value
    people = people_among(mentions(TWO, made), NOBODY)
    person = people.person(added.key, added.number)
    assert person is not None
    assert (person.name, person.party) == ("Thomas Hale", "US")
    dated = correct(TWO, "a", "date", "2024-05-07", at=1)
    other = correct(TWO, "a", "participants", "Ana Ruiz", at=2)
    both = people_among(mentions(TWO, made, dated, other), NOBODY).persons
    assert len({p.id for p in both}) == len(both)
    assert person in both, "the id stays, whatever else is corrected"


def test_who_is_added_is_joined_with_whom_documents_name() -> None:
    other = [*TWO, reading("c", account(start="2024-09-01", people=(("Thomas Hale", "US"),)))]
    made = correct(other, "a", "participants", "Hale", office="Spokesperson", party="US")
    before = {p.name: p.id for p in people_among(mentions(other), NOBODY).persons}
    people = people_among(mentions(other, made), NOBODY)
    (added,) = [m for m in mentions(other, made) if m.added]
    person = people.person(added.key, added.number)
    assert person is not None
    assert (person.name, person.id) == ("Thomas Hale", before["Thomas Hale"])


def test_the_day_by_hand_dates_the_mentions() -> None:
    made = correct(TWO, "a", "date", "2024-05-07")
    found = mentions(TWO, made)
    assert {m.date for m in found} == {"2024-05-07"}
    assert all([d.decision for d in m.decided] == [made.id] for m in found)


def test_what_is_no_engagement_names_nobody() -> None:
    made = dismiss(TWO, "a")
    assert mentions(TWO, made) == []
    assert mentions(TWO, made, undo(made)) == mentions(TWO)


def test_a_correction_that_is_set_aside_changes_nobody() -> None:
    who = minister(TWO)
    assert who.name is not None
    made = correct(TWO, "a", "participants", who.name, office="Minister of Fisheries")
    parted = split(TWO, ["a"], ["b"], at=7)
    assert told(TWO, made, parted) == told(TWO), "its accounts are of two engagements now"


NAMES = ["Thomas Hale", "Hale", "Ana Ruiz", "Kristina Ots", "Elina Kalda"]
OFFICES = [None, "Spokesperson", "Minister of Fisheries"]
CHANGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.booleans(), st.sampled_from([None, *NAMES]), st.sampled_from(OFFICES)),
    max_size=5,
)


@given(CHANGES)
def test_they_tell_of_the_same_people_as_the_engagement(
    changes: list[tuple[str, bool, str | None, str | None]],
) -> None:
    """Whatever was decided, everybody who takes part is named by an account, and nobody else."""
    made: list[Decision] = []
    for n, (who, remove, name, office) in enumerate(changes):
        more = {"remove": True} if remove else {"name": name, "office": office}
        try:
            made.append(correct(TWO, "a", "participants", who, *made, at=n, **more))
        except UsageError:
            continue
    found = {named(m.participant) for m in mentions(TWO, *made)}
    people = [named(p) for p in of(TWO, "a", *made).participants]
    for person in people:
        assert any(n.office == person.office and same_person(n.name or "", person.name or "") for n in found), person
    for one in found:
        assert any(n.office == one.office and same_person(n.name or "", one.name or "") for n in people), one
