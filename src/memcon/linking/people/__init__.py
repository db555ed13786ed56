"""Who the people of all accounts are; a pure function of the readings and a roster."""

from memcon.linking.people.persons import Mention, People, Person, Remark, RemarkKind
from memcon.linking.people.stage import people_of
from memcon.linking.people.tenures import Seen, Sighting, Tenure, seen, seen_order, tenures_of

__all__ = [
    "Mention",
    "People",
    "Person",
    "Remark",
    "RemarkKind",
    "Seen",
    "Sighting",
    "Tenure",
    "people_of",
    "seen",
    "seen_order",
    "tenures_of",
]
