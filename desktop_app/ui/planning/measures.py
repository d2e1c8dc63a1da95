"""The measures of the planning at the present text size. Pixels, from the theme's 8 px grid."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.ui.theme import Theme

LONGEST_CELL = 6
"""Lines a cell of the week may ask for; more than that is said as “+ n autres”."""


class Measures(NamedTuple):
    """head, side: the heading of days or hours, the column of rooms. line: a booking of the week.
    strip: the free-or-taken strip of a cell. pad: around what a cell holds. gap: between lines.
    row, row_most: height of a room's row on the day. column, narrow: width of a day of the week,
    of one that is closed and empty. minute: least pixels of a minute of the day, times 100."""

    head: int
    side: int
    line: int
    strip: int
    pad: int
    gap: int
    row: int
    row_most: int
    column: int
    narrow: int
    minute: int
    label: int


def measures_of(theme: Theme) -> Measures:
    px = theme.px
    text = theme.metrics("small").height()
    strong = theme.metrics("small_strong").height()
    label = theme.metrics("strong").height() + text + px(8)
    # At 200 % the rooms' column may not eat the planning: it grows slower than the text.
    side = px(138) if theme.scale <= 130 else px(84) + 70
    return Measures(
        head=max(px(34), text + px(16)),
        side=side,
        line=max(px(22), strong + px(5)),
        strip=px(5),
        pad=px(4),
        gap=px(3),
        row=max(px(46), strong + text + px(12)),
        row_most=px(76),
        column=px(120),
        narrow=px(76),
        minute=px(85),
        label=label,
    )
