"""Drawing a week on a time axis: hours at the left, a column for each day, blocks to scale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from itertools import pairwise
from typing import NamedTuple

from desktop_app.documents.agenda_axis import Axis, Lane, minute_of
from desktop_app.documents.agenda_blocks import draw_fill, fill_block, least_height
from desktop_app.documents.closed_band import draw_closed_band
from desktop_app.documents.facts import DayHours
from desktop_app.documents.sheet import HAIRLINE, INK, LINE, MUTED, PAPER, RULE, Area, Sheet
from desktop_app.documents.speech import Said, capital, say_hours_of
from desktop_app.documents.type import SMALLEST, Face, Faces, fit
from desktop_app.documents.week_columns import Column
from desktop_app.wording import _
from desktop_app.wording.dates import say_day_short, say_day_without_year, say_time

HOURS_WIDTH = 38.0
DAYS_HEIGHT = 33.0
LEAST_WIDTH = 62.0
"""Below this width a line of 9 points says nothing (points)."""

_DAY_SIZE, _INSET, _GAP = 10.5, 5.0, 1.6
LEAST_HEIGHT = least_height() + _GAP
"""A block is at least one line tall (points)."""


class Placed(NamedTuple):
    """A block in its column: its lane, where its time begins, how tall it is."""

    column: Column
    lane: Lane
    top: float
    height: float
    said: Said

    @property
    def area(self) -> Area:
        """Its place on the page, a little air all around."""
        width = (self.column.width - _GAP) / self.lane.of
        left = self.column.left + _GAP + self.lane.place * width
        return Area(left, self.top + _GAP / 2, width - _GAP, self.height - _GAP)


def draw_agenda(
    sheet: Sheet, columns: Sequence[Column], axis: Axis, body: Area, placed: Sequence[Placed]
) -> None:
    """Draw the grid and its blocks, day after day: the order in which one reads."""
    head = Area(body.left, axis.top - DAYS_HEIGHT, body.width, DAYS_HEIGHT)
    grid = Area(body.left, axis.top, body.width, axis.height)
    sheet.box(head, fill=PAPER)
    _draw_hours(sheet, grid, axis)
    short = _is_short(columns, sheet.faces)
    for column in columns:
        _draw_day(sheet, column, head, short=short)
        place = Area(column.left, grid.top, column.width, grid.height)
        if column.closed:
            draw_closed_band(sheet, place, column.days[0].closed, SMALLEST + 1)
        else:
            _draw_shut(sheet, column.days[0], axis, place)
            for one in placed:
                if one.column is column:
                    _draw_placed(sheet, one)
        sheet.line(column.left, head.top, column.left, grid.bottom)
    sheet.line(body.left, grid.top, body.right, grid.top, width=RULE, colour=INK)
    outline = Area(body.left, head.top, body.width, head.height + grid.height)
    sheet.box(outline, edge=INK, width=RULE)


def _draw_placed(sheet: Sheet, placed: Placed) -> None:
    area = placed.area
    fill = fill_block(placed.said, area.width, area.height, sheet.faces)
    draw_fill(sheet, area, placed.said, fill)


def _draw_hours(sheet: Sheet, grid: Area, axis: Axis) -> None:
    """A hairline at each hour; its name at the left, below the line it begins."""
    face = sheet.faces.regular
    hour = axis.height * 60 / (axis.last - axis.first)
    every = 1 if hour >= SMALLEST * 1.4 else 2
    for place, minute in enumerate(axis.hours):
        y = axis.at(minute)
        sheet.line(grid.left, y, grid.right, y, colour=LINE, width=HAIRLINE)
        if place % every == 0 and y + SMALLEST + 3 < grid.bottom:
            words = say_time(time(minute // 60 % 24))
            right = grid.left + HOURS_WIDTH - _INSET
            sheet.text(right, y + SMALLEST + 1.5, words, face, SMALLEST, MUTED, align="right")


def _is_short(columns: Sequence[Column], faces: Faces) -> bool:
    """Do the open days take their short names, because one of them must?"""
    return any(
        faces.bold.measure(capital(say_day_without_year(column.day)), _DAY_SIZE)
        > column.width - 2 * _INSET
        for column in columns
        if not column.closed
    )


def _draw_day(sheet: Sheet, column: Column, head: Area, *, short: bool) -> None:
    """The day's name, and its opening hours below."""
    say = say_day_short if short else say_day_without_year
    lines = [(capital(say(column.day)), sheet.faces.bold, _DAY_SIZE, INK)]
    if column.closed:
        lines = _closed_days(sheet, column)
    else:
        hours = say_hours_of(column.days[0])
        lines.append((hours, sheet.faces.regular, SMALLEST, MUTED))
    for place, (words, face, size, colour) in enumerate(lines):
        shown = fit(words, face, size, column.width - 2 * _INSET, 1)
        baseline = head.top + 14 + place * 12.5
        sheet.lines(column.left + _INSET, baseline, shown, face, size, 0, colour)


def _closed_days(sheet: Sheet, column: Column) -> list[tuple[str, Face, float, str]]:
    """One day, two under one another, or the first and the last of a longer run."""
    names = [capital(say_day_short(day.day)) for day in column.days]
    if len(names) > 2:
        last = say_day_short(column.days[-1].day)
        names = [names[0], _("au {day}").format(day=last)]
    return [(name, sheet.faces.bold, _DAY_SIZE, INK) for name in names]


def _draw_shut(sheet: Sheet, day: DayHours, axis: Axis, place: Area) -> None:
    """Slant the hours at which the venue is not open that day."""
    edges = [axis.first]
    for span in day.hours:
        edges += [minute_of(day.day, span.start), minute_of(day.day, span.end)]
    edges.append(axis.last)
    for start, end in list(pairwise(edges))[::2]:
        if end > start:
            top = axis.at(start)
            sheet.slant(Area(place.left, top, place.width, axis.at(end) - top), step=6)
