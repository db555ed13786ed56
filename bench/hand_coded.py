"""The hand-coded documents that the benches read: those of this repository, and the others where they are there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from memcon import Document, documents

ROOT = Path(__file__).resolve().parents[1]
ELSEWHERE = ROOT.parent / "shared/gold"


def sets(folder: Path | None = None) -> Iterator[tuple[str, list[tuple[Document, dict[str, Any]]]]]:
    """Give each set's name with its documents and their gold codings, those of ``folder`` (seeds, dev) first."""
    folder = folder or ELSEWHERE
    for name in ("seeds", "dev"):
        if (folder / f"{name}.documents.jsonl").exists():
            yield name, _paired(folder / f"{name}.documents.jsonl", folder / f"{name}.coded.jsonl")
        else:
            print(f"skipped {name}: {folder} has no {name}.documents.jsonl")
    for coding in sorted((ROOT / "tests/gold").glob("*.coded.jsonl")):
        inputs = coding.with_name(coding.name.replace(".coded", ".documents"))
        yield (
            coding.name.split(".")[0],
            _paired(inputs if inputs.exists() else inputs.with_suffix("").with_suffix(""), coding),
        )


def _paired(inputs: Path, coding: Path) -> list[tuple[Document, dict[str, Any]]]:
    gold = {row["doc"]: row for row in map(json.loads, coding.read_text(encoding="utf-8").splitlines())}
    return [(document, gold[document.name]) for document in documents([inputs])]
