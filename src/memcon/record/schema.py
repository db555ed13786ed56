"""The tables of the record, as the newest migration leaves them."""

from __future__ import annotations

import sqlalchemy as sa

APPLICATION_ID = 0x6D656D63
"""SQLite's ``application_id`` of a record: "memc"."""

metadata = sa.MetaData()

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("raw", sa.LargeBinary, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("published", sa.String(10)),
    sa.Column("language", sa.String(8)),
    sa.Column("origin", sa.Text),
    sa.Column("retrieved", sa.Text),
    sa.Column("added", sa.String(32), nullable=False),
)

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

engagements = sa.Table(
    "engagements",
    metadata,
    sa.Column("id", sa.String(12), primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("start", sa.String(10)),
    sa.Column("end", sa.String(10)),
    sa.Column("city", sa.Text),
    sa.Column("country", sa.String(2)),
    sa.Column("forum", sa.Text),
    sa.Column("main", sa.Boolean, nullable=False),
    sa.Column("sure", sa.Float),
    sa.Column("mode", sa.String(20)),
    sa.Column("dismissed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("reviewed", sa.String(10), nullable=False, server_default="unchecked"),
    sa.Column("changed", sa.String(32)),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

engagement_accounts = sa.Table(
    "engagement_accounts",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    sa.Column("neighbourhood", sa.String(12), index=True),
)

blocks = sa.Table(
    "blocks",
    metadata,
    sa.Column("block", sa.Text, primary_key=True),
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
)

engagement_parties = sa.Table(
    "engagement_parties",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("party", sa.Text, primary_key=True),
)

engagement_people = sa.Table(
    "engagement_people",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("folded", sa.Text),
    sa.Column("office", sa.Text),
    sa.Column("party", sa.Text),
)

engagement_offices = sa.Table(
    "engagement_offices",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("office", sa.Text, primary_key=True),
    sa.Column("written", sa.Text, nullable=False),
)

engagement_topics = sa.Table(
    "engagement_topics",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("topic", sa.String(12), primary_key=True),
)

forum_series = sa.Table(
    "forum_series",
    metadata,
    sa.Column("slug", sa.Text, primary_key=True),
    sa.Column("id", sa.String(12), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

forum_sessions = sa.Table(
    "forum_sessions",
    metadata,
    sa.Column("series", sa.Text, sa.ForeignKey("forum_series.slug", ondelete="CASCADE"), primary_key=True),
    sa.Column("engagement", sa.String(12), primary_key=True),
)

made_of = sa.Table(
    "made_of",
    metadata,
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
)
"""Of which state of the record what is made when it is asked for was made last."""

word_documents = sa.Table(
    "word_documents",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
)
"""Which document a row of ``document_words`` is of, by its rowid."""

saved_searches = sa.Table(
    "saved_searches",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("query", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
)


def _of_document(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    document = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column(name, sa.String(64), document, nullable=nullable, primary_key=primary_key)


def _of_text() -> sa.Column[int]:
    return sa.Column("text", sa.Integer, sa.ForeignKey("reprint_texts.number", ondelete="CASCADE"), primary_key=True)


reprint_texts = sa.Table(
    "reprint_texts",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    _of_document("document"),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("bands", sa.Integer, nullable=False),
    sa.Column("host", sa.Text),
)

reprint_bands = sa.Table("reprint_bands", metadata, sa.Column("band", sa.BigInteger, primary_key=True), _of_text())

reprint_addresses = sa.Table("reprint_addresses", metadata, sa.Column("address", sa.Text, primary_key=True), _of_text())

reprint_pairs = sa.Table(
    "reprint_pairs",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    _of_document("copy"),
    _of_document("source", nullable=True),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

reprints = sa.Table(
    "reprints",
    metadata,
    _of_document("copy", primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    _of_document("source", nullable=True),
    sa.Column("manner", sa.String(12), nullable=False),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

roster = sa.Table(
    "roster",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("office", sa.Text),
    sa.Column("party", sa.Text),
    sa.Column("start", sa.String(10)),
    sa.Column("start_exact", sa.String(10)),
    sa.Column("end", sa.String(10)),
    sa.Column("end_exact", sa.String(10)),
    sa.Column("qid", sa.Text),
)

persons = sa.Table(
    "persons",
    metadata,
    sa.Column("id", sa.String(12), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("party", sa.Text),
    sa.Column("qid", sa.Text),
)

person_mentions = sa.Table(
    "person_mentions",
    metadata,
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("person", sa.String(12), sa.ForeignKey("persons.id", ondelete="CASCADE")),
    sa.Column("date", sa.String(10)),
    sa.Column("name", sa.Text),
    sa.Column("office", sa.Text),
    sa.Column("party", sa.Text),
    sa.Column("name_at", sa.Integer),
    sa.Column("name_said", sa.Text),
    sa.Column("office_at", sa.Integer),
    sa.Column("office_said", sa.Text),
    sa.Column("decided", sa.Text),
)
"""Whom accounts name, as people corrected it; ``decided`` (JSON) are the corrections that changed what was read."""

tenures = sa.Table(
    "tenures",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("person", sa.String(12), sa.ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    sa.Column("party", sa.Text),
    sa.Column("office", sa.Text, nullable=False),
    sa.Column("first", sa.String(10), nullable=False),
    sa.Column("last", sa.String(10), nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("written", sa.Text, nullable=False),
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    sa.Column("at", sa.Integer),
    sa.Column("said", sa.Text),
    sa.Column("decided", sa.Text),
)
"""Tenures that documents show, in their order, without the sightings: how many (``times``), how often each form of the
office is ``written`` (JSON), and where the first stands. Made with the mentions, from which they follow."""

person_remarks = sa.Table(
    "person_remarks",
    metadata,
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String(10), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("said_in", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE")),
    sa.Column("said_at", sa.Integer),
    sa.Column("said", sa.Text),
    sa.Column("called", sa.Text),
)

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(12), nullable=False, unique=True),
    sa.Column("verb", sa.String(10), nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("of", sa.String(12)),
    sa.Column("decision", sa.Text, nullable=False),
)

doubts = sa.Table(
    "doubts",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("about", sa.String(12), primary_key=True),
    sa.Column("doubt", sa.Float, nullable=False),
    sa.Column("weight", sa.Float, nullable=False),
)

near_joins = sa.Table(
    "near_joins",
    metadata,
    _of_document("document", primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    _of_document("other_document", primary_key=True),
    sa.Column("other_account", sa.String(12), primary_key=True),
    sa.Column("bits", sa.Float, nullable=False),
    sa.Column("weight", sa.Float, nullable=False),
)

put_off = sa.Table(
    "put_off",
    metadata,
    sa.Column("reviewer", sa.Text, primary_key=True),
    sa.Column("item", sa.String(32), primary_key=True),
    sa.Column("at", sa.String(32), nullable=False),
)

rounds = sa.Table(
    "rounds",
    metadata,
    sa.Column("id", sa.String(12), primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("reviewers", sa.Text, nullable=False),
    sa.Column("drawn", sa.Text, nullable=False),
)

round_items = sa.Table(
    "round_items",
    metadata,
    sa.Column("round", sa.String(12), sa.ForeignKey("rounds.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("engagement", sa.String(12), nullable=False),
    sa.Column("field", sa.String(12), nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("accounts", sa.Text, nullable=False),
)


def _said_of_items(name: str) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("round", sa.String(12), sa.ForeignKey("rounds.id"), nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(10), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("told", sa.Text),
        sa.Column("at", sa.String(32), nullable=False),
    )


round_answers = _said_of_items("round_answers")
"""``told`` is the reviewer's remark."""

round_settlements = _said_of_items("round_settlements")
"""``told`` are the ids of the decisions that were made of it, with a space between."""
