"""*Planning de la semaine* of one room, or of one association: seven days on a time axis.

A4 landscape, for the door of a room or the board of an association. A booking is as tall as it is
long. What holds the room through another one (the whole of a divided room, or a part of it) is
there too, and says which: the room is not free then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.agenda_axis import Axis, Lane, axis_of, in_lanes
from desktop_app.documents.agenda_drawing import (
    DAYS_HEIGHT,
    HOURS_WIDTH,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    Placed,
    draw_agenda,
)
from desktop_app.documents.facts import (
    TEAM,
    DayHours,
    Edition,
    unavailable_on,
)
from desktop_app.documents.frame import Frame, draw_foot
from desktop_app.documents.kinds import draw_legend
from desktop_app.documents.lists import LineList
from desktop_app.documents.sheet import ISO_SIZES, MM, Area, Document, Sheet
from desktop_app.documents.speech import (
    Said,
    say_booking,
    say_count,
    say_dropped,
    say_room,
    say_unavailable,
)
from desktop_app.documents.subject import draw_subject, subject_height
from desktop_app.documents.type import SMALLEST, Faces, load_faces, typeset
from desktop_app.documents.week_columns import CLOSED_WIDTH, Column, make_columns
from desktop_app.domain.bookings import LIVE, BookingRow, Status
from desktop_app.domain.civil_time import Week
from desktop_app.domain.rooms import Room, RoomUnavailability
from desktop_app.wording import _
from desktop_app.wording.dates import say_day_short, say_week

MARGIN = 11 * MM
LEGEND = 22.0
_LIST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """A week of one room, or of one organisation when `room` is None.

    days: seven, Monday first. rooms: all of the venue, to name them. bookings: those that hold the
    room in one way or another, or those of the organisation.
    """

    week: Week
    days: tuple[DayHours, ...]
    rooms: tuple[Room, ...]
    bookings: tuple[BookingRow, ...]
    edition: Edition
    room: Room | None = None
    organisation_name: str = ""
    audience: str = TEAM
    unavailabilities: tuple[RoomUnavailability, ...] = ()

    @property
    def subject(self) -> str:
        """The name at the head of the sheet."""
        return typeset(self.room.name if self.room else self.organisation_name)

    @property
    def held(self) -> tuple[BookingRow, ...]:
        """Bookings that start in this week and hold their room, in time order."""
        return self._of_week(LIVE)

    @property
    def dropped(self) -> tuple[BookingRow, ...]:
        """Dates a closure took away, in time order: shown, never lost."""
        return self._of_week(frozenset({Status.DROPPED_CLOSURE}))

    def _of_week(self, statuses: frozenset[Status]) -> tuple[BookingRow, ...]:
        found = [
            row
            for row in self.bookings
            if row.status in statuses
            and self.week.monday <= row.starts_at.date() <= self.week.sunday
        ]
        return tuple(sorted(found, key=lambda row: (row.starts_at, row.ends_at, row.id)))


class Event(NamedTuple):
    """Something on the axis, and its words."""

    start: datetime
    end: datetime
    said: Said


class Plan(NamedTuple):
    """The sheet before it is drawn. lists: what stands under the grid, or on pages of their own."""

    frame: Frame
    columns: tuple[Column, ...]
    axis: Axis
    placed: tuple[Placed, ...]
    under: tuple[LineList, ...]
    apart: tuple[LineList, ...]


def title(facts: AgendaFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("{subject} – {week}").format(subject=facts.subject, week=say_week(facts.week))


def render(facts: AgendaFacts, fonts: Path) -> Document:
    """The week as a PDF. fonts: the folder of the bundled fonts."""
    width, height = ISO_SIZES["A4"]
    sheet = Sheet(
        load_faces(fonts),
        height,
        width,
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: AgendaFacts) -> None:
    """Lay the week out and draw it on a sheet begun in A4 landscape."""
    plan = lay_out(facts, sheet.faces)
    body, pages = plan.frame.body, 1 + len(plan.apart)
    _draw_head(sheet, plan, facts)
    draw_agenda(sheet, plan.columns, plan.axis, body, plan.placed)
    baseline = plan.axis.top + plan.axis.height + LEGEND - 8
    draw_legend(sheet, body.left, baseline, SMALLEST)
    count = say_count(len(facts.held))
    sheet.text(body.right, baseline, count, sheet.faces.strong, SMALLEST, align="right")
    top = baseline + 8
    for part in plan.under:
        part.draw(sheet, Area(body.left, top, body.width, body.bottom - top))
        top += part.height
    draw_foot(sheet, plan.frame, facts.edition, pages)
    for part in plan.apart:
        sheet.next_page()
        below = _draw_head(sheet, plan, facts)
        part.draw(sheet, Area(body.left, below, body.width, body.bottom - below))
        draw_foot(sheet, plan.frame, facts.edition, pages)


def lay_out(facts: AgendaFacts, faces: Faces) -> Plan:
    """Decide the axis, the lanes, and what is said under the grid instead of in it."""
    width, height = ISO_SIZES["A4"]
    frame = Frame(height, width, MARGIN)
    body = frame.body
    columns = _columns(facts, body)
    top = body.top + subject_height(facts.subject, body.width, faces) + DAYS_HEIGHT
    events = words_of(facts)
    lists = _lists(facts, (), body, faces)
    under = sum(part.height for part in lists)
    room = body.bottom - top - LEGEND - (under if under <= body.height * 0.35 else 0)
    axis = _axis(facts, events, top, room)
    placed, left_over = _place(columns, axis, events)
    if left_over:
        lists = _lists(facts, tuple(left_over), body, faces)
        under = sum(part.height for part in lists)
        if under <= body.height * 0.35:
            axis = _axis(facts, events, top, body.bottom - top - LEGEND - under)
            placed, _again = _place(columns, axis, events)
    if under <= body.height * 0.35:
        return Plan(frame, columns, axis, placed, tuple(lists), ())
    axis = _axis(facts, events, top, body.bottom - top - LEGEND)
    placed, _again = _place(columns, axis, events)
    apart = [piece for part in lists for piece in part.cut(body.bottom - top)]
    return Plan(frame, columns, axis, placed, (), tuple(apart))


def words_of(facts: AgendaFacts) -> tuple[Event, ...]:
    """What stands on the axis, in time order; rooms out of use come before what is booked."""
    return (*_out_of_use(facts), *_booked(facts))


def _out_of_use(facts: AgendaFacts) -> Iterator[Event]:
    rooms = {room.id: room for room in facts.rooms}
    for opening in facts.days:
        midnight = datetime.combine(opening.day, time())
        for out in unavailable_on(opening.day, facts.unavailabilities):
            said = say_unavailable(out, opening.day, facts.audience, rooms)
            start, end = max(out.starts_at, midnight), min(out.ends_at, midnight + timedelta(1))
            yield Event(start, end, said._replace(space=_space(facts, out.room_id, rooms)))


def _booked(facts: AgendaFacts) -> Iterator[Event]:
    rooms = {room.id: room for room in facts.rooms}
    for row in facts.held:
        said = say_booking(row, facts.audience, rooms)
        said = said._replace(space=_space(facts, row.room_id, rooms))
        if facts.room is None:
            said = said._replace(organisation="")
        yield Event(row.starts_at, row.ends_at, said)


def _space(facts: AgendaFacts, room_id: int, rooms: dict[int, Room]) -> str:
    """Where, when that is not the room at the head of the sheet."""
    if facts.room is not None and room_id == facts.room.id:
        return ""
    room = rooms.get(room_id)
    return typeset(room.name) if room else ""


def _columns(facts: AgendaFacts, body: Area) -> tuple[Column, ...]:
    """As in the plan of all rooms, but a run of closed days takes one narrow column for all."""
    busy = frozenset(row.starts_at.date() for row in facts.held)
    left, width = body.left + HOURS_WIDTH, body.width - HOURS_WIDTH
    columns = make_columns(facts.days, busy, left, width)
    closed = sum(column.closed for column in columns)
    if closed == len(columns):
        return columns
    wide = (width - closed * CLOSED_WIDTH) / (len(columns) - closed)
    resized = []
    for column in columns:
        resized.append(column._replace(left=left, width=CLOSED_WIDTH if column.closed else wide))
        left = resized[-1].left + resized[-1].width
    return tuple(resized)


def _axis(facts: AgendaFacts, events: tuple[Event, ...], top: float, height: float) -> Axis:
    """The axis; its end leaves the last block of the day the height its words need."""
    axis = axis_of(facts.days, events, top, height)
    least = timedelta(minutes=axis.minutes_of(LEAST_HEIGHT))
    tall = [event._replace(end=max(event.end, event.start + least)) for event in events]
    return axis_of(facts.days, tall, top, height)


def _place(
    columns: tuple[Column, ...], axis: Axis, events: tuple[Event, ...]
) -> tuple[tuple[Placed, ...], list[Event]]:
    """Each event's column and lane; those without a readable lane apart."""
    least = timedelta(minutes=axis.minutes_of(LEAST_HEIGHT))
    placed: list[Placed] = []
    left_over: list[Event] = []
    for column in columns:
        if column.closed:
            continue
        todays = [event for event in events if event.start.date() == column.day]
        most = max(1, int(column.width / LEAST_WIDTH))
        in_place, rest = in_lanes(todays, least, most)
        placed += [_placed(column, axis, event, lane) for event, lane in in_place]
        left_over += rest
    return tuple(placed), left_over


def _placed(column: Column, axis: Axis, event: Event, lane: Lane) -> Placed:
    midnight = datetime.combine(column.day, time())
    first = (event.start - midnight).total_seconds() / 60
    last = (event.end - midnight).total_seconds() / 60
    top, bottom = axis.at(first), axis.at(last)
    return Placed(column, lane, top, max(bottom - top, LEAST_HEIGHT), event.said)


def _lists(
    facts: AgendaFacts, left_over: tuple[Event, ...], body: Area, faces: Faces
) -> list[LineList]:
    """Under the grid: what found no place in it, and the dates a closure took away."""
    rooms = {room.id: room for room in facts.rooms}
    also = [_say_also(event) for event in left_over]
    dropped = [say_dropped(row, facts.audience, rooms) for row in facts.dropped]
    lists = (
        LineList.of(_("Aussi cette semaine"), also, body.width, _LIST_COLUMNS, faces),
        LineList.of(_("Dates supprimées (fermeture)"), dropped, body.width, _LIST_COLUMNS, faces),
    )
    return [part for part in lists if part.items]


def _say_also(event: Event) -> str:
    said = event.said
    parts = (say_day_short(event.start.date()), said.hours, said.space, said.summary)
    return " · ".join(part for part in parts if part)


def _draw_head(sheet: Sheet, plan: Plan, facts: AgendaFacts) -> float:
    """The subject and its week; where the sheet goes on."""
    where = say_room(facts.room, facts.audience) if facts.room else ""
    return draw_subject(
        sheet,
        plan.frame.body,
        facts.subject,
        " · ".join(part for part in (say_week(facts.week), where) if part),
        (facts.edition, facts.audience),
    )
