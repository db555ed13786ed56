"""Count right, missed and invented facts of a coding against gold.

The measure is that of the codebook's scorer: engagements are paired one to one inside a document and every field of
a pair is one fact; all facts of an engagement without a partner are missed or invented; statements pair where their
texts overlap by a token F1 of at least 0.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from memcon.scoring.likeness import Coded, engagement_likeness, fold, overlap, pair, same_name

FACTS = (
    "document kind",
    "engagement (main)",
    "engagement (mentioned)",
    "main or mentioned",
    "kind",
    "status",
    "mode",
    "start",
    "end",
    "city",
    "country",
    "forum",
    "party",
    "participant",
    "office",
    "represents",
    "statement",
    "speakers",
    "act",
    "quoted",
    "said at",
    "turn",
    "turn speaker",
)
LEAST_ENGAGEMENT, LEAST_STATEMENT, LEAST_FORUM = 0.45, 0.6, 0.5


@dataclass
class Tally:
    """Facts that are right, missed and invented, by name, with a line on each that is not right."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def fact(self, name: str, gold: Any, coded: Any, same: Callable[[Any, Any], bool], document: str) -> bool:
        """Count one fact; a value that is empty on both sides is none."""
        if gold and coded and same(gold, coded):
            self.right[name] += 1
            return True
        self.missed[name] += bool(gold)
        self.invented[name] += bool(coded)
        if gold or coded:
            self.faults.append(f"{document}\t{name}\tgold={gold!r}\tcoded={coded!r}")
        return False

    def scores(self, name: str | None = None) -> tuple[float, float, float, int]:
        """Give precision, recall, F1 and the number of gold facts, of one name or of all together."""
        names = FACTS if name is None else (name,)
        h, m, x = (sum(c[n] for n in names) for c in (self.right, self.missed, self.invented))
        precision, recall = h / (h + x) if h + x else 0.0, h / (h + m) if h + m else 0.0
        return precision, recall, 2 * h / (2 * h + m + x) if h else 0.0, h + m


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


def _paired(gold: str, coded: str) -> bool:
    """Items that were paired are right."""
    return bool(gold and coded)


def _alike(a: str, b: str) -> bool:
    return fold(a) == fold(b)


def score(gold: Mapping[str, Coded], coded: Mapping[str, Coded]) -> Tally:
    """Score the coding ``coded`` against ``gold``, both by document; one that ``coded`` lacks counts as empty."""
    tally = Tally()
    for document, g in gold.items():
        c = coded.get(document, {})
        tally.fact("document kind", g["kind"], c.get("kind"), _equal, document)
        same = _engagements(tally, g, c, document)
        _statements(tally, g, c, document, same)
        _turns(tally, g, c, document)
    return tally


def _engagements(tally: Tally, g: Coded, c: Coded, document: str) -> dict[str, str]:
    pairs, missed, invented = pair(
        g.get("engagements", []), c.get("engagements", []), engagement_likeness, LEAST_ENGAGEMENT
    )
    for a, b in [*pairs, *((m, {}) for m in missed), *(({}, i) for i in invented)]:
        _engagement(tally, a, b, document)
    return {b["id"]: a["id"] for a, b in pairs}


def _engagement(tally: Tally, g: Coded, c: Coded, document: str) -> None:
    tier = "main" if (g or c).get("main") else "mentioned"
    tally.fact(f"engagement ({tier})", bool(g), bool(c), _equal, document)
    if g and c:
        told = [("main" if e["main"] else "mentioned") for e in (g, c)]
        tally.fact("main or mentioned", told[0], told[1], _equal, document)
    for key in ("kind", "status", "mode", "start", "end"):
        tally.fact(key, g.get(key), c.get(key), _equal, document)
    for key in ("city", "country"):
        tally.fact(key, (g.get("place") or {}).get(key), (c.get("place") or {}).get(key), _alike, document)
    tally.fact("forum", g.get("forum"), c.get("forum"), lambda a, b: overlap(a, b) >= LEAST_FORUM, document)
    for party in sorted({*g.get("parties", []), *c.get("parties", [])}):
        tally.fact("party", party in g.get("parties", []), party in c.get("parties", []), _equal, document)
    _participants(tally, g.get("participants", []), c.get("participants", []), document)


def _participants(tally: Tally, gold: list[Coded], coded: list[Coded], document: str) -> None:
    people, missed, invented = pair(
        gold, coded, lambda p, q: float(same_name(p["name"], q["name"])) + 0.1 * (p["party"] == q["party"]), 1
    )
    for p, q in [*people, *((m, {}) for m in missed), *(({}, i) for i in invented)]:
        if tally.fact("participant", p.get("name"), q.get("name"), same_name, document):
            tally.fact("office", p.get("office"), q.get("office"), _alike, document)
            tally.fact("represents", p.get("party"), q.get("party"), _equal, document)


def _statements(tally: Tally, g: Coded, c: Coded, document: str, same: Mapping[str, str]) -> None:
    pairs, missed, invented = pair(
        g.get("statements", []), c.get("statements", []), lambda a, b: overlap(a["text"], b["text"]), LEAST_STATEMENT
    )
    for a, b in pairs:
        tally.fact("statement", a["text"], b["text"], _paired, document)
        tally.fact("speakers", a["speakers"], b["speakers"], _same_speakers, document)
        tally.fact("act", a["act"], b["act"], _equal, document)
        tally.fact("quoted", a["mode"], b["mode"], _equal, document)
        tally.fact("said at", a["engagement"], same.get(b["engagement"]), _equal, document)
    for a in missed:
        tally.fact("statement", a["text"], None, _equal, document)
    for b in invented:
        tally.fact("statement", None, b["text"], _equal, document)


def _same_speakers(a: list[str], b: list[str]) -> bool:
    return len(a) == len(b) == len(pair(a, b, lambda x, y: float(same_name(x, y)), 1)[0])


def _turns(tally: Tally, g: Coded, c: Coded, document: str) -> None:
    pairs, missed, invented = pair(g.get("turns", []), c.get("turns", []), _begin_alike, 1)
    for a, b in [*pairs, *((m, {}) for m in missed), *(({}, i) for i in invented)]:
        if tally.fact("turn", a.get("starts"), b.get("starts"), _paired, document):
            tally.fact("turn speaker", a.get("speaker"), b.get("speaker"), same_name, document)


def _begin_alike(g: Coded, c: Coded) -> float:
    a, b = fold(g["starts"]), fold(c["starts"])
    shortest = min(len(a), len(b), 20)
    return float(shortest > 0 and a[:shortest] == b[:shortest])
