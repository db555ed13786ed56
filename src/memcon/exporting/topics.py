"""What engagements are about: the topics of their statements, with the words."""

from __future__ import annotations

from collections.abc import Iterable
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
