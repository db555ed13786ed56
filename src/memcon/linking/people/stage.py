"""Put the stage together: mentions, persons, tenures, remarks."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from memcon.linking.engagements import AccountKey
from memcon.linking.people.identities import Known, full_names
from memcon.linking.people.misfits import Misfits
from memcon.linking.people.open_fields import OpenFields
from memcon.linking.people.persons import RECALLED_DAYS, Mention, People, Person, Remark, RemarkKind
from memcon.linking.people.surnames import Completion, Surnames
from memcon.linking.people.tenures import Tenure, tenures_of
from memcon.model import Account, DateRole, Reading
from memcon.vocabulary.roster import first_day, last_day
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import is_bare, name_words, one_name

Of = tuple[AccountKey, int]
"""A mention, by its account and its number there."""


def people_of(readings: Iterable[Reading], roster: Roster) -> People:
    """Tell who the people of all accounts are.

    The result does not depend on the order of the readings, and nothing in the readings is changed.
    """
    return people_among(mentions_of(readings), roster)


def people_among(mentions: Iterable[Mention], roster: Roster) -> People:
    """Tell who is meant by mentions, given in any order: those of all accounts, as people corrected them."""
    mentions = sorted(mentions, key=lambda m: (m.key, m.number))
    told = told_apart(mentions, roster)
    remarks = remarks_on(mentions, told, tenures_of(mentions, told.of_mention), roster)
    return People(tuple(sorted(told.persons)), tuple(mentions), tuple(remarks), told.of_mention)


@dataclass(frozen=True, slots=True)
class Told:
    """Persons told apart, which mention is of whom, and the full names that bare ones stand for."""

    persons: Sequence[Person]
    of_mention: Mapping[Of, Person]
    completed: Mapping[Of, Completion]


def told_apart(mentions: Sequence[Mention], roster: Roster) -> Told:
    """Tell who some mentions are of, given in order of document, account and number.

    Of all mentions the same would be told about these if no name among the rest can be one with a name among them
    (:mod:`memcon.linking.people.nearness`).
    """
    groups = full_names(mentions)
    surnames = Surnames(groups, roster)
    bare = [m for m in mentions if m.name and is_bare(m.name)]
    completed = {(m.key, m.number): found for m in bare if (found := surnames.complete(m)) is not None}
    persons, of_mention = _persons(groups, bare, completed, roster)
    return Told(persons, of_mention, completed)


def remarks_on(mentions: Iterable[Mention], told: Told, tenures: Iterable[Tenure], roster: Roster) -> Iterator[Remark]:
    """Give what can be added to mentions or held against them, in their order.

    ``tenures`` are at least all those of the persons of the mentions, and in the offices of those that name nobody.
    """
    fields, misfits = OpenFields(tenures, roster), Misfits(roster)
    for mention in mentions:
        at = (mention.key, mention.number)
        remarks = _remarks(mention, told.of_mention.get(at), told.completed.get(at), fields, misfits)
        called = (mention.name or mention.office) if mention.added else None
        yield from (replace(remark, called=called) for remark in remarks)


def mentions_of(readings: Iterable[Reading]) -> Iterator[Mention]:
    """Give whom the accounts of readings name."""
    for reading in readings:
        published = published_on(reading)
        for account in reading.accounts:
            told = reading.dated.value if reading.dated else published
            yield from _of_account(AccountKey(reading.document, account.id), account, published, told)


def published_on(reading: Reading) -> str | None:
    """Give the day on which a document says that it was published."""
    return next((d.date for d in reading.layout.dates if d.role is DateRole.PUBLISHED), None)


def _of_account(key: AccountKey, account: Account, published: str | None, told: str | None) -> Iterator[Mention]:
    begun = account.start.value if account.start else published
    last = account.end.value if account.end else begun
    recalled = bool(last and told) and _days(last_day(last or ""), first_day(told or "")) > RECALLED_DAYS
    for number, participant in enumerate((*account.participants, *account.others)):
        yield Mention(key, number, None if recalled else begun, participant)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _persons(
    groups: Sequence[Known], bare: Sequence[Mention], completed: dict[Of, Completion], roster: Roster
) -> tuple[list[Person], dict[Of, Person]]:
    """Make a person of each group, of each name that the roster completes, and of each surname left over."""
    of_mention: dict[Of, Person] = {}
    persons: list[Person] = []
    by_known: dict[int, Person] = {}
    for group in groups:
        person = _person(group.name, group.party, group.mentions, roster)
        persons.append(person)
        by_known[id(group)] = person
        of_mention |= {(m.key, m.number): person for m in group.mentions}
    rest: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    names: dict[tuple[str, str | None], str] = {}
    for mention in bare:
        found = completed.get((mention.key, mention.number))
        known = (found.known or _named(groups, found.name, mention.party)) if found is not None else None
        if known is not None:
            of_mention[mention.key, mention.number] = by_known[id(known)]
            continue
        name = found.name if found is not None else mention.name or ""
        spelt = (" ".join(name_words(name)), mention.party)
        rest[spelt].append(mention)
        names.setdefault(spelt, name)
    for spelt, told in rest.items():
        person = _person(names[spelt], spelt[1], told, roster)
        persons.append(person)
        of_mention |= {(m.key, m.number): person for m in told}
    return persons, of_mention


def _named(groups: Sequence[Known], name: str, party: str | None) -> Known | None:
    """The only person of a party whom documents name in full, and whose name is a form of the roster's."""
    fits = [group for group in groups if group.party == party and one_name(name, group.name)]
    return fits[0] if len(fits) == 1 else None


def _person(name: str, party: str | None, told: Sequence[Mention], roster: Roster) -> Person:
    """Make a person; the id stays while the first of its mentions does, those that were read before those added."""
    first = min(told, key=lambda m: (m.added is not None, m.added or "", m.key, m.number))
    identity = first.added or f"{first.key.document}/{first.key.account}/{first.number}"
    known = [] if party is None or is_bare(name) else roster.by_name(name, party)
    items = {entry.qid for entry in known if entry.qid}
    qid = items.pop() if len(items) == 1 else None
    return Person("P-" + hashlib.sha256(identity.encode()).hexdigest()[:8], name, party, qid)


def _remarks(
    mention: Mention, person: Person | None, completion: Completion | None, fields: OpenFields, misfits: Misfits
) -> Iterator[Remark]:
    if person is None:
        holder = fields.holder(mention)
        if holder is not None:
            yield holder
        return
    name = completion.name if completion else mention.name or ""
    if completion is not None:
        yield Remark(
            mention.key,
            mention.number,
            RemarkKind.NAME,
            completion.name,
            completion.rule,
            completion.source,
            completion.span,
        )
    found = (
        fields.party(mention, person, name) if mention.party is None else None,
        fields.office(mention, person, name) if mention.office is None else None,
        misfits.misfit(mention, name),
    )
    yield from (remark for remark in found if remark is not None)
