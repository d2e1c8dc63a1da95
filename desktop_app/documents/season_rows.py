"""The dates of a season: every date of a series, or of an association, with its state in words.

Pure computing. No date is left out: what a closure took away, what was cancelled or moved stands
in its place, struck through, and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from desktop_app.documents.facts import TEAM, Edition
from desktop_app.documents.speech import discreet_title, say_booking
from desktop_app.documents.type import typeset
from desktop_app.domain.bookings import LIVE, OPTION_EXPIRED, BookingRow, SeriesRow, Status
from desktop_app.domain.recurrence import Rule
from desktop_app.domain.rooms import Room
from desktop_app.domain.series import SKIPPED
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_short, say_day_without_year, say_hours
from desktop_app.wording.labels import label_of_status
from desktop_app.wording.reasons import say_reason
from desktop_app.wording.recurrence import say_rule

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class SeasonPart:
    """A series and its dates; without a series, an organisation's single bookings."""

    series: SeriesRow | None
    bookings: tuple[BookingRow, ...]


@dataclass(frozen=True, slots=True)
class SeasonFacts:
    """Dates of one series, or of everything an organisation has booked between two days.

    organisation_name: empty when nobody is to be named. first, last: the days the list covers.
    """

    parts: tuple[SeasonPart, ...]
    rooms: tuple[Room, ...]
    edition: Edition
    first: date
    last: date
    organisation_name: str = ""
    audience: str = TEAM

    @property
    def subject(self) -> str:
        """The name at the head: the organisation's, else the series' own."""
        if self.organisation_name:
            return typeset(self.organisation_name)
        series = self.parts[0].series if self.parts else None
        return _title_of(series, self.audience) if series else ""


class Dated(NamedTuple):
    """One line of the list. hours and place only where they are not the series' own.

    struck: the date is not held. note: why, or what is different.
    """

    day: date
    hours: str
    note: str
    struck: bool


class Section(NamedTuple):
    """A series as the list shows it. below: rule, hours, room; sum: how many dates of each kind."""

    title: str
    below: str
    sum: str
    dates: tuple[Dated, ...]


def sections_of(facts: SeasonFacts) -> tuple[Section, ...]:
    """Every part with at least one date."""
    rooms = {room.id: room for room in facts.rooms}
    return tuple(_section(facts, part, rooms) for part in facts.parts if part.bookings)


def _section(facts: SeasonFacts, part: SeasonPart, rooms: Mapping[int, Room]) -> Section:
    series = part.series
    lines = [
        line
        for row in part.bookings
        for line in (
            _single(row, facts, rooms)
            if series is None
            else _of_series(row, series, facts.audience, rooms)
        )
    ]
    lines.sort(key=lambda line: line.day)
    if series is None:
        title, below = _("Réservations ponctuelles"), ""
    else:
        title, below = _title_of(series, facts.audience), _below(series, rooms)
        title = "" if title == facts.subject else title
    return Section(title, below, _sum(part.bookings), tuple(lines))


def _title_of(series: SeriesRow, audience: str) -> str:
    if series.discreet and audience != TEAM:
        return discreet_title(series.kind)
    return typeset(series.title) or typeset(series.organisation_name or "")


def _below(series: SeriesRow, rooms: Mapping[int, Room]) -> str:
    """“Chaque jeudi · 10 h – 13 h · Bureau 2, RdC”."""
    room = rooms.get(series.room_id)
    where = ", ".join(part for part in (room.name, room.floor) if part) if room else ""
    rule = say_rule(Rule.from_dict(dict(series.rule)))
    start, end = _hours_on(series, series.first_day)
    parts = (rule[:1].upper() + rule[1:], say_hours(start, end), typeset(where))
    return " · ".join(part for part in parts if part)


def _hours_on(series: SeriesRow, day: date) -> tuple[datetime, datetime]:
    midnight = datetime.combine(day, time())
    return midnight + series.starts_minute * _MINUTE, midnight + series.ends_minute * _MINUTE


def _sum(rows: Iterable[BookingRow]) -> str:
    """“42 dates · 3 supprimées (fermeture)”."""
    rows = tuple(rows)
    held = sum(row.status in LIVE or row.status == Status.NO_SHOW for row in rows)
    closed = sum(row.status == Status.DROPPED_CLOSURE for row in rows)
    cancelled = len(rows) - held - closed
    said = [n_("{n} date", "{n} dates", held).format(n=held)]
    if closed:
        words = n_("{n} supprimée (fermeture)", "{n} supprimées (fermeture)", closed)
        said.append(words.format(n=closed))
    if cancelled:
        words = n_("{n} non tenue", "{n} non tenues", cancelled)
        said.append(words.format(n=cancelled))
    return " · ".join(said)


def _of_series(
    row: BookingRow, series: SeriesRow, audience: str, rooms: Mapping[int, Room]
) -> Iterator[Dated]:
    day = row.starts_at.date()
    usual = row.original_day or day
    start, end = _hours_on(series, day)
    hours = "" if (row.starts_at, row.ends_at) == (start, end) else say_hours(*_span(row))
    if row.status not in LIVE and row.status != Status.NO_SHOW:
        yield Dated(usual, "", _why_not(row, audience), True)
        return
    if day != usual:
        moved = _("reportée au {day}").format(day=say_day_without_year(day))
        yield Dated(usual, "", moved, True)
    notes = [_("au lieu du {day}").format(day=say_day_short(usual))] if day != usual else []
    if row.room_id != series.room_id:
        notes.append(_("déplacée en {room}").format(room=_name(row, rooms)))
    notes.append(_state(row, audience, rooms))
    yield Dated(day, hours, ", ".join(note for note in notes if note), False)


def _single(row: BookingRow, facts: SeasonFacts, rooms: Mapping[int, Room]) -> Iterator[Dated]:
    """A booking of its own: hours, room and title each time."""
    struck = row.status not in LIVE and row.status != Status.NO_SHOW
    why = _why_not(row, facts.audience) if struck else _state(row, facts.audience, rooms)
    said = say_booking(row, facts.audience, rooms)
    parts = (_name(row, rooms), said.title, why)
    note = " · ".join(part for part in parts if part)
    yield Dated(row.starts_at.date(), say_hours(*_span(row)), note, struck)


def _span(row: BookingRow) -> tuple[datetime, datetime]:
    return row.starts_at, row.ends_at


def _name(row: BookingRow, rooms: Mapping[int, Room]) -> str:
    room = rooms.get(row.room_id)
    return typeset(room.name) if room else row.room_code


def _state(row: BookingRow, audience: str, rooms: Mapping[int, Room]) -> str:
    """An option or a request is not sure yet; that a group did not come is the team's business."""
    if row.status == Status.NO_SHOW:
        return label_of_status(row.status).lower() if audience == TEAM else ""
    return say_booking(row, audience, rooms).state


def _why_not(row: BookingRow, audience: str) -> str:
    """Why a date is not held; the reason of a cancellation is for the team only."""
    if row.status == Status.DROPPED_CLOSURE:
        reason = typeset(say_reason(row.reason)) or _("fermeture")
        if reason.startswith(_("fermeture")):
            return reason
        return _("fermé\u00a0: {reason}").format(reason=reason)
    if row.reason == SKIPPED:
        return _("non réservée")
    if row.status == Status.REVOKED:
        return _("reprise par le lieu")
    if row.reason == OPTION_EXPIRED:
        return _("option non confirmée")
    if audience == TEAM and row.reason:
        return _("annulée\u00a0: {reason}").format(reason=typeset(row.reason))
    return _("annulée")
