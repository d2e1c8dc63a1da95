"""Brings a database to the shape this program knows: create, upgrade after a copy, or refuse.

The stored revision is read with one plain SELECT; Alembic is imported only when there is work.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from database.backup import copy_before_upgrade
from database.migrations import HEAD
from database.unit_of_work import Database
from desktop_app.domain.refusals import Trouble

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"


class Shape(Enum):
    """How a database stands against this program."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


def shape_of(connection: Connection) -> Shape:
    """Compare the stored revision with the one this program knows."""
    inspector = inspect(connection)
    names = set(inspector.get_table_names())
    if "alembic_version" not in names:
        return Shape.FOREIGN if names else Shape.EMPTY
    stored = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if stored == HEAD:
        return Shape.CURRENT
    if stored is None:
        return Shape.EMPTY if names == {"alembic_version"} else Shape.FOREIGN
    return Shape.OLDER if stored in _known_revisions() else Shape.NEWER


def prepare(database: Database, backups: Path | None = None) -> Shape:
    """Make the database usable and say how it stood before.

    An older database is copied first (to `backups`, or beside the file), then upgraded.
    Raises Trouble `database_newer` or `database_foreign`; nothing is touched then.
    """
    with database.reading() as connection:
        shape = shape_of(connection)
    if shape is Shape.NEWER:
        raise Trouble("database_newer")
    if shape is Shape.FOREIGN:
        raise Trouble("database_foreign")
    if shape is Shape.OLDER:
        copy_before_upgrade(database, backups)
    if shape is not Shape.CURRENT:
        upgrade(database)
    return shape


def upgrade(database: Database, revision: str = "head") -> None:
    """Run the migrations up to a revision, all in one transaction."""
    from alembic import command

    with database.writing() as work:
        config = _alembic_config()
        config.attributes["connection"] = work.connection
        command.upgrade(config, revision)
        work.touch_everything()


def _alembic_config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config


def _known_revisions() -> frozenset[str]:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(_alembic_config())
    return frozenset(revision.revision for revision in script.walk_revisions())
