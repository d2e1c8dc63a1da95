"""An address becomes an engine: SQLite pragmas, PostgreSQL options, and nothing else.

Addresses are what people type: a file path, `sqlite:///…` or `postgresql://…`.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL, Connection, Dialect

from database.prepared import Prepared
from desktop_app.domain.refusals import Trouble

WRITING = "accueil_writing"
"""Execution option of the connection that writes: its transactions start with BEGIN IMMEDIATE."""

_BUSY_MILLISECONDS = 10_000
_BEGIN = Prepared(text("BEGIN IMMEDIATE"), ())


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


_WRITE_JSON = json.JSONEncoder(default=_plain).encode
_NETWORK_FILE_SYSTEMS = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "9p"})


def url_of(address: str) -> URL:
    """The address as a URL; a bare path is a SQLite file. Raises Trouble `address_unreadable`."""
    if "://" not in address:
        return URL.create("sqlite", database=str(Path(address).expanduser().absolute()))
    try:
        url = make_url(address)
    except Exception as error:
        raise Trouble("address_unreadable") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database:
        return url
    raise Trouble("address_unreadable")


def sqlite_path(url: URL) -> Path | None:
    """The file of a SQLite address; None for a server."""
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def make_engine(url: URL) -> Engine:
    """An engine with this program's options. Nothing is opened yet."""
    path = sqlite_path(url)
    if path is not None:
        refuse_network_share(path)
        engine = create_engine(
            url,
            connect_args={"timeout": _BUSY_MILLISECONDS / 1000},
            json_serializer=_WRITE_JSON,
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(
        url,
        connect_args={"connect_timeout": 5, "options": "-c timezone=UTC -c lock_timeout=10s"},
        json_serializer=_WRITE_JSON,
    )


def refuse_network_share(path: Path) -> None:
    """SQLite on a network share loses data: raise Trouble `database_on_share`."""
    mounts = Path("/proc/mounts")
    if str(path).startswith(("\\\\", "//")):
        raise Trouble("database_on_share", path=str(path))
    if not mounts.exists():
        return
    parents = {str(parent) for parent in (path, *path.absolute().parents)}
    found = ("", "")
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        fields = line.split()
        point, kind = fields[1].replace("\\040", " "), fields[2]
        if point in parents and len(point) >= len(found[0]):
            found = (point, kind)
    if found[1] in _NETWORK_FILE_SYSTEMS:
        raise Trouble("database_on_share", path=str(path))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver must not open transactions behind our back: `_begin_sqlite` does.
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "temp_store = MEMORY",
        "cache_size = -32000",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A deferred BEGIN would give two writers “database is locked”; readers need no transaction.
    if connection.get_execution_options().get(WRITING):
        _BEGIN.run(connection, {})


def is_sqlite(dialect: Dialect) -> bool:
    return dialect.name == "sqlite"
