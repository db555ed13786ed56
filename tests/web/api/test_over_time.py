"""Commitments, silence, phrases and drift over HTTP: what the commands write as JSON, whole."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from memcon.comparing.commitments import commitments
from memcon.comparing.material import Material, parties_of
from memcon.comparing.phrases import drift, histories
from memcon.comparing.recorded import material_of, scope_of
from memcon.comparing.silence import AbsenceKind, absences
from memcon.exporting.commitments import commitment_value
from memcon.exporting.drift import step_value
from memcon.exporting.phrases import history_value
from memcon.exporting.silence import absence_value
from memcon.record import Record


@pytest.fixture
def material(path: Path) -> Material:
    with Record.open(path) as record:
        return material_of(record)


def items(api: TestClient, what: str, **asked: Any) -> list[dict[str, Any]]:
    answer = api.get(f"/api/v1/{what}", params=asked)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def plain(value: Any) -> Any:
    """A value as JSON has it: tuples as lists."""
    if isinstance(value, dict):
        return {key: plain(v) for key, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, list | tuple) else value


def without_rules(value: Any) -> Any:
    """A commitment without the rules of its beneficiaries, which the command leaves out."""
    if isinstance(value, dict):
        told = {key: without_rules(v) for key, v in value.items()}
        if "beneficiaries" in told:
            told["beneficiaries"] = [{k: v for k, v in b.items() if k != "rule"} for b in told["beneficiaries"]]
        return told
    return [without_rules(v) for v in value] if isinstance(value, list) else value


def test_commitments_are_those_of_the_command(api: TestClient, material: Material) -> None:
    of_us = [e for e in material.engagements if "US" in parties_of(e)]
    wanted = commitments(material, of_us, everything=True)
    assert len(wanted) > 1
    told = items(api, "commitments", party="US", everything=True)
    assert without_rules(told) == plain([commitment_value(c) for c in wanted])
    still_open = items(api, "commitments", party="US", everything=True, still_open=True)
    assert [c["id"] for c in still_open] == [c.id for c in wanted if c.open]
    one = wanted[0].engagement
    assert {c["engagement"] for c in items(api, "commitments", engagement=one, everything=True)} == {one}


def test_silence_is_that_of_the_command(api: TestClient, material: Material) -> None:
    wanted = absences(material, ("NO",))
    assert items(api, "silence", party="Norway") == plain([absence_value(a) for a in wanted])
    kinds = items(api, "silence", kind=["engagement", "plan"])
    assert {a["kind"] for a in kinds} <= {AbsenceKind.ENGAGEMENT, AbsenceKind.PLAN}
    assert 0 < len(kinds) < len(items(api, "silence"))


def test_phrases_are_those_of_the_command(api: TestClient, material: Material) -> None:
    scope = scope_of(material, ["US", "NO"])
    wanted = histories(material, scope)
    assert wanted
    told = api.get("/api/v1/phrases", params={"who": ["US", "Norway"]}).json()
    assert told["items"] == plain([history_value(h) for h in wanted])
    assert (told["scope"], told["documents"]) == (scope.name, len(scope.documents))
    (one,) = items(api, "phrases", phrase=wanted[0].phrase)
    assert one["documents"] >= wanted[0].documents
    assert items(api, "phrases", phrase="purple prose") == []


def test_drift_is_that_of_the_command(api: TestClient, material: Material) -> None:
    wanted = drift(material, ("US", "NO"))
    assert wanted
    assert items(api, "drift", party=["US", "NO"]) == plain([step_value(s) for s in wanted])
    assert items(api, "drift", party=["US", "NO"], by="nobody") == []


@pytest.mark.parametrize(
    ("what", "asked", "status"),
    [
        ("commitments", {"party": "Zedland"}, 422),
        ("commitments", {"engagement": "E-none"}, 404),
        ("silence", {"kind": "noise"}, 422),
        ("phrases", {}, 422),
        ("phrases", {"who": "Zed"}, 404),
        ("drift", {"party": "US"}, 422),
        ("drift", {"party": ["US", "US"]}, 422),
    ],
)
def test_what_makes_no_sense_is_told(api: TestClient, what: str, asked: dict[str, Any], status: int) -> None:
    assert api.get(f"/api/v1/{what}", params=asked).status_code == status
