"""The database's shape: migrations and tables agree, upgrades copy first, the future is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from database.migrations import HEAD
from database.schema import Shape, _known_revisions, prepare
from database.tables import metadata
from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.refusals import Trouble
from tests import builders


@pytest.fixture
def empty(fresh_address: str, clock: StoppedClock):
    opened = Database(fresh_address, clock)
    yield opened
    opened.close()


def test_migrations_build_what_the_tables_describe(database: Database):
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_check_of_the_tables_is_in_the_database(database: Database):
    with database.reading() as connection:
        inspector = inspect(connection)
        for table in metadata.sorted_tables:
            described = {
                str(one.name) for one in table.constraints if str(one.name).startswith("ck_")
            }
            built = {one["name"] for one in inspector.get_check_constraints(table.name)}
            assert described <= built, table.name


def test_the_head_known_without_alembic_is_its_head():
    assert HEAD in _known_revisions()
    assert max(_known_revisions()) == HEAD


def test_an_empty_database_is_made_ready(empty: Database):
    assert prepare(empty) is Shape.EMPTY
    assert prepare(empty) is Shape.CURRENT


def test_a_newer_database_is_refused_and_not_touched(database: Database):
    with database.writing() as work:
        work.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Trouble) as trouble:
        prepare(database)
    assert trouble.value.code == "database_newer"
    with database.reading() as connection:
        assert (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
        )


def test_a_database_of_another_program_is_refused(empty: Database):
    with empty.writing() as work:
        work.connection.execute(text("CREATE TABLE their_own (id INTEGER)"))
    with pytest.raises(Trouble) as trouble:
        prepare(empty)
    assert trouble.value.code == "database_foreign"


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_copy_is_made_before_an_upgrade(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    builders.a_venue(database)
    with database.writing() as work:
        work.connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    monkeypatch.setattr("database.schema._known_revisions", lambda: frozenset({"0000", "0001"}))
    monkeypatch.setattr("database.schema.upgrade", lambda _database: None)
    backups = tmp_path / "copies"
    backups.mkdir()
    assert prepare(database, backups) is Shape.OLDER
    (copy,) = backups.iterdir()
    kept = Database(str(copy), database.clock)
    with kept.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM room")).scalar() == 11
    kept.close()


def test_migrations_go_forward_over_rows(database: Database):
    """The first shape takes a whole venue; later migrations add their own case here."""
    builders.a_venue(database)
    assert prepare(database) is Shape.CURRENT
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM room")).scalar() == 11
