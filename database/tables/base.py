"""The metadata and the naming convention that Alembic needs on SQLite."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, Column, Identity, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def identifier() -> Column[int]:
    """The usual integer key, numbered by the database."""
    return Column("id", Integer, Identity(), primary_key=True)


def one_of(column: str, values: Iterable[str], name: str) -> CheckConstraint:
    """The column holds one of these words."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=name)
