"""Editions of the sheets that were printed: which one hangs on the wall, and what it says."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, Integer, String, Table, UniqueConstraint

from database.columns import Instant
from database.tables.base import identifier, metadata

print_edition = Table(
    "print_edition",
    metadata,
    identifier(),
    Column("document", String(120), nullable=False),
    Column("number", Integer, nullable=False),
    Column("printed_at", Instant, nullable=False),
    Column("last_day", Date, nullable=False, index=True),
    Column("fingerprint", String(64), nullable=False),
    Column("gist", String(64), nullable=False),
    Column("desk", String(40), nullable=False),
    Column("login", String(40), nullable=False),
    UniqueConstraint("document", "number"),
    CheckConstraint("number > 0", name="number_positive"),
)
"""document: the key of a `Wanted`. Numbers of a document follow one another without a hole."""
