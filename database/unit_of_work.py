"""Open, lock, commit, translate errors, collect Changes: the one door of every write.

Owned by the one database thread of a desk. A thread keeps two connections: one that reads,
statement by statement, and never holds a transaction; one that writes, a transaction per verb.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Engine

from database import tables
from database.engine import WRITING, make_engine, sqlite_path, url_of
from database.errors import Understood
from database.prepared import Prepared
from database.turnstile import OpenGate, Turnstile
from desktop_app.domain.changes import EVERYTHING, KINDS, Changes, Touched
from desktop_app.domain.clock import Clock
from desktop_app.domain.staff import Actor

# On the path of every scan: see `database.prepared`.
_JOURNAL = Prepared(
    tables.audit_entry.insert().inline(),
    ("at", "desk", "login", "verb", "subject_kind", "subject_id", "details"),
)


class UnitOfWork:
    """One transaction of one verb: where to write, what was touched, what the journal says."""

    def __init__(self, connection: Connection, clock: Clock, desk: str) -> None:
        self.connection = connection
        self._clock = clock
        self._desk = desk
        self._touched: set[Touched] = set()
        self._everything = False

    def touch(self, kind: str, identifier: int | None = None) -> None:
        """Say that this thing changed; the bell carries it once the commit is done."""
        if kind not in KINDS:
            raise ValueError(f"no such kind of change: {kind}")
        self._touched.add((kind, identifier))

    def touch_everything(self) -> None:
        """Say that screens should read everything again (an import, a restore)."""
        self._everything = True

    def journal(
        self, by: Actor, verb: str, kind: str, identifier: int | None = None, **details: Any
    ) -> None:
        """Add a line to the journal. Details hold no name of a person and no contact."""
        _JOURNAL.run(
            self.connection,
            {
                "at": self._clock.instant(),
                "desk": self._desk,
                "login": by.login,
                "verb": verb,
                "subject_kind": kind,
                "subject_id": identifier,
                "details": details,
            },
        )

    @property
    def changes(self) -> Changes:
        return EVERYTHING if self._everything else Changes(frozenset(self._touched))


class Database:
    """A venue's database as the services see it."""

    def __init__(self, address: str, clock: Clock, desk: str = "accueil") -> None:
        self.url = url_of(address)
        self.path = sqlite_path(self.url)
        self.clock = clock
        self.desk = desk
        self._engine = make_engine(self.url)
        self._threads = threading.local()
        self._gate: Turnstile | OpenGate = (
            Turnstile(self.path.with_name(self.path.name + "-writer")) if self.path else OpenGate()
        )
        self._closed = False
        self.listeners: list[Callable[[Changes], None]] = []

    @property
    def engine(self) -> Engine:
        return self._engine

    def reading(self) -> Understood[Connection]:
        """The thread's reading connection: each statement is its own snapshot."""
        return Understood(self._reader())

    @contextlib.contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """One transaction: committed when the block ends, rolled back when it raises.

        Raises the Refusals and Troubles of `database.errors`.
        """
        with Understood(None), self._gate.passing():
            connection = self._writer()
            with connection.begin():
                work = UnitOfWork(connection, self.clock, self.desk)
                yield work
        if work.changes:
            self.ring(work.changes)

    def ring(self, changes: Changes) -> None:
        """Tell every listener, on the calling thread, what a commit touched."""
        for listener in tuple(self.listeners):
            listener(changes)

    def data_version(self) -> int:
        """SQLite's count of other connections' commits, as the writing connection sees it."""
        with Understood(self._writer()) as connection:
            cursor = connection.connection.cursor()
            try:
                return int(cursor.execute("PRAGMA data_version").fetchone()[0])
            finally:
                cursor.close()

    def close(self) -> None:
        """Give back this thread's connections and the engine's pool. Harmless a second time."""
        if self._closed:
            return
        self._closed = True
        with self._gate.passing():
            for name in ("reader", "writer"):
                connection = getattr(self._threads, name, None)
                if connection is not None:
                    connection.close()
                    delattr(self._threads, name)
            self._engine.dispose()
        self._gate.close()

    def _reader(self) -> Connection:
        connection: Connection | None = getattr(self._threads, "reader", None)
        if connection is None or connection.closed or connection.invalidated:
            with Understood(self._engine) as engine:
                connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            self._threads.reader = connection
        return connection

    def _writer(self) -> Connection:
        connection: Connection | None = getattr(self._threads, "writer", None)
        if connection is None or connection.closed or connection.invalidated:
            connection = self._engine.connect().execution_options(**{WRITING: True})
            self._threads.writer = connection
        return connection
