"""What engagements are about: the topics of their statements, with the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from memcon.model import Account, Statement
from memcon.vocabulary.topics import Topic, topics_of


def topics_of_accounts(accounts: Iterable[Account]) -> dict[Topic, list[Statement]]:
    """Give the topics of all statements of accounts, each with its statements, the commonest first."""
    found: dict[Topic, list[Statement]] = {}
    for account in accounts:
        for statement in account.statements:
            for match in topics_of(statement.text):
                found.setdefault(match.topic, []).append(statement)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def topics_as_json(statement: Statement) -> list[dict[str, Any]]:
    """Give the topics of a statement with codes, plain names, and the places of their words in the document."""
    return [
        {
            "code": match.topic.code,
            "name": match.topic.name,
            "words": [
                {"start": start, "end": end, "text": words}
                for (start, end), words in zip(match.places, match.words, strict=True)
            ],
        }
        for match in topics_of(statement.text)
    ]


def topics_by_year(told: Iterable[tuple[str, Sequence[Account]]]) -> dict[Topic, dict[str, int]]:
    """Count the engagements of each year that speak of a topic, the commonest topics first.

    ``told`` are engagements as their year (four digits) with their accounts; each counts once for a topic.
    """
    found: dict[Topic, dict[str, int]] = {}
    for year, accounts in told:
        for topic in topics_of_accounts(accounts):
            by_year = found.setdefault(topic, {})
            by_year[year] = by_year.get(year, 0) + 1
    return dict(sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0].name)))
