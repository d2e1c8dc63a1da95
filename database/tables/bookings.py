"""Series, permanences, bookings, and the occupancy rows that make a double booking impossible."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    false,
)

from database.columns import Wall
from database.tables.base import identifier, metadata, one_of
from desktop_app.domain.bookings import Kind, Status

booking_series = Table(
    "booking_series",
    metadata,
    identifier(),
    Column("code", String(16), nullable=False, unique=True),
    Column("title", String(300), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("organisation_id", ForeignKey("organisation.id"), index=True),
    Column("room_id", ForeignKey("room.id"), nullable=False),
    Column("starts_minute", Integer, nullable=False),
    Column("ends_minute", Integer, nullable=False),
    Column("rule", JSON, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("heads", Integer, nullable=False, server_default="0"),
    Column("discreet", Boolean, nullable=False),
    Column("split_from_id", ForeignKey("booking_series.id")),
    Column("version", Integer, nullable=False, server_default="1"),
    one_of("kind", Kind, "kind_known"),
    CheckConstraint("first_day <= last_day", name="days_in_order"),
)

permanence = Table(
    "permanence",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("organisation_id", ForeignKey("organisation.id"), nullable=False),
    Column("series_id", ForeignKey("booking_series.id"), nullable=False, unique=True),
)

booking = Table(
    "booking",
    metadata,
    identifier(),
    Column("room_id", ForeignKey("room.id"), nullable=False),
    Column("starts_at", Wall, nullable=False, index=True),
    Column("ends_at", Wall, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("title", String(300), nullable=False),
    Column("organisation_id", ForeignKey("organisation.id")),
    Column("heads", Integer, nullable=False, server_default="0"),
    Column("layout", String(16)),
    Column("equipment", String(300), nullable=False, server_default=""),
    Column("responsible_name", String(120), nullable=False, server_default=""),
    Column("contact_name", String(120), nullable=False, server_default=""),
    Column("contact_phone", String(40), nullable=False, server_default=""),
    Column("discreet", Boolean, nullable=False),
    Column("option_expires_on", Date),
    Column("reason", String(300), nullable=False, server_default=""),
    Column("note", String(400), nullable=False, server_default=""),
    Column("series_id", ForeignKey("booking_series.id")),
    Column("original_day", Date),
    Column("step_free", Boolean, nullable=False, server_default=false()),
    Column("search_key", String(400), nullable=False, server_default=""),
    Column("source_key", String(80), unique=True),
    Column("version", Integer, nullable=False, server_default="1"),
    one_of("kind", Kind, "kind_known"),
    one_of("status", Status, "status_known"),
    CheckConstraint("starts_at < ends_at", name="starts_before_end"),
    CheckConstraint("heads >= 0", name="heads_not_negative"),
    CheckConstraint(
        "(status = 'option') = (option_expires_on IS NOT NULL)", name="option_has_expiry"
    ),
    Index("ix_booking_room_id_starts_at", "room_id", "starts_at"),
    Index("ix_booking_organisation_id_starts_at", "organisation_id", "starts_at"),
    Index("ix_booking_series_id_original_day", "series_id", "original_day"),
    Index("ix_booking_option_expires_on", "option_expires_on"),
)

occupancy = Table(
    "occupancy",
    metadata,
    Column("booking_id", ForeignKey("booking.id"), primary_key=True),
    Column("room_id", ForeignKey("room.id"), primary_key=True),
    Column("starts_at", Wall, nullable=False),
    Column("ends_at", Wall, nullable=False),
    CheckConstraint("starts_at < ends_at", name="starts_before_end"),
    Index("ix_occupancy_room_id_starts_at", "room_id", "starts_at", "ends_at"),
)
"""One row per live booking and elementary room. `database.guards` refuses two that overlap."""
