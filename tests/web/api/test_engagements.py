"""Engagements over HTTP: the list and its filters, and one in full."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.exporting.rows import row_of
from memcon.model import EngagementKind, Status
from memcon.record import Filters, Record


def ids(api: TestClient, **asked: Any) -> list[str]:
    """The ids on all pages."""
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = api.get("/api/v1/engagements", params=asked | ({"cursor": cursor} if cursor else {})).json()
        found += [row["id"] for row in page["items"]]
        cursor = page["next"]
        if cursor is None:
            return found


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limit=st.integers(1, 40))
def test_each_page_after_the_other_gives_all_engagements_once(api: TestClient, path: Path, limit: int) -> None:
    with Record.open(path) as record:
        wanted = [e.id for e in record.engagements(Filters(main_only=False))]
    assert ids(api, limit=limit, mentioned=True) == wanted


def test_a_row_is_that_of_the_list_command(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        rows = [row_of(e) for e in record.engagements()]
    assert api.get("/api/v1/engagements", params={"limit": 200}).json()["items"] == rows


@pytest.mark.parametrize(
    ("asked", "filters"),
    [
        ({"party": ["Norway", "US"]}, Filters(parties=("Norway", "US"))),
        ({"person": "virta"}, Filters(person="virta")),
        ({"kind": "call"}, Filters(kind=EngagementKind.CALL)),
        ({"status": "planned"}, Filters(status=Status.PLANNED)),
        ({"since": "2023", "until": "2024-06"}, Filters(since="2023", until="2024-06")),
        ({"place": "Helsinki"}, Filters(place="Helsinki")),
        ({"text": "fisheries"}, Filters(text="fisheries")),
        ({"sure": 0.9}, Filters(sure=0.9)),
        ({"mentioned": True}, Filters(main_only=False)),
    ],
)
def test_filters_are_those_of_the_list_command(
    api: TestClient, path: Path, asked: dict[str, Any], filters: Filters
) -> None:
    with Record.open(path) as record:
        wanted = [e.id for e in record.engagements(filters)]
        everything = [e.id for e in record.engagements(Filters(main_only=False))]
    assert ids(api, **asked) == wanted
    assert wanted
    assert filters == Filters(main_only=False) or wanted != everything


def test_pages_of_a_topic_are_as_long_as_asked_for(api: TestClient) -> None:
    whole = ids(api, topic="trade")
    assert len(whole) > 1
    assert ids(api, topic="trade", limit=1) == whole
    assert len(whole) < len(ids(api))


def test_an_engagement_has_every_value_with_its_words_and_reason(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        engagement = max(record.engagements(), key=lambda e: len(e.accounts))
    told = api.get(f"/api/v1/engagements/{engagement.id}").json()
    assert told["start"]["preferred"]["value"] == engagement.start.preferred.value  # type: ignore[union-attr]
    assert told["start"]["reason"] == engagement.start.reason
    assert len(told["start"]["rivals"]) == len(engagement.start.rivals)
    assert [a["document"]["id"] for a in told["accounts"]] != []
    assert {(a["document"]["id"], a["account"]["id"]) for a in told["accounts"]} == {
        (k.document, k.account) for k in engagement.accounts
    }
    assert told["sources"] < len(told["accounts"])
    assert any("copy" in words or "reprint" in words for words in told["copies"])


def test_a_visit_has_its_parts(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        part = next(e for e in record.engagements(Filters(main_only=False)) if e.part_of)
        wanted = [e.id for e in record.engagements(Filters(main_only=False)) if e.part_of == part.part_of]
    whole = api.get(f"/api/v1/engagements/{part.part_of}").json()
    assert [row["id"] for row in whole["parts"]] == wanted
    assert api.get(f"/api/v1/engagements/{part.id}").json()["part_of"] == whole["id"]


def test_statements_have_their_topics(api: TestClient) -> None:
    (first, *_) = ids(api, topic="trade")
    told = api.get(f"/api/v1/engagements/{first}").json()
    topics = [t["name"] for a in told["accounts"] for s in a["account"]["statements"] for t in s["topics"]]
    assert "trade" in topics
