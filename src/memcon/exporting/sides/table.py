"""A comparison as a table (CSV): one line a row of the matrix."""

from __future__ import annotations

import csv
import io

from memcon.comparing.sides.values import Comparison, Row, letter
from memcon.exporting.sides.words import line, who_in_words

_FORMULA = ("=", "+", "-", "@")


def as_csv(comparison: Comparison) -> str:
    """Write the matrix as CSV (RFC 4180) with a header.

    ``standing`` is "contradicted", "shared" or "only in A"; of each column the words on one line, where they stand
    (code points), the act and the speakers. A cell that a spreadsheet would take for a formula begins with an
    apostrophe.
    """
    columns = [letter(n).lower() for n in range(len(comparison.sides))]
    header = ["standing"]
    for name in columns:
        header += [f"{name}_{field}" for field in ("document", "start", "end", "words", "act", "speakers")]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*header, "likeness", "reasons", "contradictions"])
    for row in comparison.rows:
        cells = [_standing(row)]
        for side, point in zip(comparison.sides, row.points, strict=True):
            if point is None:
                cells += [side.document.id, "", "", "", "", ""]
                continue
            span, act = point.span, point.act.value if point.act else ""
            speakers = who_in_words(point.speakers) if point.speakers else ""
            cells += [span.document, str(span.start), str(span.end), line(span.text), act, speakers]
        likeness = "; ".join(f"{match.likeness:g}" for match in row.matches)
        reasons = "; ".join(reason for match in row.matches for reason in match.reasons)
        writer.writerow([_inert(c) for c in [*cells, likeness, reasons, "; ".join(c.why for c in row.contradictions)]])
    return out.getvalue()


def _standing(row: Row) -> str:
    told = [n for n, point in enumerate(row.points) if point is not None]
    if len(told) == 1:
        return f"only in {letter(told[0])}"
    return "contradicted" if row.contradictions else "shared"


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
