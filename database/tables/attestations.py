"""Attestations that were handed out: their numbers, and what each of them says."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from database.columns import Instant
from database.tables.base import identifier, metadata, one_of
from desktop_app.domain.attestations import AttestationKind

attestation = Table(
    "attestation",
    metadata,
    identifier(),
    Column("kind", String(12), nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("enrolment_id", ForeignKey("enrolment.id"), nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("login", String(40), nullable=False),
    UniqueConstraint("enrolment_id", "kind"),
    UniqueConstraint("year", "number"),
    CheckConstraint("number > 0", name="number_positive"),
    one_of("kind", AttestationKind, "kind_known"),
)
"""Numbers of a year follow one another without a hole. facts: as printed, so that the same
attestation printed again is the same, whatever became of the session."""
