from hypothesis import given
from hypothesis import strategies as st

from memcon.linking.people import people_of
from memcon.model import Account, Cited, DocumentKind, EngagementKind, Layout, Participant, Reading, Status
from memcon.vocabulary.roster import Exact, RosterEntry
from memcon.vocabulary.rosters import Roster

NAMES = ("Aino Virta", "Virta", "A. Virta", "Bruno Koski", "Bruno M. Koski", "Koski", None)
OFFICES = ("Foreign Minister", "Minister", "President", "Ambassador to Malta", None)
DATES = ("2019", "2021-05", "2021-05-09", "2024-02-29", None)
ROSTER = Roster([RosterEntry("Aino Virta", "Foreign Minister", "FI", "2019", Exact.YEAR, None, None, None, "t")])


def cited(value: str | None) -> Cited[str] | None:
    return Cited(value, ()) if value else None


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        people = draw(
            st.lists(
                st.builds(
                    lambda name, office, party: Participant(cited(name), cited(office), cited(party)),
                    st.sampled_from(NAMES),
                    st.sampled_from(OFFICES),
                    st.sampled_from(("FI", "EE", None)),
                ),
                max_size=4,
            )
        )
        account = Account(
            "e1",
            str(number),
            True,
            Cited(EngagementKind.MEETING, ()),
            Cited(Status.HELD, ()),
            start=cited(draw(st.sampled_from(DATES))),
            participants=tuple(people[:2]),
            others=tuple(people[2:]),
        )
        found.append(Reading(str(number), "t", Cited(DocumentKind.READOUT, ()), "en", Layout(), (account,)))
    return found


@given(readings(), st.randoms())
def test_the_order_of_readings_changes_nothing(told: list[Reading], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(told)
    random.shuffle(shuffled)
    assert people_of(told, ROSTER) == people_of(shuffled, ROSTER)


@given(readings())
def test_every_name_is_somebodys_and_ids_are_distinct(told: list[Reading]) -> None:
    people = people_of(told, ROSTER)
    for mention in people.mentions:
        assert (people.person(mention.key, mention.number) is None) == (mention.name is None)
    assert len({person.id for person in people.persons}) == len(people.persons)
    assert set(people.of_mention.values()) == set(people.persons)
    at = [(r.key, r.number, r.kind) for r in people.remarks]
    assert len(set(at)) == len(at)
