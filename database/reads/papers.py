"""Editions of printed sheets, the last one of each document."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from database import tables
from desktop_app.domain.papers import EditionRow

_E = tables.print_edition.c
_COLUMNS = tuple(getattr(_E, name) for name in EditionRow._fields)
_OF_DOCUMENT = (
    select(*_COLUMNS).where(_E.document == bindparam("document")).order_by(_E.number.desc())
)
_NEWEST = (
    select(_E.document, func.max(_E.number).label("number"))
    .where(_E.last_day >= bindparam("today"))
    .group_by(_E.document)
    .subquery()
)
_STANDING = (
    select(*_COLUMNS)
    .join(
        _NEWEST,
        (_NEWEST.c.document == _E.document) & (_NEWEST.c.number == _E.number),
    )
    .order_by(_E.last_day, _E.document)
)


def editions(connection: Connection, document: str) -> tuple[EditionRow, ...]:
    """Every edition of a document, the newest first."""
    found = connection.execute(_OF_DOCUMENT, {"document": document})
    return tuple(map(EditionRow._make, found))


def standing(connection: Connection, today: date) -> tuple[EditionRow, ...]:
    """The newest edition of every document that still speaks of today or later."""
    return tuple(map(EditionRow._make, connection.execute(_STANDING, {"today": today})))
