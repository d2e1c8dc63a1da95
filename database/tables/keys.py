"""Keys, their loans, and the state in which rooms are given back."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table

from database.columns import Instant, Wall
from database.tables.base import identifier, metadata, one_of
from desktop_app.domain.keys import LoanStatus, Verdict

key = Table(
    "key",
    metadata,
    identifier(),
    Column("code", String(16), nullable=False, unique=True),
    Column("room_id", ForeignKey("room.id"), nullable=False, index=True),
)

key_loan = Table(
    "key_loan",
    metadata,
    identifier(),
    Column("key_id", ForeignKey("key.id"), nullable=False, index=True),
    Column("booking_id", ForeignKey("booking.id"), nullable=False, index=True),
    Column("handed_to", String(120), nullable=False),
    Column("handed_at", Instant, nullable=False),
    Column("due_at", Wall, nullable=False),
    Column("returned_at", Instant),
    Column("status", String(10), nullable=False, server_default="out"),
    Column("client_key", String(36), nullable=False, unique=True),
    one_of("status", LoanStatus, "status_known"),
)
_NOT_AT_THE_DESK = ("out", "lost")
Index(
    "uq_key_loan_out",
    key_loan.c.key_id,
    unique=True,
    sqlite_where=key_loan.c.status.in_(_NOT_AT_THE_DESK),
    postgresql_where=key_loan.c.status.in_(_NOT_AT_THE_DESK),
)
"""A key that is out (or lost) cannot be given again: the database says so."""

room_check = Table(
    "room_check",
    metadata,
    identifier(),
    Column("booking_id", ForeignKey("booking.id"), nullable=False, index=True),
    Column("room_id", ForeignKey("room.id"), nullable=False),
    Column("loan_id", ForeignKey("key_loan.id"), index=True),
    Column("made_at", Instant, nullable=False),
    Column("verdict", String(8), nullable=False),
    Column("remark", String(200), nullable=False, server_default=""),
    Column("annulled_at", Instant),
    one_of("verdict", Verdict, "verdict_known"),
    Index("ix_room_check_room_id_made_at", "room_id", "made_at"),
)
"""The state a room was given back in. An undone return leaves its line, annulled."""
