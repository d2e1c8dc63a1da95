"""The year turns: closures, week 53, even weeks, and a series that goes on in January.

On the demonstration venue as its spreadsheets tell it, on both engines.
"""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.bookings import BookingRow, Draft, Kind, Scope
from desktop_app.domain.civil_time import Week
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.domain.series import SeriesDraft
from desktop_app.domain.staff import Actor, Role
from desktop_app.services.house import Services, house_of
from desktop_app.settings import RESOURCES
from tests.builders import RECEPTION, at

IMPORTER = Actor("demonstration", Role.MANAGER, may_override=True)
WEEK_53 = Week(2026, 53)


@pytest.fixture
def venue(database) -> Services:
    services = house_of(database, resources=RESOURCES)
    services.importing.load_demo(RESOURCES / "demo", by=IMPORTER)
    return services


def series_called(services: Services, code: str) -> tuple[BookingRow, ...]:
    (found,) = [row for row in services.series.all() if row.code == code]
    return services.series.dates(found.id)


def test_the_season_of_a_permanence_explains_every_thursday(venue: Services):
    rows = series_called(venue, "P06")
    dropped = [row for row in rows if row.status == "dropped_closure"]
    assert len(rows) - len(dropped) == 42
    assert [row.starts_at.date() for row in dropped] == [
        date(2026, 12, 24),
        date(2026, 12, 31),
        date(2027, 5, 6),
    ]
    assert all(row.reason for row in dropped)


def test_even_weeks_are_not_every_other_week(venue: Services):
    days = [
        row.starts_at.date() for row in series_called(venue, "P04") if row.status == "confirmed"
    ]
    after = [day for day in days if day >= date(2026, 12, 23)]
    assert after[:2] == [date(2026, 12, 23), date(2027, 1, 13)]


def test_week_53_lists_what_the_closure_took(venue: Services):
    rows = venue.planning.days(WEEK_53.monday, WEEK_53.sunday)
    assert sorted(str(row.series_code) for row in rows if row.status == "dropped_closure") == [
        *("P01", "P02", "P03", "P06", "P07", "P09", "P10", "P11"),
        "R01",
    ]
    assert venue.planning.held(WEEK_53.monday, WEEK_53.sunday) == ()


def test_a_series_asked_on_the_phone_goes_over_the_closure(venue: Services):
    asker = venue.organisations.find("ateliers ficelle")[0]
    passerelle = venue.venue.venue().by_code["PAS"].id
    draft = Draft(passerelle, *at("18:30-20:30"), Kind.MEETING, "Atelier", asker.id)
    asked = SeriesDraft(draft, parse_rule("chaque mardi").rule, date(2027, 1, 12))
    seen = venue.series.preview(asked)
    assert [(one.day, one.verdict) for one in seen.dates if one.verdict != "free"] == [
        (date(2026, 12, 29), "closed")
    ]
    assert len(seen.free) == 6
    assert [one.day for one in seen.dates if one.alerts] == [date(2027, 1, 5), date(2027, 1, 12)]
    change = venue.series.create(asked, by=RECEPTION)
    assert change.booking.series_id is not None
    rows = venue.series.dates(change.booking.series_id)
    assert [row.status for row in rows].count("confirmed") == 6
    january = rows[-2]
    venue.series.change(
        january.id, january.version, Scope.FOLLOWING, by=RECEPTION, starts_minute=19 * 60
    )
    hours = [row.starts_at.hour for row in venue.series.dates(rows[0].series_id or 0)]
    assert hours == [18] * 5
    venue.bookings.undo(by=RECEPTION)
    assert [row.starts_at.hour for row in venue.series.dates(rows[0].series_id or 0)] == [18] * 7


def test_a_clock_change_moves_no_date_of_a_series(venue: Services):
    """25 October 2026 and 28 March 2027: the hours on the wall stay."""
    for code in ("P01", "P06", "R01"):
        hours = {(row.starts_at.time(), row.ends_at.time()) for row in series_called(venue, code)}
        assert len(hours) == 1
