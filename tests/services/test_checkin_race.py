"""Several desks at one door: one yes a badge, and never one person too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.people import Introduction
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.verdicts import Code
from desktop_app.services.house import Services, house_of
from desktop_app.settings import RESOURCES
from tests.builders import RECEPTION, THURSDAY, a_full_list, a_session, at

T = TypeVar("T")
DESKS = 4


def at_every_desk(house: Services, clock: StoppedClock, work: Callable[[Services, int], T]) -> list:
    """Do the work at several desks at once, each with its own connections."""
    address = house.database.url.render_as_string(hide_password=False)
    start = Barrier(DESKS)

    def one_desk(number: int) -> T:
        database = Database(address, clock, f"poste {number}")
        try:
            desk = house_of(database, resources=RESOURCES)
            desk.venue.venue()
            start.wait()
            return work(desk, number)
        finally:
            database.close()

    with ThreadPoolExecutor(DESKS) as pool:
        return list(pool.map(one_desk, range(DESKS)))


def test_the_same_badges_at_every_desk_are_one_arrival_each(house: Services, clock: StoppedClock):
    session_id = a_session(house)
    badges = a_full_list(house, session_id, 12)
    clock.set(at("13:50-14:00", THURSDAY)[0])

    def scan_all(desk: Services, number: int) -> list[tuple[Code, bool]]:
        seen = []
        for place, badge in enumerate(badges):
            key = f"{number}-{place}"
            verdict = desk.check_in.scan(badge, client_key=key, by=RECEPTION)
            seen.append((verdict.code, verdict.is_repeat))
        return seen

    seen = at_every_desk(house, clock, scan_all)
    for place in range(len(badges)):
        assert Counter(desk[place] for desk in seen) == {
            (Code.OK, False): 1,
            (Code.ALREADY, True): DESKS - 1,
        }
    assert house.trainings.session(session_id).session.present == 12


def test_one_request_sent_by_two_paths_at_once_is_one_arrival(house: Services, clock: StoppedClock):
    session_id = a_session(house)
    badges = a_full_list(house, session_id, 12)
    clock.set(at("13:50-14:00", THURSDAY)[0])

    def send_all(desk: Services, number: int) -> list[tuple[Code, bool]]:
        seen = []
        for place, badge in enumerate(badges):
            verdict = desk.check_in.scan(badge, client_key=f"key-{place}", by=RECEPTION)
            seen.append((verdict.code, verdict.is_repeat))
        return seen

    for answers in zip(*at_every_desk(house, clock, send_all), strict=True):
        assert Counter(answers) == {(Code.OK, False): 1, (Code.OK, True): DESKS - 1}


def test_desks_together_never_fill_a_room_beyond_its_limit(house: Services, clock: StoppedClock):
    session_id = a_session(house, "PAS")
    badges = a_full_list(house, session_id, 24)
    clock.set(at("13:50-14:00", THURSDAY)[0])

    def let_in(desk: Services, number: int) -> list[str]:
        seen: list[str] = []
        for place in range(number, len(badges), DESKS):
            key = f"badge-{place}"
            seen.append(desk.check_in.scan(badges[place], client_key=key, by=RECEPTION).code)
            try:
                who = Introduction(f"Passant {place}")
                key = f"walk-in-{place}"
                desk.trainings.add_walk_in(session_id, who, client_key=key, by=RECEPTION)
                seen.append(Code.OK)
            except Refusal as refused:
                seen.append(refused.code)
        return seen

    seen = Counter(code for desk in at_every_desk(house, clock, let_in) for code in desk)
    assert seen[Code.OK] == 13  # fourteen with the trainer
    assert set(seen) == {Code.OK, Code.FULL, "over_headcount"}
    assert house.trainings.session(session_id).session.heads == 14
