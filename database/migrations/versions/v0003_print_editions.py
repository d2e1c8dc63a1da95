"""Editions of the sheets that were printed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from database.columns import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "print_edition",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("document", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("printed_at", Instant(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("gist", sa.String(length=64), nullable=False),
        sa.Column("desk", sa.String(length=40), nullable=False),
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_print_edition_number_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_edition")),
        sa.UniqueConstraint("document", "number", name=op.f("uq_print_edition_document_number")),
    )
    op.create_index(op.f("ix_print_edition_last_day"), "print_edition", ["last_day"], unique=False)
