"""Trainings: titles, sessions and their half-days, enrolments and check-ins."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)

from database.columns import Instant, Wall
from database.tables.base import identifier, metadata, one_of

training_title = Table(
    "training_title",
    metadata,
    identifier(),
    Column("code", String(16), nullable=False, unique=True),
    Column("title", String(300), nullable=False),
    Column("search_key", String(400), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("half_days", Integer, nullable=False, server_default="1"),
    Column("group_size", Integer, nullable=False),
    Column("room_codes", JSON, nullable=False),
    Column("discreet", Boolean, nullable=False),
    Column("note", String(400), nullable=False, server_default=""),
    CheckConstraint("minutes > 0 AND group_size > 0 AND half_days > 0", name="sizes_positive"),
)

training_session = Table(
    "training_session",
    metadata,
    identifier(),
    Column("title_id", ForeignKey("training_title.id"), nullable=False, index=True),
    Column("booking_id", ForeignKey("booking.id"), nullable=False, unique=True),
    Column("status", String(10), nullable=False, server_default="planned"),
    Column("trainer", String(120), nullable=False, server_default=""),
    Column("capacity", Integer, nullable=False),
    one_of("status", ("planned", "open", "held", "cancelled", "locked"), "status_known"),
    CheckConstraint("capacity > 0", name="capacity_positive"),
)

half_day = Table(
    "half_day",
    metadata,
    identifier(),
    Column("session_id", ForeignKey("training_session.id"), nullable=False, index=True),
    Column("starts_at", Wall, nullable=False, index=True),
    Column("ends_at", Wall, nullable=False),
    CheckConstraint("starts_at < ends_at", name="starts_before_end"),
)

accessibility_need = Table(
    "accessibility_need",
    metadata,
    Column("session_id", ForeignKey("training_session.id"), primary_key=True),
    Column("need", String(80), primary_key=True),
    Column("people", Integer, nullable=False),
    CheckConstraint("people >= 0", name="people_not_negative"),
)
"""Needs are counted on the session, never kept on a person."""

enrolment = Table(
    "enrolment",
    metadata,
    identifier(),
    Column("session_id", ForeignKey("training_session.id"), nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("status", String(12), nullable=False),
    Column("enrolled_at", Instant, nullable=False),
    Column("source_key", String(120), unique=True),
    one_of(
        "status",
        ("enrolled", "waitlisted", "cancelled", "excused", "present", "absent", "walk_in"),
        "status_known",
    ),
    Index("ix_enrolment_session_id_number", "session_id", "number", unique=True),
)
Index(
    "uq_enrolment_session_id_person_id",
    enrolment.c.session_id,
    enrolment.c.person_id,
    unique=True,
    sqlite_where=enrolment.c.status != "cancelled",
    postgresql_where=enrolment.c.status != "cancelled",
)

check_in = Table(
    "check_in",
    metadata,
    identifier(),
    Column("enrolment_id", ForeignKey("enrolment.id"), nullable=False),
    Column("half_day_id", ForeignKey("half_day.id"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("desk", String(40), nullable=False),
    Column("source", String(10), nullable=False),
    Column("client_key", String(36), nullable=False, unique=True),
    Column("annulled_at", Instant),
    Column("annulled_reason", String(200), nullable=False, server_default=""),
    one_of("source", ("badge", "typed", "name", "walk_in"), "source_known"),
)
Index(
    "uq_check_in_enrolment_half_day",
    check_in.c.enrolment_id,
    check_in.c.half_day_id,
    unique=True,
    sqlite_where=check_in.c.annulled_at.is_(None),
    postgresql_where=check_in.c.annulled_at.is_(None),
)
"""One living check-in per person and half-day, whatever two desks do at once."""
