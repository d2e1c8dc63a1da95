"""Empty and copied databases for single tests, on both engines; dropped afterwards.

A PostgreSQL database made from a template costs about as much as copying a SQLite file, so every
test has its own and none cleans up after another.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

NUMBERS = itertools.count(1)


class LeftOpen(AssertionError):
    """A test went away with a connection still open."""


class PostgresServer:
    """Creates and drops databases of one server, named after this process."""

    def __init__(self, admin_address: str) -> None:
        self._admin = admin_address

    def address_of(self, name: str) -> str:
        return f"{self._admin.rpartition('/')[0]}/{name}"

    def create(self, template: str = "template1") -> str:
        """A new database, a copy of `template`; its name."""
        name = f"accueil_test_{os.getpid()}_{next(NUMBERS)}"
        self._command(f'create database "{name}" template "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Drop it; LeftOpen (once it is gone) when somebody was still connected."""
        try:
            # The server itself waits 5 s for connections that are just closing.
            self._command(f'drop database "{name}"')
        except psycopg.errors.ObjectInUse:
            self._command(f'drop database "{name}" with (force)')
            raise LeftOpen("the test left a connection to its database open") from None

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        name = self.create(template)
        try:
            yield name
        finally:
            self.drop(name)

    def _command(self, text: str) -> None:
        address = self._admin.replace("postgresql+psycopg://", "postgresql://")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(text.encode())


def sqlite_address(path: Path) -> str:
    return f"sqlite:///{path}"


def copy_sqlite(template: Path, target: Path) -> str:
    """Copy a closed SQLite file; the address of the copy."""
    shutil.copyfile(template, target)
    return sqlite_address(target)
