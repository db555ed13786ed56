"""Rosters of the user, persons, which participants they are, and what follows from that."""

from __future__ import annotations

import sqlalchemy as sa

from memcon.record.schema.base import metadata, of_document

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
    sa.Column("words", sa.Text, nullable=False),
)
"""``words`` are those of the name in one spelling, here and in the mentions."""

person_mentions = sa.Table(
    "person_mentions",
    metadata,
    of_document(primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("person", sa.String(12), sa.ForeignKey("persons.id", ondelete="CASCADE")),
    sa.Column("date", sa.String(10)),
    sa.Column("name", sa.Text),
    sa.Column("words", sa.Text),
    sa.Column("office", sa.Text),
    sa.Column("party", sa.Text),
    sa.Column("name_at", sa.Integer),
    sa.Column("name_said", sa.Text),
    sa.Column("office_at", sa.Integer),
    sa.Column("office_said", sa.Text),
    sa.Column("decided", sa.Text),
    sa.Column("added", sa.Text),
)
"""Whom accounts name, as people corrected it; ``decided`` (JSON) are the corrections that changed what was read,
``added`` is the one that added somebody."""

name_forms = sa.Table(
    "name_forms",
    metadata,
    sa.Column("begins", sa.String(2), primary_key=True),
    sa.Column("full", sa.Boolean, primary_key=True),
    sa.Column("party", sa.Text, primary_key=True),
    sa.Column("words", sa.Text, primary_key=True),
)
"""Names of persons and in mentions, by letters with which they or their words begin; full ones and bare ones. A name
that no longer stands anywhere may be left: it leads to nobody."""

sightings = sa.Table(
    "sightings",
    metadata,
    sa.Column("party", sa.Text, primary_key=True),
    sa.Column("form", sa.Text, primary_key=True),
    sa.Column("date", sa.String(10), primary_key=True),
    of_document(primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("person", sa.String(12), sa.ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
)
"""Mentions in offices that have one holder at a time, in order of time: who is seen there ends another's tenure."""

tenures = sa.Table(
    "tenures",
    metadata,
    of_document(primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("form", sa.Text, primary_key=True),
    sa.Column("person", sa.String(12), sa.ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    sa.Column("party", sa.Text),
    sa.Column("office", sa.Text, nullable=False),
    sa.Column("first", sa.String(10), nullable=False),
    sa.Column("last", sa.String(10), nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("written", sa.Text, nullable=False),
    sa.Column("at", sa.Integer),
    sa.Column("said", sa.Text),
    sa.Column("decided", sa.Text),
)
"""Tenures that documents show, each by the mention in which it is seen first and the ``form`` of the office: how many
sightings (``times``), how often each form of the office is ``written`` (JSON). They follow from the mentions."""

person_remarks = sa.Table(
    "person_remarks",
    metadata,
    of_document(primary_key=True),
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
