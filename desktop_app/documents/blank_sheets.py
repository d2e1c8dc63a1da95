"""Sheets to fill in by hand, when the PC is out of order: what they share, and which there are.

A blank sheet has a title, lines for what is always asked, a table to write in, and says when it was
printed. It knows the venue's rooms and hours, nothing of its bookings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from desktop_app.documents.facts import DayHours, Edition
from desktop_app.documents.sheet import INK, MUTED, Area, Sheet
from desktop_app.documents.type import SMALLEST, fit, typeset
from desktop_app.domain.rooms import Room

TITLE = 20.0
ROW_TO_WRITE_IN = 24.0
"""The least height of a line that a hand fills (points)."""

_ASKED = 11.0


@dataclass(frozen=True, slots=True)
class BlankFacts:
    """The venue for a blank sheet. opens, closes: its longest day (minutes from midnight).

    opening: the day it is for, when that is known.
    """

    rooms: tuple[Room, ...]
    edition: Edition
    opens: int = 9 * 60
    closes: int = 21 * 60
    opening: DayHours | None = None


def half_hours(facts: BlankFacts) -> tuple[tuple[time, time], ...]:
    """Every half-hour of the longest day."""
    first, last = facts.opens // 30, -(-facts.closes // 30)
    return tuple((_at(place), _at(place + 1)) for place in range(first, max(first + 1, last)))


def _at(half_hour: int) -> time:
    return time(half_hour // 2 % 24, half_hour % 2 * 30)


def draw_blank_head(
    sheet: Sheet, body: Area, title: str, heading: str, asked: Sequence[Sequence[tuple[str, str]]]
) -> float:
    """Title, whose sheet it is, and rows of lines to fill; where the sheet goes on.

    asked: rows of (word, what is known already), each row shared evenly.
    """
    bold, strong, regular = sheet.faces.bold, sheet.faces.strong, sheet.faces.regular
    sheet.text(body.left, body.top + TITLE * 0.86, title, bold, TITLE)
    room = body.width - bold.measure(title, TITLE) - 16
    for line in fit(typeset(heading), strong, SMALLEST, room, 1).lines:
        y = body.top + TITLE * 0.86
        sheet.text(body.right, y, line, strong, SMALLEST, MUTED, align="right")
    baseline = body.top + TITLE + 24
    for row in asked:
        width = (body.width - 16 * (len(row) - 1)) / len(row)
        for place, (word, known) in enumerate(row):
            left = body.left + place * (width + 16)
            sheet.text(left, baseline, word, regular, _ASKED)
            start = left + regular.measure(word, _ASKED) + 6
            if known:
                sheet.text(start, baseline, known, strong, _ASKED)
            else:
                sheet.line(start, baseline + 2, left + width, baseline + 2, colour=INK)
        baseline += ROW_TO_WRITE_IN
    return baseline - 8
