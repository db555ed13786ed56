"""Who the people of all accounts are; a pure function of the readings and a roster."""

from memcon.linking.people.persons import ByHand, Mention, People, Person, Remark, RemarkKind
from memcon.linking.people.stage import mentions_of, people_among, people_of, published_on
from memcon.linking.people.tenures import Seen, Sighting, Tenure, seen, seen_order, tenures_of

__all__ = [
    "ByHand",
    "Mention",
    "People",
    "Person",
    "Remark",
    "RemarkKind",
    "Seen",
    "Sighting",
    "Tenure",
    "mentions_of",
    "people_among",
    "people_of",
    "published_on",
    "seen",
    "seen_order",
    "tenures_of",
]
