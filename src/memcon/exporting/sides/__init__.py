"""A comparison of accounts in the formats that it is handed on in: one module each."""

from memcon.exporting.sides.fragment import as_html
from memcon.exporting.sides.markdown import as_markdown
from memcon.exporting.sides.objects import as_objects, pair_as_objects
from memcon.exporting.sides.table import as_csv
from memcon.exporting.sides.text import as_text

__all__ = ["as_csv", "as_html", "as_markdown", "as_objects", "as_text", "pair_as_objects"]
