# ruff: noqa: E501 — a migration is a frozen record, as long as its tables.
"""The first tables: rooms, opening, organisations, series, bookings and their guards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from database.columns import Instant, Wall
from database.guards import guards_for

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("desk", sa.String(length=40), nullable=False),
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index(
        "ix_audit_entry_subject", "audit_entry", ["subject_kind", "subject_id"], unique=False
    )
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_closure_days_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    op.create_table(
        "opening_period",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "opens < closes AND opens >= 0 AND closes <= 1440",
            name=op.f("ck_opening_period_hours_in_order"),
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_opening_period_weekday_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_period")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("search_key", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("rna", sa.String(length=10), server_default="", nullable=False),
        sa.Column("siren", sa.String(length=9), server_default="", nullable=False),
        sa.Column("insurance_until", sa.Date(), nullable=True),
        sa.Column("agreement_until", sa.Date(), nullable=True),
        sa.Column("suspended_until", sa.Date(), nullable=True),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("discreet", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.String(length=40), server_default="", nullable=False),
        sa.Column("email", sa.String(length=254), server_default="", nullable=False),
        sa.Column("note", sa.String(length=400), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "kind IN ('association', 'federation', 'alsace_moselle', 'residents', 'institution', 'internal', 'dissolved')",
            name=op.f("ck_organisation_kind_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("code", name=op.f("uq_organisation_code")),
    )
    op.create_index(
        op.f("ix_organisation_search_key"), "organisation", ["search_key"], unique=False
    )
    op.create_index(
        "uq_organisation_rna",
        "organisation",
        ["rna"],
        unique=True,
        sqlite_where=sa.text("rna != ''"),
        postgresql_where=sa.text("rna != ''"),
    )
    op.create_table(
        "room",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("floor", sa.String(length=40), server_default="", nullable=False),
        sa.Column("max_headcount", sa.Integer(), nullable=False),
        sa.Column("step_free", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=400), server_default="", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("max_headcount > 0", name=op.f("ck_room_headcount_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("code", name=op.f("uq_room_code")),
    )
    op.create_table(
        "school_holiday",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("zone", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_school_holiday_days_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_holiday")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "staff",
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.Column("shown_name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("may_override", sa.Boolean(), nullable=False),
        sa.Column("hours", sa.String(length=120), server_default="", nullable=False),
        sa.CheckConstraint(
            "role IN ('reception', 'training', 'associations', 'manager', 'kiosk')",
            name=op.f("ck_staff_role_known"),
        ),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_staff")),
    )
    op.create_table(
        "booking_series",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("starts_minute", sa.Integer(), nullable=False),
        sa.Column("ends_minute", sa.Integer(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("heads", sa.Integer(), server_default="0", nullable=False),
        sa.Column("discreet", sa.Boolean(), nullable=False),
        sa.Column("split_from_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "kind IN ('meeting', 'permanence', 'training', 'event', 'internal', 'institution', 'incubator', 'collection', 'culture')",
            name=op.f("ck_booking_series_kind_known"),
        ),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_booking_series_days_in_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_booking_series_organisation_id")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_booking_series_room_id")),
        sa.ForeignKeyConstraint(
            ["split_from_id"], ["booking_series.id"], name=op.f("fk_booking_series_split_from_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_series")),
        sa.UniqueConstraint("code", name=op.f("uq_booking_series_code")),
    )
    op.create_index(
        op.f("ix_booking_series_organisation_id"),
        "booking_series",
        ["organisation_id"],
        unique=False,
    )
    op.create_table(
        "room_equipment",
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_equipment_room_id")),
        sa.PrimaryKeyConstraint("room_id", "name", name=op.f("pk_room_equipment")),
    )
    op.create_table(
        "room_layout",
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("layout", sa.String(length=16), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "layout IN ('theatre', 'classroom', 'u_shape')",
            name=op.f("ck_room_layout_layout_known"),
        ),
        sa.CheckConstraint("seats > 0", name=op.f("ck_room_layout_seats_positive")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_layout_room_id")),
        sa.PrimaryKeyConstraint("room_id", "layout", name=op.f("pk_room_layout")),
    )
    op.create_table(
        "room_part",
        sa.Column("composite_id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("composite_id <> part_id", name=op.f("ck_room_part_not_itself")),
        sa.ForeignKeyConstraint(
            ["composite_id"], ["room.id"], name=op.f("fk_room_part_composite_id")
        ),
        sa.ForeignKeyConstraint(["part_id"], ["room.id"], name=op.f("fk_room_part_part_id")),
        sa.PrimaryKeyConstraint("composite_id", "part_id", name=op.f("pk_room_part")),
    )
    op.create_table(
        "room_unavailability",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", Wall, nullable=False),
        sa.Column("ends_at", Wall, nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "starts_at < ends_at", name=op.f("ck_room_unavailability_starts_before_end")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_room_unavailability_room_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_unavailability")),
    )
    op.create_index(
        op.f("ix_room_unavailability_room_id"), "room_unavailability", ["room_id"], unique=False
    )
    op.create_table(
        "booking",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", Wall, nullable=False),
        sa.Column("ends_at", Wall, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("heads", sa.Integer(), server_default="0", nullable=False),
        sa.Column("layout", sa.String(length=16), nullable=True),
        sa.Column("equipment", sa.String(length=300), server_default="", nullable=False),
        sa.Column("responsible_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("contact_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("contact_phone", sa.String(length=40), server_default="", nullable=False),
        sa.Column("discreet", sa.Boolean(), nullable=False),
        sa.Column("option_expires_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=300), server_default="", nullable=False),
        sa.Column("note", sa.String(length=400), server_default="", nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("original_day", sa.Date(), nullable=True),
        sa.Column("search_key", sa.String(length=400), server_default="", nullable=False),
        sa.Column("source_key", sa.String(length=80), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(status = 'option') = (option_expires_on IS NOT NULL)",
            name=op.f("ck_booking_option_has_expiry"),
        ),
        sa.CheckConstraint(
            "kind IN ('meeting', 'permanence', 'training', 'event', 'internal', 'institution', 'incubator', 'collection', 'culture')",
            name=op.f("ck_booking_kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('option', 'pending', 'confirmed', 'arrived', 'done', 'cancelled', 'no_show', 'revoked', 'dropped_closure')",
            name=op.f("ck_booking_status_known"),
        ),
        sa.CheckConstraint("heads >= 0", name=op.f("ck_booking_heads_not_negative")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_booking_starts_before_end")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_booking_organisation_id")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_booking_room_id")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["booking_series.id"], name=op.f("fk_booking_series_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
        sa.UniqueConstraint("source_key", name=op.f("uq_booking_source_key")),
    )
    op.create_index("ix_booking_option_expires_on", "booking", ["option_expires_on"], unique=False)
    op.create_index(
        "ix_booking_organisation_id_starts_at",
        "booking",
        ["organisation_id", "starts_at"],
        unique=False,
    )
    op.create_index(
        "ix_booking_room_id_starts_at", "booking", ["room_id", "starts_at"], unique=False
    )
    op.create_index(
        "ix_booking_series_id_original_day", "booking", ["series_id", "original_day"], unique=False
    )
    op.create_index(op.f("ix_booking_starts_at"), "booking", ["starts_at"], unique=False)
    op.create_table(
        "permanence",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_permanence_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["booking_series.id"], name=op.f("fk_permanence_series_id")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_permanence")),
        sa.UniqueConstraint("series_id", name=op.f("uq_permanence_series_id")),
    )
    op.create_table(
        "occupancy",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", Wall, nullable=False),
        sa.Column("ends_at", Wall, nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_occupancy_starts_before_end")),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_occupancy_booking_id")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_occupancy_room_id")),
        sa.PrimaryKeyConstraint("booking_id", "room_id", name=op.f("pk_occupancy")),
    )
    op.create_index(
        "ix_occupancy_room_id_starts_at",
        "occupancy",
        ["room_id", "starts_at", "ends_at"],
        unique=False,
    )
    for statement in guards_for(op.get_bind().dialect.name):
        op.execute(statement)
