"""The venue's settings, each a name and a value."""

from __future__ import annotations

from typing import Any

from database import tables
from database.unit_of_work import UnitOfWork

_S = tables.setting.c


def put(work: UnitOfWork, name: str, value: Any) -> None:
    """Set a setting; the empty text takes it away, so that its default counts again."""
    work.connection.execute(tables.setting.delete().where(_S.name == name))
    if value != "":
        work.connection.execute(tables.setting.insert(), {"name": name, "value": value})
    work.touch("setting")
