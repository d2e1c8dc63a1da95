"""Whatever the desk does with the keys, in whatever order: the board stays true."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from database.schema import prepare
from database.unit_of_work import Database
from desktop_app.domain.bookings import Status
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.keys import LoanStatus, Verdict
from desktop_app.services.house import house_of
from tests import builders
from tests.builders import RECEPTION as DESK
from tests.builders import a_booking, a_key
from tests.support.refused import code_of

KEYS = ("K01", "K02", "K03", "K09")
BOOKINGS = (
    ("AGA", "10:00-12:00"),
    ("AGB", "10:00-12:00"),
    ("AGO", "14:00-16:00"),
    ("BP2", "10:00-13:00"),
)
EXPECTED = {
    "",
    "key_already_out",
    "key_of_other_room",
    "key_not_out",
    "booking_is_over",
    "keys_still_out",
}
EXPECTED |= {"not_arrived", "key_not_returned", "no_show_too_early", "already_arrived"}


class KeyBoard(RuleBasedStateMachine):
    """The desk's verbs in any order; the model is who should hold which key."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = StoppedClock(builders.NOW)
        self.database = Database(str(self.folder / "keys.sqlite"), self.clock)
        prepare(self.database)
        builders.a_venue(self.database)
        self.house = house_of(self.database, resources=self.folder)
        for code, room in zip(KEYS, ("AGA", "AGA", "AGB", "BP2"), strict=True):
            a_key(self.database, code, room)
        self.held: dict[str, int] = {}
        self.presses = 0

    @initialize()
    def open_the_day(self) -> None:
        self.bookings = [
            a_booking(self.house, room, hours, title=f"Groupe {room}").id
            for room, hours in BOOKINGS
        ]

    @rule(key=st.sampled_from(KEYS), group=st.integers(0, 3), twice=st.booleans())
    def hand(self, key: str, group: int, twice: bool) -> None:
        self.presses += 1
        mark = f"press {self.presses}"
        booking = self.bookings[group]
        code = code_of(lambda: self.house.keys.hand_key(key, booking, "Awa", mark, by=DESK))
        assert code in EXPECTED
        assert not (code == "" and key in self.held)
        if not code:
            self.held[key] = booking
        if twice and not code:
            self.house.keys.hand_key(key, booking, "Awa", mark, by=DESK)

    @rule(key=st.sampled_from(KEYS), remark=st.sampled_from(["", "chaise cassée"]))
    def take_back(self, key: str, remark: str) -> None:
        verdict = Verdict.REMARK if remark else Verdict.OK
        code = code_of(lambda: self.house.keys.take_key_back(key, verdict, remark, by=DESK))
        assert code == ("" if key in self.held else "key_not_out")
        self.held.pop(key, None)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def undo_handing(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.held)))
        (loan,) = [one for one in self.house.keys.out() if one.key_code == key]
        self.house.keys.undo_handing(loan.id, by=DESK)
        del self.held[key]

    @rule(group=st.integers(0, 3))
    def leave(self, group: int) -> None:
        booking = self.bookings[group]
        code = code_of(lambda: self.house.arrivals.leave(booking, by=DESK))
        assert code in EXPECTED
        assert not (code == "" and booking in self.held.values())

    @rule(group=st.integers(0, 3))
    def mark_no_show(self, group: int) -> None:
        booking = self.bookings[group]
        code = code_of(lambda: self.house.arrivals.mark_no_show(booking, by=DESK))
        assert code in EXPECTED
        assert not (code == "" and booking in self.held.values())

    @rule(minutes=st.sampled_from([5, 40, 120]))
    def wait(self, minutes: int) -> None:
        if self.clock.now().hour < 20:
            self.clock.advance(minutes=minutes)

    @invariant()
    def a_key_is_with_one_group_at_most(self) -> None:
        out = self.house.keys.out()
        assert {loan.key_code: loan.booking_id for loan in out} == self.held
        assert max(Counter(loan.key_id for loan in out).values(), default=1) == 1
        assert all(loan.status == LoanStatus.OUT for loan in out)

    @invariant()
    def nobody_is_gone_with_a_key(self) -> None:
        for booking in set(self.held.values()):
            row = self.house.planning.booking(booking)
            assert row is not None
            assert row.status == Status.ARRIVED

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)


KeyBoard.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestKeyBoard = KeyBoard.TestCase
