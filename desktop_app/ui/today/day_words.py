"""A booking of the board in words: for a tooltip and for a screen reader. Names nobody discreet."""

from __future__ import annotations

from desktop_app.domain.bookings import BookingRow, Status
from desktop_app.domain.rooms import Room
from desktop_app.ui.widgets.booking_face import title_of
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_date, say_hours
from desktop_app.wording.labels import label_of_kind, label_of_status


def say_state(row: BookingRow) -> str:
    """“Sur place”; an option with its last day."""
    if row.status == Status.OPTION and row.option_expires_on is not None:
        return _("Option jusqu’au {day}").format(day=say_date(row.option_expires_on))
    return label_of_status(row.status)


def say_booking(row: BookingRow, room: Room, late_minutes: int = 0) -> str:
    """A booking in one breath: what, who, where, when, in what state."""
    said = _("{title}, {kind}, {room}, {hours}, {status}").format(
        title=title_and_group(row),
        kind=label_of_kind(row.kind),
        room=room.name,
        hours=say_hours(row.starts_at, row.ends_at),
        status=say_state(row),
    )
    if late_minutes > 0:
        return _("{booking}, {late}").format(booking=said, late=say_late(late_minutes))
    return said


def say_late(minutes: int) -> str:
    """“25 min de retard”."""
    return _("{n} min de retard").format(n=minutes)


def title_and_group(row: BookingRow) -> str:
    """The title, and the group that is behind it when it may be named and says more."""
    title, group = title_of(row), row.organisation_name
    if row.discreet or not group or group == title:
        return title
    return _("{title} – {group}").format(title=title, group=group)


def tip_of(row: BookingRow, room: Room) -> str:
    """The lines of a tooltip."""
    lines = [title_of(row)]
    if row.organisation_name and not row.discreet and row.organisation_name != row.title:
        lines.append(row.organisation_name)
    lines.append(_("{kind} · {status}").format(kind=label_of_kind(row.kind), status=say_state(row)))
    lines.append(
        _("{room} · {hours}").format(room=room.name, hours=say_hours(row.starts_at, row.ends_at))
    )
    if row.heads:
        lines.append(n_("{n} personne", "{n} personnes", row.heads).format(n=row.heads))
    return "\n".join(lines)
