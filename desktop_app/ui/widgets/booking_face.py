"""How a booking presents itself on a plan: its words, its family, its state. No pixel yet.

The home screen's timeline and the planning both ask here, so that a discreet booking is discreet
everywhere and a state has the same sign everywhere.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from desktop_app.domain.bookings import BookingRow, Kind, Status, family
from desktop_app.wording import _, language, n_
from desktop_app.wording.labels import label_of_kind, label_of_status, letter_of_kind
from desktop_app.wording.phrases import NARROW

LATE_AFTER = timedelta(minutes=1)
"""Once begun by this much without an arrival, a confirmed booking is marked late."""


class BlockFace(NamedTuple):
    """What one block shows.

    family: `meeting`, `permanence`, `training` or `event` (a token's name). letter: its letter.
    is_held: an option or a request: it holds the place and may go; drawn dashed and hatched.
    mark, mark_tone: an icon's name and its colour, empty for none. is_over: its time has passed.
    """

    family: str
    letter: str
    title: str
    detail: str = ""
    hours: str = ""
    start: str = ""
    is_held: bool = False
    mark: str = ""
    mark_tone: str = ""
    is_over: bool = False


def face_of(row: BookingRow, now: datetime | None = None, *, space: str = "") -> BlockFace:
    """The face of a booking. now: to tell what is late or over; None leaves both out.

    space: the name of its room, said when the block stands in the row of one of its parts.
    """
    mark, tone = _mark(row, now)
    start = _tight(row.starts_at)
    return BlockFace(
        family=family(row.kind).value,
        letter=letter_of_kind(row.kind),
        title=title_of(row),
        detail=_detail(row, space),
        hours=f"{start}–{_tight(row.ends_at)}",
        start=start,
        is_held=row.status in (Status.OPTION, Status.PENDING),
        mark=mark,
        mark_tone=tone,
        is_over=now is not None and row.ends_at <= now,
    )


def title_of(row: BookingRow) -> str:
    """What a screen that the hall can read calls a booking: never the name of a discreet one."""
    if row.discreet:
        if family(row.kind) is Kind.PERMANENCE:
            return _("Permanence associative")
        return label_of_kind(family(row.kind))
    return row.title or row.organisation_name or label_of_kind(row.kind)


def _detail(row: BookingRow, space: str) -> str:
    parts = [label_of_kind(row.kind)]
    if space:
        parts.append(space)
    if row.heads:
        parts.append(n_("{n} p.", "{n} p.", row.heads).format(n=row.heads))
    if row.status in (Status.OPTION, Status.PENDING):
        parts.append(label_of_status(row.status).lower())
    elif row.organisation_name and not row.discreet and row.organisation_name != row.title:
        parts.append(row.organisation_name)
    return " · ".join(parts)


def _mark(row: BookingRow, now: datetime | None) -> tuple[str, str]:
    if row.status == Status.ARRIVED:
        return "circle-check", "ok"
    if row.status == Status.DONE:
        return "check", "muted"
    if row.status in (Status.OPTION, Status.PENDING):
        return "hourglass", family(row.kind).value
    if now is not None and row.starts_at + LATE_AFTER <= now < row.ends_at:
        return "circle-alert", "error"
    if row.discreet:
        return "eye-off", "muted"
    return "", ""


def say_tight(start: datetime, end: datetime) -> str:
    """“9 h 30–11 h” with narrow spaces, for blocks that have no room for more."""
    return f"{_tight(start)}–{_tight(end)}"


def _tight(moment: datetime) -> str:
    if language() != "fr":
        return f"{moment.hour:02d}:{moment.minute:02d}"
    if moment.minute == 0:
        return f"{moment.hour}{NARROW}h"
    return f"{moment.hour}{NARROW}h{NARROW}{moment.minute:02d}"
