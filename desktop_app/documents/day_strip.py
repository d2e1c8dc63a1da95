"""The day's strip: every room on one time axis, so that what is free is seen without reading.

It carries no words but rooms, hours and letters: what each booking is stands in the list below,
and there only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise

from desktop_app.documents.facts import DayFacts, unavailable_on
from desktop_app.documents.kinds import look_of
from desktop_app.documents.room_rows import group_rooms, touching
from desktop_app.documents.sheet import HAIRLINE, LINE, MUTED, SHADE, WHITE, Area, Sheet
from desktop_app.documents.type import SMALLEST, fit, typeset
from desktop_app.domain.bookings import Status, family
from desktop_app.wording.dates import say_time
from desktop_app.wording.labels import letter_of_kind

ROW, AXIS = 14.5, 13.0
_NAME = 92.0
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Axis:
    """Minutes from the day's midnight to places across the page; ends may pass midnight."""

    midnight: datetime
    first: int
    last: int
    left: float
    width: float

    def at(self, minute: int) -> float:
        within = min(max(minute, self.first), self.last)
        return self.left + self.width * (within - self.first) / (self.last - self.first)

    def minute(self, moment: datetime) -> int:
        return (moment - self.midnight) // _MINUTE


def strip_height(facts: DayFacts) -> float:
    """Height of the whole strip."""
    return AXIS + ROW * sum(not room.is_composite for room in facts.rooms)


def draw_strip(sheet: Sheet, area: Area, facts: DayFacts) -> None:
    """Draw the strip at the top of an area."""
    rooms = [room for group in group_rooms(facts.rooms) for room in group]
    axis = _axis(facts, area)
    top = area.top + AXIS
    bottom = top + ROW * len(rooms)
    _draw_shut(sheet, facts, axis, top, bottom)
    _draw_hours(sheet, axis, area.top, bottom)
    for row, room in enumerate(rooms):
        name = fit(typeset(room.name), sheet.faces.strong, SMALLEST, _NAME - 6, 1)
        baseline = top + ROW * row + ROW * 0.72
        sheet.lines(area.left, baseline, name, sheet.faces.strong, SMALLEST, 0)
        sheet.line(area.left, top + ROW * row, area.right, top + ROW * row)
    sheet.line(area.left, bottom, area.right, bottom)
    rows = {room.id: row for row, room in enumerate(rooms)}
    for bar in _bars(facts, rows, axis, top):
        bar.draw(sheet)


def _axis(facts: DayFacts, area: Area) -> Axis:
    midnight = datetime.combine(facts.opening.day, time())
    spans = [(span.start, span.end) for span in facts.opening.hours]
    spans += [(row.starts_at, row.ends_at) for row in facts.held]
    starts = [(start - midnight) // _MINUTE for start, _end in spans] or [9 * 60]
    ends = [(end - midnight) // _MINUTE for _start, end in spans] or [18 * 60]
    first = min(starts) // 60 * 60
    last = max(first + 60, min(-(-max(ends) // 60) * 60, 30 * 60))
    # The last hour is named around its tick, which must not reach into the margin.
    return Axis(midnight, first, last, area.left + _NAME, area.width - _NAME - 12)


def _draw_hours(sheet: Sheet, axis: Axis, top: float, bottom: float) -> None:
    """Ticks every hour; as many of them named as there is room for."""
    face = sheet.faces.regular
    hour_width = axis.width * 60 / (axis.last - axis.first)
    widest = face.measure(say_time(time(20)), SMALLEST) + 6
    every = next(step for step in (1, 2, 3, 4, 6, 12, 24) if hour_width * step >= widest)
    for place, minute in enumerate(range(axis.first, axis.last + 1, 60)):
        x = axis.at(minute)
        sheet.line(x, top + AXIS, x, bottom, colour=LINE)
        if place % every:
            continue
        words = say_time(time(minute // 60 % 24))
        sheet.text(x, top + SMALLEST, words, face, SMALLEST, MUTED, align="centre")


def _draw_shut(sheet: Sheet, facts: DayFacts, axis: Axis, top: float, bottom: float) -> None:
    """Hatch the hours at which the venue is not open."""
    edges = [axis.first]
    for span in facts.opening.hours:
        edges += [axis.minute(span.start), axis.minute(span.end)]
    edges.append(axis.last)
    for start, end in list(pairwise(edges))[::2]:
        if end > start:
            left = axis.at(start)
            sheet.slant(Area(left, top, axis.at(end) - left, bottom - top), step=6)


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time in one room, or in several neighbours for a composite."""

    area: Area
    family: str
    letter: str
    option: bool = False

    def draw(self, sheet: Sheet) -> None:
        look = look_of(self.family)
        if self.option:
            sheet.box(self.area, fill=WHITE, edge=look.solid, width=0.8, dash="2.4 1.6")
        else:
            fill = look.soft if self.family else WHITE
            sheet.box(self.area, fill=fill, edge=look.solid, width=HAIRLINE * 1.5)
        if not self.family:
            sheet.slant(self.area, step=4, colour=SHADE)
            return
        sheet.box(Area(self.area.left, self.area.top, 2, self.area.height), fill=look.solid)
        middle = self.area.top + self.area.height / 2
        if self.area.width > SMALLEST + 5:
            sheet.text(
                self.area.left + 5,
                middle + SMALLEST * 0.36,
                self.letter,
                sheet.faces.bold,
                SMALLEST,
            )


def _bars(facts: DayFacts, rows: dict[int, int], axis: Axis, top: float) -> Iterator[Bar]:
    parts = {room.id: room.elementary_ids for room in facts.rooms}
    for out in unavailable_on(facts.opening.day, facts.unavailabilities):
        start, end = axis.minute(out.starts_at), axis.minute(out.ends_at)
        for area in _areas(parts[out.room_id], rows, axis, (start, end), top):
            yield Bar(area, "", "")
    for row in facts.held:
        start, end = axis.minute(row.starts_at), axis.minute(row.ends_at)
        option = row.status in (Status.OPTION, Status.PENDING)
        for area in _areas(parts[row.room_id], rows, axis, (start, end), top):
            yield Bar(area, family(row.kind), letter_of_kind(row.kind), option)


def _areas(
    room_ids: Sequence[int],
    rows: dict[int, int],
    axis: Axis,
    minutes: tuple[int, int],
    top: float,
) -> Iterator[Area]:
    left, right = axis.at(minutes[0]), axis.at(minutes[1])
    if right <= left:
        return
    for first, last in touching(rows[room_id] for room_id in room_ids if room_id in rows):
        above = top + ROW * first + 1.5
        yield Area(left + 0.4, above, right - left - 0.8, ROW * (last - first + 1) - 3)
