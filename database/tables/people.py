"""Organisations, the few facts kept about people, their badges, and the staff.

A person here is somebody who enrolled for a training. Nobody who is helped is ever a row.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from database.columns import Instant
from database.tables.base import identifier, metadata, one_of
from desktop_app.domain.organisations import OrganisationKind
from desktop_app.domain.staff import Role

organisation = Table(
    "organisation",
    metadata,
    identifier(),
    Column("code", String(16), nullable=False, unique=True),
    Column("name", String(300), nullable=False),
    Column("search_key", String(400), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("rna", String(10), nullable=False, server_default=""),
    Column("siren", String(9), nullable=False, server_default=""),
    Column("insurance_until", Date),
    Column("agreement_until", Date),
    Column("suspended_until", Date),
    Column("archived", Boolean, nullable=False),
    Column("discreet", Boolean, nullable=False),
    Column("phone", String(40), nullable=False, server_default=""),
    Column("email", String(254), nullable=False, server_default=""),
    Column("note", String(400), nullable=False, server_default=""),
    Column("version", Integer, nullable=False, server_default="1"),
    one_of("kind", OrganisationKind, "kind_known"),
)
Index(
    "uq_organisation_rna",
    organisation.c.rna,
    unique=True,
    sqlite_where=organisation.c.rna != "",
    postgresql_where=organisation.c.rna != "",
)

person = Table(
    "person",
    metadata,
    identifier(),
    Column("last_name", String(120), nullable=False, server_default=""),
    Column("first_name", String(120), nullable=False, server_default=""),
    Column("search_key", String(260), nullable=False, index=True),
    Column("email", String(254), nullable=False, server_default=""),
    Column("phone", String(40), nullable=False, server_default=""),
    Column("organisation_label", String(300), nullable=False, server_default=""),
    Column("created_at", Instant, nullable=False),
)
Index("ix_person_email", person.c.email)

badge = Table(
    "badge",
    metadata,
    identifier(),
    Column("code", String(16), nullable=False, unique=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("status", String(10), nullable=False, server_default="active"),
    Column("issued_at", Instant, nullable=False),
    Column("printed_at", Instant),
    one_of("status", ("active", "revoked", "replaced"), "status_known"),
)
Index(
    "uq_badge_active_person",
    badge.c.person_id,
    unique=True,
    sqlite_where=badge.c.status == "active",
    postgresql_where=badge.c.status == "active",
)

staff = Table(
    "staff",
    metadata,
    Column("login", String(40), primary_key=True),
    Column("shown_name", String(120), nullable=False),
    Column("role", String(16), nullable=False),
    Column("may_override", Boolean, nullable=False),
    Column("hours", String(120), nullable=False, server_default=""),
    one_of("role", Role, "role_known"),
)
