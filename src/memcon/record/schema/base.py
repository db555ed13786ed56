"""What all tables share: the metadata, and columns that lead to a document or an engagement."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()


def of_document(name: str = "document", *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    """Give a column with the id of a document, whose row goes with it."""
    document = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column(name, sa.String(64), document, nullable=nullable, primary_key=primary_key)


def of_engagement() -> sa.Column[str]:
    """Give a column of the primary key with the id of an engagement, whose row goes with it."""
    return sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True)
