"""Score clauses of saying against coded documents: are the statements found, with the right act and mode?

usage: bench/clauses.py [GOLD_DIRECTORY] [--errors]

Reads ``*.documents.jsonl`` and ``*.coded.jsonl`` in GOLD_DIRECTORY (default ``../shared/gold`` beside the
repository). Only documents with coded statements count, speakers are left aside, and a statement is found when the
texts share 60 % of their words (token F1). Says that it skipped where the directory is not there.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from memcon.model import BlockKind
from memcon.reading.clauses import Clause, find_clauses
from memcon.reading.layout import read_layout
from memcon.reading.model_english import english
from memcon.reading.view import view_of
from memcon.sources.made import document_from_text

_KINDS = ("readout", "news", "joint-statement")
_LEAST = 0.6


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[a-z0-9]+", text.casefold()))


def overlap(a: str, b: str) -> float:
    x, y = words(a), words(b)
    total = x.total() + y.total()
    return 2 * (x & y).total() / total if total else 0.0


def coded_documents(directory: Path) -> Iterator[tuple[dict, dict]]:
    for name in ("dev", "seeds"):
        with (directory / f"{name}.documents.jsonl").open(encoding="utf-8") as lines:
            documents = {d["doc"]: d for d in map(json.loads, lines)}
        with (directory / f"{name}.coded.jsonl").open(encoding="utf-8") as lines:
            for coded in map(json.loads, lines):
                if coded["kind"] in _KINDS and coded.get("statements"):
                    yield documents[coded["doc"]], coded


def clauses_of(document: dict) -> list[tuple[Clause, str]]:
    """Give the clauses of a document's running prose with their words."""
    made = document_from_text(document["text"], name=document["doc"], title=document["title"])
    found = []
    for block in read_layout(made).blocks:
        if block.kind is not BlockKind.TEXT:
            continue
        at = block.span.start
        for line in made.text[block.span.start : block.span.end].split("\n"):
            view = view_of(made.text, at, at + len(line))
            at += len(line) + 1
            if view.text:
                found.extend((c, view.text[c.start : c.end]) for c in find_clauses(english()(view.text)))
    return found


def pairs_of(gold: list[dict], found: list[tuple[Clause, str]]) -> list[tuple[int, int]]:
    ranked = sorted(
        ((overlap(g["text"], text), -i, -j) for i, g in enumerate(gold) for j, (_, text) in enumerate(found)),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value >= _LEAST and all(-i != a and -j != b for a, b in pairs):
            pairs.append((-i, -j))
    return pairs


def main(arguments: list[str]) -> int:
    given = [a for a in arguments if not a.startswith("--")]
    directory = Path(given[0]) if given else Path(__file__).resolve().parents[2] / "shared" / "gold"
    if not (directory / "dev.coded.jsonl").exists():
        print(f"skipped: no coded documents in {directory}")
        return 0
    hit = miss = extra = act = mode = 0
    errors: list[str] = []
    for document, coded in coded_documents(directory):
        gold, found = coded["statements"], clauses_of(document)
        pairs = pairs_of(gold, found)
        hit, miss, extra = hit + len(pairs), miss + len(gold) - len(pairs), extra + len(found) - len(pairs)
        for i, j in pairs:
            clause, text = found[j]
            act += clause.act.value == gold[i]["act"]
            mode += clause.mode.value == gold[i]["mode"]
            if clause.act.value != gold[i]["act"] or clause.mode.value != gold[i]["mode"]:
                errors.append(
                    f"{coded['doc']} {gold[i]['act']}/{gold[i]['mode']} read {clause.act}/{clause.mode}: {text}"
                )
        errors += [f"{coded['doc']} missed: {g['text']}" for i, g in enumerate(gold) if all(i != a for a, _ in pairs)]
        errors += [
            f"{coded['doc']} extra ({c.subject_rule}): {text}"
            for j, (c, text) in enumerate(found)
            if all(j != b for _, b in pairs)
        ]
    precision, recall = hit / max(1, hit + extra), hit / max(1, hit + miss)
    f1 = 2 * hit / max(1, 2 * hit + miss + extra)
    print(f"statements {hit + miss}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(f"of those found  act {act / max(1, hit):.3f}  mode {mode / max(1, hit):.3f}")
    if "--errors" in arguments:
        print("\n".join(errors))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
