"""Where the record is kept: one SQLite file with documents, readings, engagements and full-text search."""

from memcon.record.counting import Counts, Facet
from memcon.record.filters import Band, Filters
from memcon.record.search import Hit
from memcon.record.store import Record

__all__ = ["Band", "Counts", "Facet", "Filters", "Hit", "Record"]
