"""The linked format: occasions, and which document tells of which (DESIGN, "formats used for measuring")."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from memcon.linking.engagements import Choice, Engagement
from memcon.model import Account


def write_linked(
    engagements: Sequence[Engagement],
    accounts: Mapping[tuple[str, str], Account],
    names: Mapping[str, str],
    folder: Path,
) -> None:
    """Write ``occasions.jsonl`` and ``accounts.jsonl`` into ``folder``, which is made if need be.

    ``accounts`` has every account by document id and account id, ``names`` the documents' keys by id.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in zip(("occasions", "accounts"), linked_rows(engagements, accounts, names), strict=True):
        _write(folder / f"{name}.jsonl", rows)


def linked_rows(
    engagements: Sequence[Engagement], accounts: Mapping[tuple[str, str], Account], names: Mapping[str, str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give the rows of occasions and of accounts; arguments as in :func:`write_linked`."""
    links: list[dict[str, Any]] = [
        {"doc": names[key.document], "occasion": e.id, "main": accounts[key.document, key.account].main}
        for e in engagements
        for key in e.accounts
    ]
    told = sorted(links, key=lambda x: (str(x["doc"]), str(x["occasion"])))
    return [occasion(e) for e in engagements], told


def occasion(engagement: Engagement) -> dict[str, Any]:
    """Give an engagement as one line of ``occasions.jsonl``; participants without a name are left out."""
    place = engagement.place.preferred
    return {
        "occasion": engagement.id,
        "kind": _value(engagement.kind),
        "status": _value(engagement.status),
        "start": _value(engagement.start),
        "end": _value(engagement.end),
        "place": {"city": place.value.city, "country": place.value.country} if place else None,
        "forum": _value(engagement.forum),
        "parties": [p.value for p in engagement.parties],
        "participants": [
            {
                "name": p.name.value,
                "office": p.office.value if p.office else None,
                "party": p.party.value if p.party else None,
            }
            for p in engagement.participants
            if p.name
        ],
        "part_of": engagement.part_of,
    }


def _value(choice: Choice[Any]) -> Any:
    if choice.preferred is None:
        return None
    value = choice.preferred.value
    return getattr(value, "value", value)


def _write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
