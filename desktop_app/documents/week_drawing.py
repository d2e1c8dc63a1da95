"""Drawing the week plan's grid: days above, rooms at the left, blocks, closed bands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.blocks import draw_block
from desktop_app.documents.closed_band import draw_closed_band
from desktop_app.documents.facts import DayHours
from desktop_app.documents.sheet import (
    HAIRLINE,
    INK,
    MUTED,
    PAPER,
    RULE,
    SHADE,
    Area,
    Sheet,
)
from desktop_app.documents.speech import capital, say_hours_of
from desktop_app.documents.type import SMALLEST, Faces, Fitted, fit
from desktop_app.documents.week_columns import Column
from desktop_app.documents.week_rows import GAP, Group, Placed, RoomHead
from desktop_app.wording.dates import say_day_short, say_day_without_year

DAY_SIZE = 10.5
INSET = 5.0
_LEADING = 11.5


class DayRow(NamedTuple):
    """The row of days: its height, the same on every page, and where the hours stand in it."""

    height: float
    beside: bool
    short: bool
    short_closed: bool

    @classmethod
    def of(cls, columns: Sequence[Column], faces: Faces) -> DayRow:
        """Hours stand at the right of the day's name where every column allows it, else below."""
        short = any(_is_tight(column, faces) for column in columns if not column.closed)
        short_closed = any(_is_tight(column, faces) for column in columns if column.closed)
        if all(_fits_beside(column, short, faces) for column in columns):
            return cls(DAY_SIZE * 1.9, True, short, short_closed)
        most = max(len(_hours(column, faces).lines) for column in columns)
        height = DAY_SIZE * 1.5 + max(most, 1) * _LEADING + 5
        return cls(height, False, short, short_closed)

    def name(self, day: DayHours, column: Column) -> str:
        """The day's name, short on all columns of a kind as soon as one needs it."""
        return _day_name(day, self.short_closed if column.closed else self.short)


def _days_of(column: Column) -> list[tuple[DayHours, float, float]]:
    """Each day of a column with the left and the width its words may take."""
    each = column.width / len(column.days)
    return [
        (day, column.left + place * each + INSET, each - 2 * INSET)
        for place, day in enumerate(column.days)
    ]


def _is_tight(column: Column, faces: Faces) -> bool:
    return any(
        faces.bold.measure(_day_name(day, short=False), DAY_SIZE) > width
        for day, _left, width in _days_of(column)
    )


def _fits_beside(column: Column, short: bool, faces: Faces) -> bool:
    words = _hours_of(column)
    if not words:
        return True
    day, _left, width = _days_of(column)[0]
    name = faces.bold.measure(_day_name(day, short), DAY_SIZE)
    return name + faces.regular.measure(words, SMALLEST) + 8 <= width


def _day_name(day: DayHours, short: bool) -> str:
    return capital(say_day_short(day.day) if short else say_day_without_year(day.day))


def _hours_of(column: Column) -> str:
    """The day's hours; nothing for a closed column, whose band says why."""
    return "" if column.closed else say_hours_of(column.days[0])


def _hours(column: Column, faces: Faces) -> Fitted:
    return fit(_hours_of(column), faces.regular, SMALLEST, column.width - 2 * INSET, 3)


def draw_grid(
    sheet: Sheet,
    area: Area,
    days: DayRow,
    columns: Sequence[Column],
    groups: Sequence[Group],
) -> float:
    """Draw one page's grid at the top of an area; where it ends."""
    above = days.height
    right = columns[-1].left + columns[-1].width
    height = sum(group.height for group in groups)
    top, bottom = area.top + above, area.top + above + height
    sheet.box(Area(area.left, area.top, right - area.left, above), fill=PAPER)
    _draw_days(sheet, area.top, columns, days)
    rows = Area(area.left, top, right - area.left, height)
    _draw_rows(sheet, rows, columns, groups)
    for column in columns:
        if column.closed:
            band = Area(column.left, top, column.width, height)
            size = 11.0 if column.width > 120 else SMALLEST + 0.5
            draw_closed_band(sheet, band, column.days[0].closed, size)
        sheet.line(column.left, area.top, column.left, bottom)
    sheet.line(area.left, top, right, top, width=RULE, colour=INK)
    sheet.box(Area(area.left, area.top, right - area.left, above + height), edge=INK, width=RULE)
    return bottom


def _draw_days(sheet: Sheet, top: float, columns: Sequence[Column], days: DayRow) -> None:
    bold, regular = sheet.faces.bold, sheet.faces.regular
    baseline = top + DAY_SIZE * 1.35
    for column in columns:
        for day, left, width in _days_of(column):
            name = fit(days.name(day, column), bold, DAY_SIZE, width, 1)
            sheet.lines(left, baseline, name, bold, DAY_SIZE, 0)
        left, right = column.left + INSET, column.left + column.width - INSET
        hours = _hours(column, sheet.faces)
        if days.beside:
            words = "".join(hours.lines)
            sheet.text(right, baseline, words, regular, SMALLEST, MUTED, align="right")
        else:
            sheet.lines(left, baseline + _LEADING + 1, hours, regular, SMALLEST, _LEADING, MUTED)


def _draw_rows(
    sheet: Sheet,
    area: Area,
    columns: Sequence[Column],
    groups: Sequence[Group],
) -> None:
    """Room by room, each room's days from left to right: the order in which text is read."""
    shown = set(columns)
    top = area.top
    for group in groups:
        tops = [top]
        for height in group.heights:
            tops.append(tops[-1] + height)
            sheet.line(area.left, tops[-1], area.right, tops[-1], width=HAIRLINE, colour=SHADE)
        for row, head in enumerate(group.heads):
            _draw_head(sheet, area.left, tops[row], head)
            for stack in group.stacks:
                if stack.first == row and stack.column in shown:
                    _draw_stack(sheet, tops, stack)
        top = tops[-1]


def _draw_head(sheet: Sheet, left: float, top: float, head: RoomHead) -> None:
    bold, regular = sheet.faces.bold, sheet.faces.regular
    left, baseline = left + INSET, top + GAP + head.size
    baseline = sheet.lines(left, baseline, head.lines, bold, head.size, head.size * 1.2)
    sheet.lines(left, baseline, head.below, regular, SMALLEST, 0, MUTED)


def _draw_stack(sheet: Sheet, tops: Sequence[float], stack: Placed) -> None:
    top = tops[stack.first] + GAP
    tall = tops[stack.last + 1] - tops[stack.first] - 2 * GAP
    across = stack.last > stack.first
    for block in stack.blocks:
        # A booking across several rooms reaches to the last one's foot, so that both look taken.
        height = tall if across and len(stack.blocks) == 1 else block.height
        draw_block(sheet, Area(stack.left, top, stack.width, height), block)
        top += height + GAP
