"""The servers that tests are given: real, private, unprivileged, and gone with their owner."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from tests.support import postgres
from tests.support.databases import LeftOpen, PostgresServer

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def connection(postgres_server):
    address = postgres_server.replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as opened:
        yield opened


def ask(connection, question: str) -> str:
    row = connection.execute(question).fetchone()
    return str(row[0])


def test_the_server_is_recent_and_listens_on_loopback_only(connection):
    assert int(ask(connection, "show server_version_num")) >= 150000
    assert ask(connection, "show listen_addresses") == "127.0.0.1"


def test_the_server_does_not_run_as_root(connection):
    process = Path("/proc") / ask(connection, "select pg_backend_pid()")
    assert process.stat().st_uid != 0


def test_a_stranger_without_the_password_is_refused(connection, postgres_server):
    before, _, after = postgres_server.replace("+psycopg", "").rpartition("@")
    stranger = before.rpartition(":")[0] + ":guess@" + after
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(stranger)


def test_each_test_has_an_empty_database_that_refuses_overlaps(fresh_address):
    if fresh_address.startswith("sqlite"):
        assert not Path(fresh_address.removeprefix("sqlite:///")).exists()
        return
    with psycopg.connect(fresh_address.replace("+psycopg", "")) as connection:
        question = "select count(*) from information_schema.tables where table_schema = 'public'"
        assert ask(connection, question) == "0"
        connection.execute("create extension btree_gist")
        connection.execute("create table b (room int, s tsrange, exclude using gist "
                           "(room with =, s with &&))")  # fmt: skip
        connection.execute("insert into b values (1, '[2026-11-26 9:00, 2026-11-26 10:00)')")
        with pytest.raises(psycopg.errors.ExclusionViolation):
            connection.execute("insert into b values (1, '[2026-11-26 9:30, 2026-11-26 11:00)')")


def test_a_connection_left_open_is_noticed(postgres_server):
    server = PostgresServer(postgres_server)
    name = server.create()
    forgotten = psycopg.connect(server.address_of(name).replace("+psycopg", ""))
    with pytest.raises(LeftOpen):
        server.drop(name)
    forgotten.close()


OWNER = """
import os, signal, sys
from tests.support.postgres import running_server
with running_server() as address:
    print(address, flush=True)
    os.kill(os.getpid(), signal.SIGKILL) if sys.argv[1] == "killed" else None
"""


@pytest.fixture
def folder_for_servers():
    """Open to the user the server runs as, which `tmp_path` is not."""
    with tempfile.TemporaryDirectory(prefix="accueil-owner-") as folder:
        Path(folder).chmod(0o755)
        yield folder


@pytest.mark.parametrize("end", ["killed", "finished"])
def test_the_server_goes_with_its_owner(end, folder_for_servers):
    answer = subprocess.run(
        [sys.executable, "-c", OWNER, end],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": folder_for_servers},
        capture_output=True,
        text=True,
    )
    address = answer.stdout.strip().replace("+psycopg", "")
    assert address.startswith("postgresql://"), answer.stderr
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            psycopg.connect(address, connect_timeout=1).close()
        except psycopg.OperationalError as error:
            if "refused" in str(error):
                return
    pytest.fail("the server still answers")


def test_what_a_killed_owner_left_is_swept(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    mine, dead = tmp_path / f"{postgres.PREFIX}{os.getpid()}-a", tmp_path / f"{postgres.PREFIX}0-b"
    mine.mkdir()
    dead.mkdir()
    postgres.sweep()
    assert (mine.exists(), dead.exists()) == (True, False)


def test_no_postgresql_at_all_is_told_plainly(monkeypatch):
    monkeypatch.setattr(postgres, "OLDEST", 99)
    with pytest.raises(postgres.NoServer, match="apt-get install postgresql"):
        postgres.find_binaries()


def test_root_hands_the_server_to_somebody_else(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert postgres.unprivileged_user() in {"postgres", "nobody"}
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert postgres.unprivileged_user() is None
