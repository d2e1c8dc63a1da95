"""The database's shape: migrations and tables agree, upgrades copy first, the future is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from database import health
from database.migrations import HEAD
from database.schema import Shape, _known_revisions, prepare, shape_of, upgrade
from database.tables import metadata
from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.services.house import house_of
from desktop_app.settings import RESOURCES
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


@pytest.fixture
def older(empty: Database) -> Database:
    """A venue as the first shape kept it: rooms, an association, a booking and its occupancy."""
    upgrade(empty, "0001")
    builders.a_venue(empty)
    asker = builders.an_association(empty, "Élan du Canal")
    with empty.writing() as work:
        work.connection.execute(
            text(
                "INSERT INTO booking (id, room_id, starts_at, ends_at, kind, status, title,"
                " organisation_id, discreet) VALUES (1, 4, '2026-12-01 18:30', '2026-12-01 20:30',"
                " 'meeting', 'confirmed', 'Réunion', :asker, :no)"
            ),
            {"asker": asker, "no": False},
        )
        work.connection.execute(
            text("INSERT INTO occupancy VALUES (1, 4, '2026-12-01 18:30', '2026-12-01 20:30')")
        )
    return empty


def rows_of(database: Database) -> dict[str, int]:
    with database.reading() as connection:
        return {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in ("room", "room_part", "organisation", "booking", "occupancy", "closure")
        }


def book_over_it(database: Database) -> None:
    """A second booking of the same room, an hour later, straight into the tables."""
    with database.writing() as work:
        work.connection.execute(
            text(
                "INSERT INTO booking (id, room_id, starts_at, ends_at, kind, status, title,"
                " discreet) SELECT 2, room_id, starts_at, ends_at, kind, status, title, discreet"
                " FROM booking"
            )
        )
        work.connection.execute(
            text("INSERT INTO occupancy VALUES (2, 4, '2026-12-01 19:00', '2026-12-01 21:00')")
        )


def test_an_upgrade_keeps_every_row_and_the_guard(older: Database, tmp_path: Path):
    before = rows_of(older)
    assert prepare(older, tmp_path) is Shape.OLDER
    assert rows_of(older) == before
    assert before["booking"] == before["occupancy"] == 1
    with older.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert health.problems(connection) == []
    with pytest.raises(Refusal) as refusal:
        book_over_it(older)
    assert refusal.value.code == "room_taken"
    assert rows_of(older) == before


_DAY_OF_WORK = (
    (
        "INSERT INTO booking (id, room_id, starts_at, ends_at, kind, status, title, discreet)"
        " VALUES (1, 4, '2026-11-26 14:00', '2026-11-26 17:00', 'training', 'confirmed',"
        " 'B.A.-BA', :no)"
    ),
    "INSERT INTO occupancy VALUES (1, 4, '2026-11-26 14:00', '2026-11-26 17:00')",
    (
        "INSERT INTO key_loan"
        " (key_id, booking_id, handed_to, handed_at, due_at, status, client_key)"
        " VALUES (1, 1, 'Awa', '2026-11-26 13:00', '2026-11-26 17:15', 'out', 'one')"
    ),
    (
        "INSERT INTO training_title (id, code, title, search_key, minutes, group_size, room_codes,"
        " discreet) VALUES (1, 'T02', 'B.A.-BA', 'b a ba', 180, 25, '[]', :no)"
    ),
    "INSERT INTO training_session (id, title_id, booking_id, capacity) VALUES (1, 1, 1, 29)",
    "INSERT INTO person (id, search_key, created_at) VALUES (1, 'lou', '2026-11-20 10:00')",
    (
        "INSERT INTO enrolment (session_id, person_id, number, status, enrolled_at)"
        " VALUES (1, 1, 1, 'enrolled', '2026-11-20 10:00')"
    ),
)


def a_day_of_work(database: Database) -> None:
    """A training with its room, a key out, an enrolment: written as the old shape had them."""
    with database.writing() as work:
        for statement in _DAY_OF_WORK:
            values = {"no": False} if ":no" in statement else {}
            work.connection.execute(text(statement), values)


def test_the_shape_before_print_editions_keeps_a_day_of_work(empty: Database, tmp_path: Path):
    upgrade(empty, "0002")
    builders.a_venue(empty)
    builders.a_key(empty, "K08", "BP2")
    a_day_of_work(empty)
    before = {**rows_of(empty), **counts(empty, "key_loan", "enrolment", "audit_entry")}
    assert prepare(empty, tmp_path) is Shape.OLDER
    assert {**rows_of(empty), **counts(empty, "key_loan", "enrolment", "audit_entry")} == before
    assert before["key_loan"] == 1
    assert before["enrolment"] == 1
    assert counts(empty, "print_edition") == {"print_edition": 0}
    house = house_of(empty, resources=RESOURCES)
    assert not house.planning.booking(1).step_free
    house.papers.publish(Wanted(PaperKind.DAY, builders.THURSDAY), by=builders.RECEPTION)
    assert counts(empty, "print_edition") == {"print_edition": 1}


def counts(database: Database, *names: str) -> dict[str, int]:
    with database.reading() as connection:
        return {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in names
        }


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_copy_of_the_old_shape_is_made_before_an_upgrade(older: Database, tmp_path: Path):
    backups = tmp_path / "copies"
    backups.mkdir()
    prepare(older, backups)
    (copy,) = backups.iterdir()
    kept = Database(str(copy), older.clock)
    with kept.reading() as connection:
        assert shape_of(connection) is Shape.OLDER
    assert rows_of(kept) == rows_of(older)
    kept.close()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_without_a_sound_copy_nothing_is_upgraded(older: Database, tmp_path: Path):
    with pytest.raises(Trouble) as trouble:
        prepare(older, tmp_path / "absent")
    assert trouble.value.code == "backup_folder_missing"
    with older.reading() as connection:
        assert shape_of(connection) is Shape.OLDER
