# ruff: noqa: E501 — a migration is a frozen record, as long as its tables.
"""Keys and room checks, the café's tally, people, badges, trainings and check-ins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from database.columns import Instant, Wall

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
