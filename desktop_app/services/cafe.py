"""The café's tally: one more, one less, a dated correction with its reason. Never a name."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from database.errors import Repeated
from database.reads import cafe as read_cafe
from database.unit_of_work import Database
from database.writes import cafe as write_cafe
from database.writes.cafe import NewStep
from desktop_app.domain.keys import tidy
from desktop_app.domain.presence import (
    HALF_HOURS,
    CafeDay,
    Tally,
    VisitCategory,
    VisitStep,
    half_hour_of,
    refuse_the_future,
    step_of_correction,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor

USUAL_DAYS = 4
"""The last same weekdays on which anyone came, that a day is compared with."""

_WEEKS_BACK = 16
"""How far back they are looked for: closures and holidays lie in between."""

_LONGEST_REASON = 200


class Cafe:
    """The desk's verbs on the tally."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, category: VisitCategory, client_key: str, *, by: Actor) -> Tally:
        """One more passage now. The same client key twice counts once. Returns today's tally."""
        by.require(*DESK_ROLES)
        now = self._database.clock.now()
        step = self._step(now.date(), half_hour_of(now), category, 1, client_key)
        try:
            with self._database.writing() as work:
                if read_cafe.with_client_key(work.connection, client_key) is None:
                    write_cafe.add_step(work, step)
        except Repeated:
            pass  # another process made this very change in between: it is done
        return self._tally(now.date())

    def undo_last(self, *, by: Actor) -> VisitStep:
        """Revert this desk's last step of today by a step of its own; returns the reverted one.

        Raises `nothing_to_uncount` when nothing of today's is left to undo, `count_below_zero`.
        """
        by.require(*DESK_ROLES)
        today = self._database.clock.today()
        last: VisitStep | None = None
        try:
            with self._database.writing() as work:
                last = read_cafe.last_of_desk(work.connection, today, self._database.desk[:40])
                if last is None:
                    raise Refusal("nothing_to_uncount")
                write_cafe.add_step(work, self._reverting(last))
        except Repeated:
            pass  # another window of this desk undid the same step in between
        assert last is not None
        return last

    def correct(
        self,
        day: date,
        half_hour: int,
        category: VisitCategory,
        *,
        reason: str,
        by: Actor,
        new_total: int | None = None,
        step: int | None = None,
        client_key: str | None = None,
    ) -> CafeDay:
        """Correct one half-hour of one category, to a new total or by a step.

        Raises `correction_reason_missing`, `text_too_long`, `count_in_future`,
        `count_below_zero`, `too_many_visits`, `nothing_to_correct`, each with its field.
        """
        by.require(*DESK_ROLES)
        if not 0 <= half_hour < HALF_HOURS:
            raise ValueError(f"no half-hour {half_hour}")
        refuse_the_future(day, half_hour, self._database.clock.now())
        reason = _reason(reason)
        key = client_key or str(uuid.uuid4())
        with self._database.writing() as work:
            if read_cafe.with_client_key(work.connection, key) is None:
                current = read_cafe.total(work.connection, day, half_hour, category)
                change = step_of_correction(current, new_total, step)
                made = self._step(day, half_hour, category, change, key)._replace(reason=reason)
                identifier = write_cafe.add_step(work, made)
                work.journal(
                    by, "correct", "visit", identifier, day=day, half_hour=half_hour, step=change
                )
        return self.day(day)

    def day(self, day: date) -> CafeDay:
        """A day's passages, and the usual ones of its weekday."""
        before = [day - timedelta(weeks=weeks) for weeks in range(1, _WEEKS_BACK + 1)]
        with self._database.reading() as connection:
            usual = read_cafe.days_with_any(connection, before, USUAL_DAYS)
            found = read_cafe.tallies(connection, (day, *usual))
        return CafeDay(found[day], tuple(found[one] for one in usual))

    def steps(self, day: date) -> tuple[VisitStep, ...]:
        """Every step counted for a day, the latest first."""
        with self._database.reading() as connection:
            return read_cafe.steps(connection, day)

    def recount(self, day: date) -> Tally:
        """The tally counted again from every step: `day(day).tally` must equal it."""
        with self._database.reading() as connection:
            return read_cafe.recount(connection, day)

    def _tally(self, day: date) -> Tally:
        with self._database.reading() as connection:
            return read_cafe.tallies(connection, (day,))[day]

    def _reverting(self, step: VisitStep) -> NewStep:
        """One undoing per step, whoever asks and how often: its key is made of the step's id."""
        opposite = self._step(
            step.day, step.half_hour, step.category, -step.step, f"undo-{step.id}"
        )
        return opposite._replace(reverts_id=step.id)

    def _step(
        self, day: date, half_hour: int, category: str, step: int, client_key: str
    ) -> NewStep:
        return NewStep(
            day=day,
            half_hour=half_hour,
            category=VisitCategory(category).value,
            step=step,
            counted_at=self._database.clock.instant(),
            desk=self._database.desk[:40],
            client_key=client_key,
        )


def _reason(text: str) -> str:
    said = tidy(text)
    if not said:
        raise Refusal("correction_reason_missing", field="reason")
    if len(said) > _LONGEST_REASON:
        raise Refusal("text_too_long", field="reason", longest=_LONGEST_REASON)
    return said
