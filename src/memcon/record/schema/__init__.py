"""The tables of the record, as the newest migration leaves them; one module a noun."""

from memcon.record.schema.base import metadata
from memcon.record.schema.documents import documents, readings, word_documents
from memcon.record.schema.engagements import (
    blocks,
    engagement_accounts,
    engagement_offices,
    engagement_parties,
    engagement_people,
    engagement_topics,
    engagements,
    forum_series,
    forum_sessions,
    made_of,
    saved_searches,
)
from memcon.record.schema.people import (
    name_forms,
    person_mentions,
    person_remarks,
    persons,
    roster,
    sightings,
    tenures,
)
from memcon.record.schema.reprints import reprint_addresses, reprint_bands, reprint_pairs, reprint_texts, reprints
from memcon.record.schema.reviewing import (
    decisions,
    doubts,
    near_joins,
    put_off,
    round_answers,
    round_items,
    round_settlements,
    rounds,
)

APPLICATION_ID = 0x6D656D63
"""SQLite's ``application_id`` of a record: "memc"."""

__all__ = [
    "APPLICATION_ID",
    "blocks",
    "decisions",
    "documents",
    "doubts",
    "engagement_accounts",
    "engagement_offices",
    "engagement_parties",
    "engagement_people",
    "engagement_topics",
    "engagements",
    "forum_series",
    "forum_sessions",
    "made_of",
    "metadata",
    "name_forms",
    "near_joins",
    "person_mentions",
    "person_remarks",
    "persons",
    "put_off",
    "readings",
    "reprint_addresses",
    "reprint_bands",
    "reprint_pairs",
    "reprint_texts",
    "reprints",
    "roster",
    "round_answers",
    "round_items",
    "round_settlements",
    "rounds",
    "saved_searches",
    "sightings",
    "tenures",
    "word_documents",
]
