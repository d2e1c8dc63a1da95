"""The café's anonymous tally: every step, and its total by half-hour. Never a name."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, String, Table

from database.columns import Instant
from database.tables.base import identifier, metadata

visit_count = Table(
    "visit_count",
    metadata,
    identifier(),
    Column("day", Date, nullable=False, index=True),
    Column("half_hour", Integer, nullable=False),
    Column("category", String(16), nullable=False),
    Column("step", Integer, nullable=False),
    Column("reason", String(200), nullable=False, server_default=""),
    Column("counted_at", Instant, nullable=False),
    Column("desk", String(40), nullable=False, server_default=""),
    Column("client_key", String(36), nullable=False, unique=True),
    Column("reverts_id", ForeignKey("visit_count.id"), unique=True),
    CheckConstraint("half_hour BETWEEN 0 AND 47", name="half_hour_known"),
    CheckConstraint("step <> 0", name="step_not_zero"),
)

visit_total = Table(
    "visit_total",
    metadata,
    Column("day", Date, primary_key=True),
    Column("half_hour", Integer, primary_key=True),
    Column("category", String(16), primary_key=True),
    Column("total", Integer, nullable=False),
    CheckConstraint("total >= 0", name="total_not_negative"),
)
"""The roll-up of `visit_count`, kept in the same transaction; it can never fall below zero."""
