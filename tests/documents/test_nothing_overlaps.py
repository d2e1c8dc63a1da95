"""Whatever a week holds, no two texts lie on one another and none leaves its place."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.documents import day_plan, week_plan
from desktop_app.documents.facts import DayFacts, WeekFacts
from desktop_app.documents.sheet import ISO_SIZES, MM
from desktop_app.domain.bookings import BookingRow, Kind
from desktop_app.domain.civil_time import Week
from tests.documents.recording import RecordingSheet, collisions, spilled, strays
from tests.documents.venue_facts import (
    BOOKINGS_48,
    DROPPED_53,
    LONG_NAME,
    ROOMS,
    WEEK_48,
    WEEK_53,
    a_booking,
    day_facts,
    week_facts,
)

WORDS = st.lists(
    st.sampled_from(
        [
            "Réunion",
            "d’équipe",
            "Œuvre",
            "«",
            "»",
            ":",
            "?",
            "anticonstitutionnellement",
            "à",
            "l’accueil",
            "Nguyễn",
            "B.A.-BA",
            "14\u00a0h",
            "–",
            "p.",
            "Élan",
            LONG_NAME,
        ]
    ),
    max_size=6,
).map(" ".join)
STATUSES = st.sampled_from(
    ["confirmed", "option", "pending", "arrived", "done", "cancelled", "dropped_closure"]
)
BY_ID = {room.id: room for room in ROOMS}


@st.composite
def random_bookings(draw, week: Week) -> tuple[BookingRow, ...]:
    """Bookings of one week that share no elementary room, as the database guarantees."""
    wishes = draw(
        st.lists(
            st.tuples(
                st.integers(0, 6),
                st.sampled_from(ROOMS),
                st.integers(32, 92),
                st.integers(1, 20),
                st.sampled_from(list(Kind)),
                STATUSES,
                WORDS,
                WORDS,
                st.integers(0, 90),
                st.booleans(),
            ),
            max_size=60,
        )
    )
    taken: dict[int, list[tuple[datetime, datetime]]] = {}
    rows = []
    for number, (
        day,
        room,
        quarter,
        length,
        kind,
        status,
        title,
        name,
        heads,
        discreet,
    ) in enumerate(wishes, start=1):
        start = datetime.combine(week.days[day], time()) + timedelta(minutes=15 * quarter)
        end = start + timedelta(minutes=15 * length)
        parts = room.elementary_ids
        if any(
            start < other and begin < end for part in parts for begin, other in taken.get(part, [])
        ):
            continue
        for part in parts:
            taken.setdefault(part, []).append((start, end))
        rows.append(
            a_booking(number, week.days[day], "08:00-09:00", room.code)._replace(
                starts_at=start,
                ends_at=end,
                kind=kind.value,
                status=status,
                title=title,
                organisation_name=name or None,
                heads=heads,
                discreet=discreet,
                option_expires_on=week.monday if status == "option" else None,
                contact_name=name[:40],
                contact_phone="+33639981234",
                note=title,
                layout="theatre" if heads % 2 else None,
                equipment="projector" if heads % 3 else "",
            )
        )
    return tuple(rows)


def drawn_week(facts: WeekFacts) -> RecordingSheet:
    height, width = ISO_SIZES[facts.paper]
    sheet = RecordingSheet(width, height)
    week_plan.draw(sheet, facts)
    return sheet


def drawn_day(facts: DayFacts) -> RecordingSheet:
    sheet = RecordingSheet(*ISO_SIZES["A4"])
    day_plan.draw(sheet, facts)
    return sheet


def check(sheet: RecordingSheet) -> None:
    assert collisions(sheet) == []
    assert strays(sheet, 10 * MM) == []
    assert spilled(sheet) == []
    assert min(words.size for words in sheet.written) >= 9


@pytest.mark.parametrize("audience", ["team", "public"])
@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_the_known_weeks(paper: str, audience: str) -> None:
    check(drawn_week(week_facts(paper=paper, audience=audience)))
    check(drawn_week(week_facts(WEEK_53, DROPPED_53, paper=paper, audience=audience)))
    check(drawn_week(week_facts(bookings=(), paper=paper, audience=audience)))


@pytest.mark.parametrize("audience", ["team", "public"])
def test_the_known_days(audience: str) -> None:
    for day in (*WEEK_48.days, date(2026, 12, 5)):
        check(
            drawn_day(
                day_facts(day, audience=audience, keys={room.id: ("K01", "K02") for room in ROOMS})
            )
        )
    check(drawn_day(day_facts(date(2026, 12, 29), DROPPED_53, audience=audience)))


@given(
    st.data(),
    st.sampled_from([WEEK_48, WEEK_53, Week(2026, 49)]),
    st.sampled_from(["A3", "A4"]),
    st.sampled_from(["team", "public"]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
def test_a_random_week(data, week: Week, paper: str, audience: str) -> None:
    rows = data.draw(random_bookings(week))
    facts = week_facts(week, rows, paper=paper, audience=audience)
    sheet = drawn_week(facts)
    check(sheet)
    assert len(sheet.blocks()) == len(facts.held)


@given(st.data(), st.sampled_from([WEEK_48, WEEK_53]), st.sampled_from(["team", "public"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
def test_a_random_day(data, week: Week, audience: str) -> None:
    rows = data.draw(random_bookings(week))
    for day in week.days[:3]:
        check(drawn_day(day_facts(day, rows, audience=audience)))


def test_the_check_itself_sees_a_collision() -> None:
    sheet = drawn_week(week_facts(bookings=BOOKINGS_48))
    sheet.text(60, 60, "posé dessus", sheet.faces.bold, 20)
    sheet.text(62, 62, "posé dessus aussi", sheet.faces.bold, 20)
    assert collisions(sheet)
    sheet.text(sheet.width - 40, 200, "dans la marge de droite", sheet.faces.bold, 9)
    assert strays(sheet, 10 * MM)
