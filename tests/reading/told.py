"""What the tests of whole reports share: read a document of a few paragraphs and look at what it tells."""

from memcon import read
from memcon.model import Account, Cited
from memcon.sources import document_from_text

FINLAND = "Ministry of Foreign Affairs of Finland"
STATE = "United States Department of State"
AGENCY = "Harbour News Agency"
DAY = "2022-05-09"


def accounts(publisher: str | None, title: str, *paragraphs: str, published: str | None = DAY) -> list[Account]:
    """All engagements of a document of these paragraphs."""
    text = "\n\n".join((title, *paragraphs))
    return list(read(document_from_text(text, publisher=publisher, published=published)))


def subjects(publisher: str | None, title: str, *paragraphs: str, published: str | None = DAY) -> list[Account]:
    """The engagements that a document reports as its subject."""
    return [a for a in accounts(publisher, title, *paragraphs, published=published) if a.main]


def names(account: Account) -> list[str]:
    """Who takes part, in order."""
    return [p.name.value for p in account.participants if p.name]


def codes(account: Account) -> list[str]:
    """The parties, sorted."""
    return sorted(p.value for p in account.parties)


def days(account: Account) -> tuple[str | None, str | None]:
    """First and last day."""
    return account.start.value if account.start else None, account.end.value if account.end else None


def place(account: Account) -> tuple[str | None, str | None] | None:
    """City and country, or None."""
    return (account.place.value.city, account.place.value.country) if account.place else None


def party(account: Account, name: str) -> Cited[str] | None:
    """Whom the participant of this name represents."""
    (found,) = [p for p in account.participants if p.name and p.name.value == name]
    return found.party


def statements(account: Account) -> list[tuple[list[str], str, str]]:
    """Speakers, act and words of each statement."""
    return [([s.value for s in x.speakers], x.act.value.value, x.text.text) for x in account.statements]
