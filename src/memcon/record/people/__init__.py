"""Who the people of a record are: told apart all at once, or those whom some documents have to do with."""

from memcon.record.people.keeper import PeopleKeeper
from memcon.record.people.rows import person_of, unpacked
from memcon.record.people.some import keep_some
from memcon.record.people.state import told_now
from memcon.record.people.whole import index_people, keep_people

__all__ = ["PeopleKeeper", "index_people", "keep_people", "keep_some", "person_of", "told_now", "unpacked"]
