"""The append-only journal and the venue's settings."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from database.columns import Instant
from database.tables.base import identifier, metadata

audit_entry = Table(
    "audit_entry",
    metadata,
    identifier(),
    Column("at", Instant, nullable=False),
    Column("desk", String(40), nullable=False),
    Column("login", String(40), nullable=False),
    Column("verb", String(40), nullable=False),
    Column("subject_kind", String(20), nullable=False),
    Column("subject_id", Integer),
    Column("details", JSON, nullable=False),
    Index("ix_audit_entry_subject", "subject_kind", "subject_id"),
)

setting = Table(
    "setting",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("value", JSON, nullable=False),
)
