"""Numbered attestations, and when the card of a badge was printed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from database.columns import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No card is known to have been printed before."""
    op.add_column("badge", sa.Column("printed_at", Instant(), nullable=True))
    op.create_table(
        "attestation",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("issued_at", Instant(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "kind IN ('presence', 'completion')", name=op.f("ck_attestation_kind_known")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_attestation_number_positive")),
        sa.ForeignKeyConstraint(
            ["enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_attestation_enrolment_id_enrolment"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attestation")),
        sa.UniqueConstraint("enrolment_id", "kind", name=op.f("uq_attestation_enrolment_id_kind")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_attestation_year_number")),
    )
