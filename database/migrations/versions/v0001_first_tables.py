# ruff: noqa: E501, PLR0915 — a migration is a frozen record, as long as its tables.
"""The first tables: a venue, its bookings, keys, café, people and trainings."""

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
    """Create everything, then raise the guards of this engine."""
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
        "person",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("last_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("first_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("search_key", sa.String(length=260), nullable=False),
        sa.Column("email", sa.String(length=254), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=40), server_default="", nullable=False),
        sa.Column("organisation_label", sa.String(length=300), server_default="", nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index("ix_person_email", "person", ["email"], unique=False)
    op.create_index(op.f("ix_person_search_key"), "person", ["search_key"], unique=False)
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
        "training_title",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("search_key", sa.String(length=400), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("half_days", sa.Integer(), server_default="1", nullable=False),
        sa.Column("group_size", sa.Integer(), nullable=False),
        sa.Column("room_codes", sa.JSON(), nullable=False),
        sa.Column("discreet", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=400), server_default="", nullable=False),
        sa.CheckConstraint(
            "minutes > 0 AND group_size > 0 AND half_days > 0",
            name=op.f("ck_training_title_sizes_positive"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_title")),
        sa.UniqueConstraint("code", name=op.f("uq_training_title_code")),
    )
    op.create_table(
        "visit_count",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half_hour", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=16), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column("counted_at", Instant(), nullable=False),
        sa.Column("desk", sa.String(length=40), server_default="", nullable=False),
        sa.Column("client_key", sa.String(length=36), nullable=False),
        sa.Column("reverts_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "half_hour BETWEEN 0 AND 47", name=op.f("ck_visit_count_half_hour_known")
        ),
        sa.CheckConstraint("step <> 0", name=op.f("ck_visit_count_step_not_zero")),
        sa.ForeignKeyConstraint(
            ["reverts_id"], ["visit_count.id"], name=op.f("fk_visit_count_reverts_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_count")),
        sa.UniqueConstraint("client_key", name=op.f("uq_visit_count_client_key")),
        sa.UniqueConstraint("reverts_id", name=op.f("uq_visit_count_reverts_id")),
    )
    op.create_index(op.f("ix_visit_count_day"), "visit_count", ["day"], unique=False)
    op.create_table(
        "visit_total",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half_hour", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=16), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.CheckConstraint("total >= 0", name=op.f("ck_visit_total_total_not_negative")),
        sa.PrimaryKeyConstraint("day", "half_hour", "category", name=op.f("pk_visit_total")),
    )
    op.create_table(
        "badge",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), server_default="active", nullable=False),
        sa.Column("issued_at", Instant(), nullable=False),
        sa.CheckConstraint(
            "status IN ('active', 'revoked', 'replaced')", name=op.f("ck_badge_status_known")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_badge_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_badge")),
        sa.UniqueConstraint("code", name=op.f("uq_badge_code")),
    )
    op.create_index(op.f("ix_badge_person_id"), "badge", ["person_id"], unique=False)
    op.create_index(
        "uq_badge_active_person",
        "badge",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("status = 'active'"),
        postgresql_where=sa.text("status = 'active'"),
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
        "key",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_key_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key")),
        sa.UniqueConstraint("code", name=op.f("uq_key_code")),
    )
    op.create_index(op.f("ix_key_room_id"), "key", ["room_id"], unique=False)
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
        "key_loan",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("handed_to", sa.String(length=120), nullable=False),
        sa.Column("handed_at", Instant(), nullable=False),
        sa.Column("due_at", Wall, nullable=False),
        sa.Column("returned_at", Instant(), nullable=True),
        sa.Column("status", sa.String(length=10), server_default="out", nullable=False),
        sa.Column("client_key", sa.String(length=36), nullable=False),
        sa.CheckConstraint(
            "status IN ('out', 'returned', 'lost', 'annulled')",
            name=op.f("ck_key_loan_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_key_loan_booking_id")
        ),
        sa.ForeignKeyConstraint(["key_id"], ["key.id"], name=op.f("fk_key_loan_key_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_loan")),
        sa.UniqueConstraint("client_key", name=op.f("uq_key_loan_client_key")),
    )
    op.create_index(op.f("ix_key_loan_booking_id"), "key_loan", ["booking_id"], unique=False)
    op.create_index(op.f("ix_key_loan_key_id"), "key_loan", ["key_id"], unique=False)
    op.create_index(
        "uq_key_loan_out",
        "key_loan",
        ["key_id"],
        unique=True,
        sqlite_where=sa.text("status IN ('out', 'lost')"),
        postgresql_where=sa.text("status IN ('out', 'lost')"),
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
    op.create_table(
        "training_session",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("title_id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), server_default="planned", nullable=False),
        sa.Column("trainer", sa.String(length=120), server_default="", nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('planned', 'open', 'held', 'cancelled', 'locked')",
            name=op.f("ck_training_session_status_known"),
        ),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_training_session_capacity_positive")),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_training_session_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["title_id"], ["training_title.id"], name=op.f("fk_training_session_title_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_session")),
        sa.UniqueConstraint("booking_id", name=op.f("uq_training_session_booking_id")),
    )
    op.create_index(
        op.f("ix_training_session_title_id"), "training_session", ["title_id"], unique=False
    )
    op.create_table(
        "accessibility_need",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(length=80), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.CheckConstraint("people >= 0", name=op.f("ck_accessibility_need_people_not_negative")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["training_session.id"], name=op.f("fk_accessibility_need_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "need", name=op.f("pk_accessibility_need")),
    )
    op.create_table(
        "enrolment",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("enrolled_at", Instant(), nullable=False),
        sa.Column("source_key", sa.String(length=120), nullable=True),
        sa.CheckConstraint(
            "status IN ('enrolled', 'waitlisted', 'cancelled', 'excused', 'present', 'absent', 'walk_in')",
            name=op.f("ck_enrolment_status_known"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_enrolment_person_id")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["training_session.id"], name=op.f("fk_enrolment_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
        sa.UniqueConstraint("source_key", name=op.f("uq_enrolment_source_key")),
    )
    op.create_index(op.f("ix_enrolment_person_id"), "enrolment", ["person_id"], unique=False)
    op.create_index(
        "ix_enrolment_session_id_number", "enrolment", ["session_id", "number"], unique=True
    )
    op.create_index(
        "uq_enrolment_session_id_person_id",
        "enrolment",
        ["session_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("status != 'cancelled'"),
        postgresql_where=sa.text("status != 'cancelled'"),
    )
    op.create_table(
        "half_day",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", Wall, nullable=False),
        sa.Column("ends_at", Wall, nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_half_day_starts_before_end")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["training_session.id"], name=op.f("fk_half_day_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_half_day")),
    )
    op.create_index(op.f("ix_half_day_session_id"), "half_day", ["session_id"], unique=False)
    op.create_index(op.f("ix_half_day_starts_at"), "half_day", ["starts_at"], unique=False)
    op.create_table(
        "room_check",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("loan_id", sa.Integer(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("remark", sa.String(length=200), server_default="", nullable=False),
        sa.Column("annulled_at", Instant(), nullable=True),
        sa.CheckConstraint("verdict IN ('ok', 'remark')", name=op.f("ck_room_check_verdict_known")),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_room_check_booking_id")
        ),
        sa.ForeignKeyConstraint(["loan_id"], ["key_loan.id"], name=op.f("fk_room_check_loan_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_check_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_check")),
    )
    op.create_index(op.f("ix_room_check_booking_id"), "room_check", ["booking_id"], unique=False)
    op.create_index(op.f("ix_room_check_loan_id"), "room_check", ["loan_id"], unique=False)
    op.create_index(
        "ix_room_check_room_id_made_at", "room_check", ["room_id", "made_at"], unique=False
    )
    op.create_table(
        "check_in",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("half_day_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("desk", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("client_key", sa.String(length=36), nullable=False),
        sa.Column("annulled_at", Instant(), nullable=True),
        sa.Column("annulled_reason", sa.String(length=200), server_default="", nullable=False),
        sa.CheckConstraint(
            "source IN ('badge', 'typed', 'name', 'walk_in')", name=op.f("ck_check_in_source_known")
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_check_in_enrolment_id")
        ),
        sa.ForeignKeyConstraint(
            ["half_day_id"], ["half_day.id"], name=op.f("fk_check_in_half_day_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint("client_key", name=op.f("uq_check_in_client_key")),
    )
    op.create_index(op.f("ix_check_in_half_day_id"), "check_in", ["half_day_id"], unique=False)
    op.create_index(
        "uq_check_in_enrolment_half_day",
        "check_in",
        ["enrolment_id", "half_day_id"],
        unique=True,
        sqlite_where=sa.text("annulled_at IS NULL"),
        postgresql_where=sa.text("annulled_at IS NULL"),
    )
    for statement in guards_for(op.get_bind().dialect.name):
        op.execute(statement)
