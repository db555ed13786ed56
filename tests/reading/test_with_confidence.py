"""Every value of a reading is given a confidence, and that is all that changes."""

from dataclasses import replace
from typing import Any

from memcon import read_document
from memcon.model import Cited
from memcon.reading.confidence import with_confidence
from memcon.sources import document_from_text
from memcon.vocabulary.confidence import Confidences, Measured, Told

TEXT = (
    "Secretary Whitlow’s Call with Maltese Foreign Minister Vella\n\nSecretary of State Dana K. Whitlow spoke today at "
    "the request of the Maltese side with Maltese Foreign Minister Pauline Vella.  They discussed ferries."
)


def test_every_value_has_one() -> None:
    reading = read_document(document_from_text(TEXT, published="2022-05-09"))
    (account,) = reading.accounts
    values: list[Cited[Any] | None] = [
        account.kind,
        account.status,
        account.mode,
        account.start,
        account.end,
        *account.parties,
    ]
    values += [v for p in account.participants for v in (p.name, p.office, p.party)]
    values += [s.act for s in account.statements]
    values += [v for s in account.statements for v in s.speakers]
    assert account.statements
    assert all(v is not None and v.confidence is not None and 0 < v.confidence < 1 for v in values)
    assert reading.kind.confidence is not None


def test_a_mention_is_as_sure_as_other_mentions() -> None:
    shares = Confidences(
        (Measured("kind", Told.SUBJECT, "kind.trigger", 90, 90), Measured("kind", Told.MENTION, "kind.trigger", 90, 45))
    )
    reading = read_document(document_from_text(TEXT, published="2022-05-09"))
    mention = replace(reading, accounts=tuple(replace(a, main=False) for a in reading.accounts))
    assert (with_confidence(reading, shares).accounts[0].kind.confidence or 0) > 0.9
    assert (with_confidence(mention, shares).accounts[0].kind.confidence or 1) < 0.7


def test_giving_it_twice_changes_nothing() -> None:
    reading = read_document(document_from_text(TEXT, published="2022-05-09"))
    assert with_confidence(reading) == reading
