"""Copies of a database: whole, checked, and made while the desk goes on working.

SQLite only here: a shared PostgreSQL server is copied by `pg_dump`, which the server's keeper runs.
"""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from database.unit_of_work import Database
from desktop_app.domain.refusals import Trouble


def copy_to(database: Database, target: Path) -> Path:
    """Write a whole, checked copy of the database to `target` and return its path.

    The copy is made beside the target and renamed only once it is proved sound, so an existing
    good copy is never replaced by half of one. Raises Trouble `backup_needs_file`,
    `backup_folder_missing`, `backup_failed` or `backup_unsound`.
    """
    if database.path is None:
        raise Trouble("backup_needs_file")
    if not target.parent.is_dir():
        raise Trouble("backup_folder_missing", path=str(target.parent))
    if target.exists() and target.samefile(database.path):
        raise Trouble("backup_over_itself")
    partial = target.with_name(target.name + ".partial")
    try:
        partial.unlink(missing_ok=True)
        _vacuum_into(database.path, partial)
        problems = problems_of(partial)
        if problems:
            raise Trouble("backup_unsound", problem=problems[0])
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise _trouble_of(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return target


def _trouble_of(error: Exception, target: Path) -> Trouble:
    """A damaged source is said as such: no other folder and no more room would help."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return Trouble("database_damaged")
    if code == sqlite3.SQLITE_FULL:
        return Trouble("disk_full")
    return Trouble("backup_failed", path=str(target))


def _vacuum_into(source: Path, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(source, timeout=10)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def copy_before_upgrade(database: Database, folder: Path | None = None) -> Path | None:
    """Copy a SQLite database before its shape changes; None on a server."""
    if database.path is None:
        return None
    folder = folder or database.path.parent
    stamp = datetime.strftime(database.clock.now(), "%Y-%m-%d-%Hh%M%S")
    name = f"{database.path.stem}-avant-mise-a-jour-{stamp}{database.path.suffix}"
    return copy_to(database, folder / name)


def problems_of(path: Path) -> list[str]:
    """What SQLite's own checks say of a file: empty when sound."""
    with contextlib.closing(sqlite3.connect(path, timeout=10)) as connection:
        try:
            said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            said += [
                f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")
            ]
        except sqlite3.DatabaseError as error:
            return [str(error)]
    return [line for line in said if line != "ok"]
