"""The home screen's board and a booking's card; on both engines."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from database import tables
from desktop_app.domain.bookings import Kind, Status
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.keys import Verdict
from desktop_app.domain.organisations import OrganisationKind
from desktop_app.domain.presence import VisitCategory
from desktop_app.domain.today import TodayBoard, Verb
from desktop_app.services.house import Services
from desktop_app.wording.today import say_alert, say_headcount
from tests.builders import RECEPTION as DESK
from tests.builders import THURSDAY, a_booking, a_key, an_association, room_id
from tests.support.refused import code_of


def board(house: Services) -> TodayBoard:
    return house.today.board(house.database.clock.now())


def welcomed(house: Services) -> list[tuple[str, int, bool]]:
    return [(one.row.title, one.late_minutes, one.no_show) for one in board(house).welcome]


def test_who_is_late_is_welcomed_first_then_the_next_three_hours(
    house: Services, clock: StoppedClock
) -> None:
    group = an_association(house.database)
    for room, hours, title in (
        ("BP2", "10:30-13:00", "bientôt"),
        ("AGB", "9:30-12:30", "en retard"),
        ("AGA", "12:55-14:00", "dans trois heures"),
        ("ATE", "12:56-14:00", "plus tard"),
    ):
        a_booking(house, room, f"0{hours}"[-11:], title=title, organisation_id=group)
    assert welcomed(house) == [
        ("en retard", 25, False),
        ("bientôt", 0, False),
        ("dans trois heures", 0, False),
    ]


def test_after_half_an_hour_the_desk_is_asked_whether_they_come(
    house: Services, clock: StoppedClock
) -> None:
    group = an_association(house.database)
    a_booking(house, title="absents", organisation_id=group)
    clock.set(datetime(2026, 11, 26, 10, 30))
    assert welcomed(house) == [("absents", 30, True)]
    clock.set(datetime(2026, 11, 26, 18))
    assert welcomed(house) == [("absents", 480, True)]


def test_the_house_itself_is_never_asked_and_leaves_the_list_when_its_time_is_over(
    house: Services, clock: StoppedClock
) -> None:
    ours = an_association(house.database, "La Fabrique", kind=OrganisationKind.INTERNAL)
    a_booking(house, title="équipe", organisation_id=ours, kind=Kind.INTERNAL)
    a_booking(house, "BP1", "10:00-13:00", title="sans association")
    clock.set(datetime(2026, 11, 26, 12))
    assert [(title, asked) for title, _, asked in welcomed(house)] == [
        ("sans association", False),
        ("équipe", False),
    ]
    clock.set(datetime(2026, 11, 26, 13))
    assert welcomed(house) == []


def test_who_has_arrived_or_cancelled_is_not_welcomed(house: Services) -> None:
    here, gone = a_booking(house), a_booking(house, "BP1", "10:00-13:00", title="non")
    house.arrivals.arrive(here.id, by=DESK)
    house.bookings.cancel(gone.id, gone.version, "grève", by=DESK)
    assert welcomed(house) == []
    assert [row.id for row in board(house).bookings] == [here.id]


def test_the_headcount_adds_rooms_trainees_and_the_cafes_last_hour(
    house: Services, clock: StoppedClock
) -> None:
    booking = a_booking(house, "AGB", "09:30-12:30", heads=24)
    a_booking(house, "ATE", "09:30-12:30", heads=12, title="pas encore là")
    house.arrivals.arrive(booking.id, by=DESK)
    clock.set(datetime(2026, 11, 26, 8, 10))
    house.cafe.count(VisitCategory.CAFE, "too old", by=DESK)
    clock.set(datetime(2026, 11, 26, 9, 40))
    for number in range(3):
        house.cafe.count(VisitCategory.READING, f"press {number}", by=DESK)
    clock.set(datetime(2026, 11, 26, 9, 55))
    a_running_training(house, present=2)
    found = board(house).headcount
    assert (found.in_rooms, found.in_cafe, found.trainees, found.total) == (24, 3, 2, 29)
    assert found.maximum == 190
    assert say_headcount(found) == (
        "24 personnes en salle · 2 en formation · 3 au café (dernières 60\u00a0min)"
    )


def test_a_group_long_past_its_end_is_thought_gone(house: Services, clock: StoppedClock) -> None:
    booking = a_booking(house, "AGB", "09:30-12:30", heads=24)
    house.arrivals.arrive(booking.id, by=DESK)
    clock.set(datetime(2026, 11, 26, 12, 44))
    assert board(house).headcount.total == 24
    clock.set(datetime(2026, 11, 26, 12, 45))
    assert board(house).headcount.total == 0


def a_running_training(house: Services, present: int, walk_ins: int = 0) -> int:
    """A session under way in Agora A with five enrolled, some of them here; its id."""
    booking = a_booking(house, "AGA", "09:30-12:30", kind=Kind.TRAINING, title="B.A.-BA", heads=25)
    now = house.database.clock.instant()
    with house.database.writing() as work:
        run = work.connection.execute
        title = run(
            tables.training_title.insert().returning(tables.training_title.c.id),
            {
                "code": "T02",
                "title": "B.A.-BA",
                "search_key": "b a ba",
                "minutes": 180,
                "group_size": 25,
                "room_codes": [],
                "discreet": False,
            },
        ).scalar_one()
        session = run(
            tables.training_session.insert().returning(tables.training_session.c.id),
            {"title_id": title, "booking_id": booking.id, "capacity": 25, "status": "open"},
        ).scalar_one()
        half_day = run(
            tables.half_day.insert().returning(tables.half_day.c.id),
            {"session_id": session, "starts_at": booking.starts_at, "ends_at": booking.ends_at},
        ).scalar_one()
        for number in range(5 + walk_ins):
            person = run(
                tables.person.insert().returning(tables.person.c.id),
                {"last_name": f"P{number}", "search_key": f"p{number}", "created_at": now},
            ).scalar_one()
            status = "walk_in" if number >= 5 else "present" if number < present else "enrolled"
            enrolment = run(
                tables.enrolment.insert().returning(tables.enrolment.c.id),
                {
                    "session_id": session,
                    "person_id": person,
                    "number": number,
                    "status": status,
                    "enrolled_at": now,
                },
            ).scalar_one()
            if status != "enrolled":
                run(
                    tables.check_in.insert(),
                    {
                        "enrolment_id": enrolment,
                        "half_day_id": half_day,
                        "at": now,
                        "desk": "accueil",
                        "source": "badge",
                        "client_key": f"scan {number}",
                    },
                )
    return int(session)


def test_the_training_under_way_is_shown_in_figures(house: Services) -> None:
    session = a_running_training(house, present=3, walk_ins=1)
    shown = board(house).training
    assert shown is not None
    assert (shown.session_id, shown.enrolled, shown.present, shown.walk_ins) == (session, 5, 4, 1)


def test_of_a_day_without_a_running_training_the_next_is_shown(
    house: Services, clock: StoppedClock
) -> None:
    a_running_training(house, present=0)
    clock.set(datetime(2026, 11, 26, 8))
    assert board(house).training is not None
    clock.set(datetime(2026, 11, 26, 12, 30))
    assert board(house).training is None


def test_a_training_is_welcomed_at_check_in_not_at_the_desk(house: Services) -> None:
    a_running_training(house, present=0)
    assert welcomed(house) == []


def test_alerts_name_the_expired_insurance_and_the_option_that_ends_today(
    house: Services,
) -> None:
    an_association(house.database, "Croix du Sud Solidarité", insurance_until=date(2026, 10, 31))
    option = a_booking(house, day=date(2026, 11, 28), status=Status.OPTION)
    assert option.option_expires_on == THURSDAY
    shown = board(house)
    assert [say_alert(alert) for alert in shown.organisation_alerts] == [
        "Croix du Sud Solidarité\u00a0: assurance expirée le 31\u00a0octobre 2026"
    ]
    assert [row.id for row in shown.options_ending] == [option.id]


def test_a_closed_day_says_why(house: Services, clock: StoppedClock) -> None:
    clock.set(datetime(2026, 12, 25, 10))
    shown = board(house)
    assert shown.closed is not None
    assert (shown.hours, shown.closed.reason) == ((), "Noël")


def test_an_unavailable_room_is_on_the_board_that_day_only(
    house: Services, clock: StoppedClock
) -> None:
    with house.database.writing() as work:
        work.connection.execute(
            tables.room_unavailability.insert(),
            {
                "room_id": room_id(house.database, "AGA"),
                "starts_at": datetime(2026, 11, 26, 13, 20),
                "ends_at": datetime(2026, 11, 26, 18),
                "reason": "vidéoprojecteur",
            },
        )
        work.touch("unavailability")
    assert [one.reason for one in board(house).unavailabilities] == ["vidéoprojecteur"]
    clock.advance(days=1)
    assert board(house).unavailabilities == ()


@pytest.mark.parametrize(
    ("steps", "offered"),
    [
        ((), {Verb.ARRIVE, Verb.HAND_KEY, Verb.MOVE, Verb.EDIT, Verb.CANCEL}),
        (("wait",), {Verb.ARRIVE, Verb.HAND_KEY, Verb.MOVE, Verb.EDIT, Verb.CANCEL, Verb.NO_SHOW}),
        (("arrive",), {Verb.LEAVE, Verb.HAND_KEY, Verb.MOVE, Verb.EDIT}),
        (("hand",), {Verb.TAKE_BACK, Verb.HAND_KEY, Verb.MOVE, Verb.EDIT}),
        (("hand", "wait", "back"), set()),
        (("wait", "no_show"), {Verb.ARRIVE}),
        (("cancel",), set()),
    ],
)
def test_the_card_offers_what_may_be_done_now(
    house: Services, clock: StoppedClock, steps: tuple[str, ...], offered: set[Verb]
) -> None:
    a_key(house.database, "K09", "BP2")
    booking = a_booking(house)
    verbs = {
        "wait": lambda: clock.set(datetime(2026, 11, 26, 10, 30)),
        "arrive": lambda: house.arrivals.arrive(booking.id, by=DESK),
        "hand": lambda: house.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK),
        "back": lambda: house.keys.take_key_back("K09", Verdict.OK, by=DESK),
        "no_show": lambda: house.arrivals.mark_no_show(booking.id, by=DESK),
        "cancel": lambda: house.bookings.cancel(booking.id, booking.version, "grève", by=DESK),
    }
    for step in steps:
        verbs[step]()
    assert house.today.card(booking.id).verbs == offered


def test_the_card_proposes_who_takes_the_key(house: Services, clock: StoppedClock) -> None:
    a_key(house.database, "K09", "BP2")
    group = an_association(house.database)
    before = a_booking(house, organisation_id=group)
    house.keys.hand_key("K09", before.id, "Awa d’Hérouville-Test", "one", by=DESK)
    clock.set(datetime(2026, 11, 26, 12, 45))
    house.keys.take_key_back("K09", Verdict.OK, by=DESK)
    following = a_booking(
        house, hours="14:00-15:00", organisation_id=group, responsible_name="Jo Exemple"
    )
    assert house.today.card(following.id).known_holders == ("Jo Exemple", "Awa d’Hérouville-Test")


def test_a_card_that_is_no_more_says_so(house: Services) -> None:
    assert code_of(lambda: house.today.card(404)) == "booking_unknown"
