"""Which documents have their text from another, and the index by which a new one finds those like it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; they stay empty until the engagements are made anew."""
    op.create_table(
        "reprint_texts",
        sa.Column("number", sa.Integer, primary_key=True),
        _document("document"),
        sa.Column("method", sa.Text, nullable=False),
        sa.Column("bands", sa.Integer, nullable=False),
        sa.Column("host", sa.Text),
    )
    band = sa.Column("band", sa.BigInteger, primary_key=True)
    op.create_table("reprint_bands", band, _text(), sqlite_with_rowid=False)
    address = sa.Column("address", sa.Text, primary_key=True)
    op.create_table("reprint_addresses", address, _text(), sqlite_with_rowid=False)
    op.create_table(
        "reprint_pairs",
        sa.Column("number", sa.Integer, primary_key=True),
        _document("copy"),
        _document("source", nullable=True),
        sa.Column("json", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reprints",
        _document("copy", primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        _document("source", nullable=True),
        sa.Column("manner", sa.String(12), nullable=False),
        sa.Column("json", sa.LargeBinary, nullable=False),
    )
    op.create_index("reprint_texts_by_document", "reprint_texts", ["document"], unique=True)
    for table, column in (
        ("reprint_bands", "text"),
        ("reprint_addresses", "text"),
        ("reprint_pairs", "copy"),
        ("reprint_pairs", "source"),
        ("reprints", "source"),
    ):
        op.create_index(f"{table}_by_{column}", table, [column])


def _document(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    document = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column(name, sa.String(64), document, nullable=nullable, primary_key=primary_key)


def _text() -> sa.Column[int]:
    return sa.Column("text", sa.Integer, sa.ForeignKey("reprint_texts.number", ondelete="CASCADE"), primary_key=True)
