"""Faces only the planning shows: a room out of use; and the whole of a booking in words."""

from __future__ import annotations

from desktop_app.domain.bookings import BookingRow, Status
from desktop_app.domain.rooms import RoomUnavailability
from desktop_app.domain.venue import Venue
from desktop_app.ui.widgets.booking_face import BlockFace, say_tight, title_of
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_short, say_day_without_year, say_hours
from desktop_app.wording.labels import label_of_kind, label_of_status


def unavailable_face(period: RoomUnavailability) -> BlockFace:
    """A time at which a room cannot be used."""
    hours = say_tight(period.starts_at, period.ends_at)
    return BlockFace(
        family="neutral",
        letter="×",
        title=_("Indisponible"),
        detail=period.reason,
        hours=hours,
        start=hours.split("–")[0],
        is_held=True,
    )


def say_booking(row: BookingRow, venue: Venue) -> str:
    """A booking in one breath, for a screen reader: what, where, when, in what state."""
    return _("{title}, {kind}, {room}, {day}, {hours}, {status}").format(
        title=title_of(row),
        kind=label_of_kind(row.kind),
        room=venue.room(row.room_id).name,
        day=say_day_without_year(row.starts_at.date()),
        hours=say_hours(row.starts_at, row.ends_at),
        status=_state(row),
    )


def _state(row: BookingRow) -> str:
    if row.status == Status.OPTION and row.option_expires_on is not None:
        return _("option jusqu’au {day}").format(day=say_day_short(row.option_expires_on))
    return label_of_status(row.status)


def tip_of(row: BookingRow, venue: Venue) -> str:
    """The lines of a tooltip. Names no person and no discreet organisation: the hall reads it."""
    room = venue.room(row.room_id)
    lines = [title_of(row)]
    if row.organisation_name and not row.discreet and row.organisation_name != row.title:
        lines.append(row.organisation_name)
    lines.append(_("{kind} · {status}").format(kind=label_of_kind(row.kind), status=_state(row)))
    lines.append(
        _("{room} · {hours}").format(room=room.name, hours=say_hours(row.starts_at, row.ends_at))
    )
    if row.heads:
        lines.append(n_("{n} personne", "{n} personnes", row.heads).format(n=row.heads))
    if row.series_code and not row.discreet:
        lines.append(_("Série {code}").format(code=row.series_code))
    if row.original_day is not None and row.original_day != row.starts_at.date():
        lines.append(_("Déplacée du {day}").format(day=say_day_short(row.original_day)))
    return "\n".join(lines)
