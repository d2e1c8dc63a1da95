"""Where a session stands at this moment, in the words and the colours of its chip."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from desktop_app.domain.bookings import LIVE
from desktop_app.domain.checkin import half_day_open, session_at
from desktop_app.domain.trainings import (
    HalfDay,
    SessionDetail,
    SessionRow,
    SessionStatus,
)
from desktop_app.wording import _
from desktop_app.wording.dates import say_day_without_year, say_hours, say_time
from desktop_app.wording.labels import label_of_session_status
from desktop_app.wording.verdicts import Said


class StationFacts(NamedTuple):
    """What the station shows, read at once. opens_minutes: the house's rule."""

    detail: SessionDetail
    opens_minutes: int

    def open_half_day(self, now: datetime) -> HalfDay | None:
        """The half-day people are checked in to now."""
        return half_day_open(session_at(self.detail), now, self.opens_minutes)

    def half_day(self, now: datetime) -> HalfDay | None:
        """The half-day to look at: the open one, else the next, else the last."""
        return self.open_half_day(now) or self.detail.half_day_at(now)

    def opens_at(self, now: datetime) -> datetime | None:
        """When check-in opens next; None when no half-day is still to come."""
        coming = [one for one in self.detail.half_days if now < one.starts_at]
        return coming[0].starts_at - timedelta(minutes=self.opens_minutes) if coming else None


class State(NamedTuple):
    """A chip: its words, tone and icon."""

    text: str
    tone: str
    icon: str

    @property
    def is_open(self) -> bool:
        """People are checked in now."""
        return self.tone == "ok"


def state_of_row(row: SessionRow, now: datetime, opens_minutes: int) -> State:
    """The state of a session in a list."""
    if row.status == SessionStatus.CANCELLED or row.booking_status not in LIVE:
        return State(label_of_session_status("cancelled"), "error", "calendar-x")
    if row.status in (SessionStatus.HELD, SessionStatus.LOCKED):
        return State(label_of_session_status(row.status), "neutral", "check")
    if now >= row.ends_at:
        return State(_("À terminer"), "warning", "flag")
    opens_at = row.starts_at - timedelta(minutes=opens_minutes)
    if row.status == SessionStatus.OPEN or opens_at <= now:
        return State(_("Pointage ouvert"), "ok", "scan-qr-code")
    if opens_at.date() == now.date():
        return State(_("Ouvre à {hour}").format(hour=say_time(opens_at)), "neutral", "clock")
    return State(label_of_session_status(row.status), "neutral", "calendar-days")


def state_at_station(facts: StationFacts, now: datetime) -> State:
    """The state of the session on the station, half-day by half-day."""
    row = facts.detail.session
    state = state_of_row(row, now, facts.opens_minutes)
    opens_at = facts.opens_at(now)
    if state.is_open and facts.open_half_day(now) is None and opens_at is not None:
        return State(_("Ouvre à {hour}").format(hour=say_time(opens_at)), "neutral", "clock")
    return state


def say_waiting(facts: StationFacts, now: datetime) -> tuple[str, Said]:
    """What the panel shows while nobody scans: an icon and its words."""
    row = facts.detail.session
    place = _("{hours} · {room}").format(
        hours=say_hours(row.starts_at, row.ends_at), room=row.room_name
    )
    if row.status == SessionStatus.CANCELLED or row.booking_status not in LIVE:
        return "calendar-x", Said(_("Session annulée"), row.title, place)
    if row.status in (SessionStatus.HELD, SessionStatus.LOCKED):
        return "check", Said(_("Pointage terminé"), row.title, place)
    if facts.open_half_day(now) is not None:
        return "scan-qr-code", Said(_("Présentez votre badge"), row.title, place)
    opens_at = facts.opens_at(now)
    if opens_at is None:
        return "flag", Said(_("Session finie"), row.title, _("Il reste à terminer le pointage."))
    hour = say_time(opens_at)
    if opens_at.date() == now.date():
        return "clock", Said(_("Le pointage ouvre à {hour}").format(hour=hour), row.title, place)
    day = say_day_without_year(opens_at.date())
    words = _("Le pointage ouvre {day} à {hour}").format(day=day, hour=hour)
    return "clock", Said(words, row.title, place)
