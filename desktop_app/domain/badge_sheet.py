"""Sheets of badges: cards on A4, sheets of labels, a roll; where each badge lies. Millimetres.

Pure: everyone may enter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.domain.refusals import Refusal

LEAST_WIDTH, LEAST_HEIGHT = 50.0, 30.0
"""Smaller badges would have no place for a pattern that is read at arm's length, and a name."""

_SLACK = 0.05


class Place(NamedTuple):
    """Left and top of a badge on its sheet."""

    left: float
    top: float


@dataclass(frozen=True, slots=True)
class BadgeSheet:
    """A grid of badges. left, top: the margins; gap_x, gap_y: between badges.

    shift_x, shift_y: what the calibration page showed that the printer is off, to the right and
    down. cut_marks: short lines outside the badges, for the cutter.
    """

    paper_width: float = 210.0
    paper_height: float = 297.0
    columns: int = 2
    rows: int = 5
    width: float = 85.6
    height: float = 54.0
    left: float = 19.4
    top: float = 13.5
    gap_x: float = 0.0
    gap_y: float = 0.0
    cut_marks: bool = True
    shift_x: float = 0.0
    shift_y: float = 0.0

    @property
    def per_sheet(self) -> int:
        return self.columns * self.rows

    @property
    def is_roll(self) -> bool:
        """One label a page."""
        return self.per_sheet == 1

    def checked(self) -> BadgeSheet:
        """The same if badges fit on the paper. Raises `badge_sheet_empty`, `badge_too_small`,
        `badge_sheet_too_wide`, `badge_sheet_too_high`, each on its field.
        """
        if self.columns < 1 or self.rows < 1:
            raise Refusal("badge_sheet_empty", field="columns" if self.columns < 1 else "rows")
        for field, value, least in (
            ("width", self.width, LEAST_WIDTH),
            ("height", self.height, LEAST_HEIGHT),
        ):
            if value < least:
                raise Refusal("badge_too_small", field=field, least=least)
        wide = self.left + self.columns * self.width + (self.columns - 1) * self.gap_x
        high = self.top + self.rows * self.height + (self.rows - 1) * self.gap_y
        if min(self.left, self.gap_x) < 0 or wide > self.paper_width + _SLACK:
            raise Refusal("badge_sheet_too_wide", field="left", over=wide - self.paper_width)
        if min(self.top, self.gap_y) < 0 or high > self.paper_height + _SLACK:
            raise Refusal("badge_sheet_too_high", field="top", over=high - self.paper_height)
        return self

    def place(self, number: int) -> Place:
        """Where the badge of this place lies; 0 is the first of the sheet, rows first."""
        row, column = divmod(number, self.columns)
        return Place(
            self.left + column * (self.width + self.gap_x) + self.shift_x,
            self.top + row * (self.height + self.gap_y) + self.shift_y,
        )

    def back_of(self, number: int) -> Place:
        """Where the back of that badge lies when the sheet is turned over its long side."""
        front = replace(self, shift_x=0.0).place(number)
        return Place(self.paper_width - front.left - self.width + self.shift_x, front.top)

    def sheets(self, badges: int, start: int = 1) -> Iterator[tuple[tuple[int, int], ...]]:
        """For each sheet, (badge, place) pairs; start: the first label still there, from 1.

        Raises `badge_start_unknown`.
        """
        if not 1 <= start <= self.per_sheet:
            raise Refusal("badge_start_unknown", field="start", most=self.per_sheet)
        places = [(badge, badge + start - 1) for badge in range(badges)]
        for first in range(0, badges + start - 1, self.per_sheet):
            last = first + self.per_sheet
            on_it = [(badge, place - first) for badge, place in places if first <= place < last]
            yield tuple(on_it)


def read_millimetres(text: str, *, field: str) -> float:
    """“4,5”, “4.5 mm”, “-1”: a length as people write it. Raises `millimetres_unreadable`."""
    plain = text.casefold().removesuffix("mm").strip().replace(",", ".").replace("−", "-")
    if not re.fullmatch(r"-?\d{1,3}(\.\d{1,2})?", plain):
        raise Refusal("millimetres_unreadable", field=field)
    return float(plain)


CARDS = BadgeSheet()
SHEETS: dict[str, BadgeSheet] = {
    "cards": CARDS,
    "labels_63": BadgeSheet(
        *(210.0, 297.0, 3, 7, 63.5, 38.1, 7.2, 15.15), gap_x=2.54, cut_marks=False
    ),
    "labels_99": BadgeSheet(
        *(210.0, 297.0, 2, 4, 99.1, 67.7, 4.65, 13.1), gap_x=2.5, cut_marks=False
    ),
    "roll_62": BadgeSheet(*(62.0, 90.0, 1, 1, 62.0, 90.0, 0.0, 0.0), cut_marks=False),
}
"""Common sheets by their key; the roll is 62 mm wide and cut by the printer."""
