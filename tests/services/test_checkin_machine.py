"""Any sequence of scans, retries, undos and waits leaves exactly the check-ins that were told."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from database import tables
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.verdicts import Code, Verdict
from desktop_app.services.house import Services
from tests.builders import RECEPTION, THURSDAY, a_full_list, a_session, at

PEOPLE, PLACES = 5, 3  # an office of four people, the trainer included
HALF_DAYS = ("09:30-12:00", "13:30-16:00")
_EXAMPLES = count(1)
_KEYS = (f"key-{number}" for number in count())

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("scan"), st.integers(0, PEOPLE - 1)),
        st.tuples(st.just("name"), st.integers(0, PEOPLE - 1)),
        st.just(("retry",)),
        st.just(("undo",)),
        st.tuples(st.just("wait"), st.sampled_from([1, 4, 6, 60, 601, 3600, 9000])),
    ),
    min_size=3,
    max_size=18,
)


class Morning:
    """What ought to stand, told in the simplest way there is."""

    def __init__(self, house: Services, clock: StoppedClock) -> None:
        number = next(_EXAMPLES)
        day = THURSDAY + timedelta(days=3 * number)
        self.house, self.clock = house, clock
        self.session_id = a_session(
            house, "BP1", "09:30-16:00", title=f"T{number}", half_days=HALF_DAYS, day=day
        )
        self.badges = a_full_list(house, self.session_id, PEOPLE, seed=number)
        self.enrolments = [
            one.enrolment_id for one in house.trainings.session(self.session_id).attendees
        ]
        self.here: dict[tuple[int, int], datetime] = {}
        self.order: list[tuple[int, int]] = []
        self.last: tuple[str, int, Verdict] | None = None
        clock.set(at("09:14-10:00", day)[0])

    def half_day(self) -> int | None:
        now = self.clock.now()
        minutes = now.hour * 60 + now.minute
        if 9 * 60 + 15 <= minutes < 12 * 60:
            return 0
        return 1 if 13 * 60 + 15 <= minutes < 16 * 60 else None

    def expected(self, person: int) -> Code:
        half_day = self.half_day()
        if half_day is None:
            return Code.TOO_LATE if self.clock.now().hour >= 16 else Code.TOO_EARLY
        if (person, half_day) in self.here:
            return Code.ALREADY
        taken = sum(where == half_day for _, where in self.here)
        return Code.FULL if taken >= PLACES else Code.OK

    def note(self, person: int, verdict: Verdict) -> None:
        half_day = self.half_day()
        if verdict.is_arrival and half_day is not None:
            self.here[person, half_day] = self.clock.instant()
            self.order.append((person, half_day))

    def stored(self) -> int:
        living = tables.check_in.c.annulled_at.is_(None)
        enrolled = tables.check_in.c.enrolment_id.in_(self.enrolments)
        with self.house.database.reading() as connection:
            return len(connection.execute(select(tables.check_in).where(living, enrolled)).all())

    def knock(self, way: str, person: int) -> None:
        key, wanted = next(_KEYS), self.expected(person)
        station = self.house.check_in
        if way == "scan":
            verdict = station.scan(self.badges[person], client_key=key, by=RECEPTION)
        else:
            enrolment = self.enrolments[person]
            verdict = station.check_in_enrolment(enrolment, client_key=key, by=RECEPTION)
        assert verdict.code is wanted
        if wanted is Code.ALREADY:
            since = self.clock.instant() - self.here[person, self.half_day() or 0]
            assert verdict.is_repeat == (since <= timedelta(seconds=5))
        self.note(person, verdict)
        self.last = (key, person, verdict)

    def retry(self) -> None:
        """Send the last request once more: nothing new, unless it was never accepted."""
        if self.last is None:
            return
        key, person, before = self.last
        badge = self.badges[person]
        verdict = self.house.check_in.scan(badge, client_key=key, by=RECEPTION)
        if before.is_arrival:
            assert verdict.is_repeat
        else:
            self.note(person, verdict)
            self.last = (key, person, verdict)

    def undo(self) -> None:
        wanted = self.order[-1] if self.order else None
        late = wanted and self.clock.instant() - self.here[wanted] > timedelta(minutes=10)
        try:
            undone = self.house.check_in.undo_last(by=RECEPTION)
        except Refusal:
            assert wanted is None or late
            return
        assert wanted is not None
        assert not late
        assert undone.enrolment_id == self.enrolments[wanted[0]]
        self.order.pop()
        del self.here[wanted]


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS, seed=st.integers(0, 99))
def test_no_sequence_of_scans_and_undos_loses_or_doubles_anybody(
    house: Services, clock: StoppedClock, steps: list[tuple], seed: int
):
    told = Morning(house, clock)
    for step in [("wait", Random(seed).choice([60, 7200])), *steps]:
        match step:
            case ("wait", seconds):
                clock.advance(seconds=seconds)
            case ("retry",):
                told.retry()
            case ("undo",):
                told.undo()
            case (way, person):
                told.knock(way, person)
        assert told.stored() == len(told.here)
