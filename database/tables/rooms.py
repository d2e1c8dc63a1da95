"""Rooms, what they hold, when they cannot be used; and when the venue is open."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Integer, String, Table

from database.columns import Wall
from database.tables.base import identifier, metadata, one_of
from desktop_app.domain.rooms import Layout

room = Table(
    "room",
    metadata,
    identifier(),
    Column("code", String(16), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("floor", String(40), nullable=False, server_default=""),
    Column("max_headcount", Integer, nullable=False),
    Column("step_free", Boolean, nullable=False),
    Column("note", String(400), nullable=False, server_default=""),
    Column("position", Integer, nullable=False, server_default="0"),
    CheckConstraint("max_headcount > 0", name="headcount_positive"),
)

room_part = Table(
    "room_part",
    metadata,
    Column("composite_id", ForeignKey("room.id"), primary_key=True),
    Column("part_id", ForeignKey("room.id"), primary_key=True),
    CheckConstraint("composite_id <> part_id", name="not_itself"),
)

room_layout = Table(
    "room_layout",
    metadata,
    Column("room_id", ForeignKey("room.id"), primary_key=True),
    Column("layout", String(16), primary_key=True),
    Column("seats", Integer, nullable=False),
    one_of("layout", Layout, "layout_known"),
    CheckConstraint("seats > 0", name="seats_positive"),
)

room_equipment = Table(
    "room_equipment",
    metadata,
    Column("room_id", ForeignKey("room.id"), primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("position", Integer, nullable=False, server_default="0"),
)

room_unavailability = Table(
    "room_unavailability",
    metadata,
    identifier(),
    Column("room_id", ForeignKey("room.id"), nullable=False, index=True),
    Column("starts_at", Wall, nullable=False),
    Column("ends_at", Wall, nullable=False),
    Column("reason", String(200), nullable=False),
    CheckConstraint("starts_at < ends_at", name="starts_before_end"),
)

opening_period = Table(
    "opening_period",
    metadata,
    identifier(),
    Column("weekday", Integer, nullable=False),
    Column("opens", Integer, nullable=False),
    Column("closes", Integer, nullable=False),
    Column("nth", Integer),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday_known"),
    CheckConstraint("opens < closes AND opens >= 0 AND closes <= 1440", name="hours_in_order"),
)

closure = Table(
    "closure",
    metadata,
    identifier(),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("reason", String(200), nullable=False),
    CheckConstraint("first_day <= last_day", name="days_in_order"),
)

school_holiday = Table(
    "school_holiday",
    metadata,
    identifier(),
    Column("zone", String(8), nullable=False),
    Column("name", String(80), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    CheckConstraint("first_day <= last_day", name="days_in_order"),
)
