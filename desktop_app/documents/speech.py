"""What a sheet says of a booking, and to whom. The one place that decides what the public may read.

A sheet never takes words from a `BookingRow` by itself: it asks here, so that nothing of a discreet
booking, no person, no telephone and no headcount can reach a wall.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop_app.documents.facts import TEAM, DayHours, Edition
from desktop_app.documents.type import typeset
from desktop_app.domain.bookings import BookingRow, Kind, Status, family
from desktop_app.domain.rooms import Room, RoomUnavailability
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day, say_day_short, say_hours, say_moment, say_time
from desktop_app.wording.labels import label_of_kind, letter_of_kind
from desktop_app.wording.reasons import say_reason


class Said(NamedTuple):
    """The words for one booking. Empty where there is nothing to say to this audience."""

    booking_id: int
    family: str
    letter: str
    hours: str
    title: str
    organisation: str = ""
    aside: str = ""
    state: str = ""
    option: bool = False
    overnight: bool = False
    space: str = ""

    @property
    def summary(self) -> str:
        """Title and organisation on one line."""
        return f"{self.title} · {self.organisation}" if self.organisation else self.title


def say_booking(row: BookingRow, audience: str, rooms: Mapping[int, Room]) -> Said:
    """The words for a booking on a sheet for this audience (`team` or `public`)."""
    team = audience == TEAM
    option = row.status in (Status.OPTION, Status.PENDING)
    room = rooms.get(row.room_id)
    title, organisation = _title_and_organisation(row, team)
    return Said(
        booking_id=row.id,
        family=family(row.kind),
        letter=letter_of_kind(row.kind),
        hours=say_hours(row.starts_at, row.ends_at),
        title=title,
        organisation=organisation,
        aside=_aside(row) if team else "",
        state=_state(row, team) if option else "",
        option=option,
        overnight=row.ends_at.date() > row.starts_at.date(),
        space=typeset(room.name) if room is not None and room.is_composite else "",
    )


def _title_and_organisation(row: BookingRow, team: bool) -> tuple[str, str]:
    if row.discreet and not team:
        return discreet_title(row.kind), ""
    organisation = typeset(row.organisation_name or "")
    title = typeset(row.title) or organisation or label_of_kind(row.kind)
    # Titles often name the group already: “P01 Droits & Toit”.
    return title, "" if organisation in title else organisation


def discreet_title(kind: str) -> str:
    """All that a sheet for the public says of a discreet booking (source: the privacy rules)."""
    if family(kind) is Kind.PERMANENCE:
        return _("Permanence associative")
    return label_of_kind(family(kind))


def _aside(row: BookingRow) -> str:
    """What the team reads at the edge: not to be said aloud, how many are expected."""
    marks = (_("discret") if row.discreet else "", say_heads(row.heads) if row.heads else "")
    return " · ".join(mark for mark in marks if mark)


def _state(row: BookingRow, team: bool) -> str:
    if row.status == Status.PENDING:
        return _("en attente") if team else _("à confirmer")
    if team and row.option_expires_on is not None:
        return _("option jusqu’au {day}").format(day=say_day_short(row.option_expires_on))
    return _("option") if team else _("à confirmer")


def say_heads(count: int) -> str:
    """“25 p.”: how many people are expected."""
    return n_("{n} p.", "{n} p.", count).format(n=count)


def say_dropped(row: BookingRow, audience: str, rooms: Mapping[int, Room]) -> str:
    """One line for a date that a closure took away."""
    said = say_booking(row, audience, rooms)
    room = rooms.get(row.room_id)
    where = typeset(room.name) if room else row.room_code
    return " · ".join((say_day_short(row.starts_at.date()), said.hours, where, said.summary))


def say_edition(edition: Edition) -> str:
    """“édité le vendredi 20 novembre 2026 à 17 h 02”; numbered, “édition 2 du 24/11/2026 à 9 h 10,
    remplace l’édition 1 du 20/11/2026 à 17 h 02”.
    """
    if not edition.number:
        return _("édité le {day} à {time}").format(
            day=say_day(edition.made_at.date()), time=say_time(edition.made_at)
        )
    if edition.replaces is None:
        return _("édition {number} du {moment}").format(
            number=edition.number, moment=say_moment(edition.made_at)
        )
    return _("édition {number} du {moment}, remplace l’édition {other} du {before}").format(
        number=edition.number,
        moment=say_moment(edition.made_at),
        other=edition.number - 1,
        before=say_moment(edition.replaces),
    )


def say_page(page: int, pages: int) -> str:
    return _("page {page}/{pages}").format(page=page, pages=pages)


def say_count(count: int) -> str:
    if count == 0:
        return _("Aucune réservation")
    return n_("{n} réservation", "{n} réservations", count).format(n=count)


def say_closed(reason: str) -> str:
    if not reason:
        return _("Fermé")
    return _("Fermé – {reason}").format(reason=typeset(say_reason(reason)))


class Beside(NamedTuple):
    """What stands beside a title: two small lines and the operator's own picture."""

    whose: str
    warning: str
    image: bytes = b""


def say_beside(edition: Edition, audience: str) -> Beside:
    """Beside a title: whose sheet this is, and the warning of a copy that is for the team only."""
    warning = _("Exemplaire de l’équipe, à ne pas afficher") if audience == TEAM else ""
    whose = _("Planning des salles · {venue}").format(venue=typeset(edition.heading))
    return Beside(whose, warning, edition.header_image)


def capital(words: str) -> str:
    """With a capital at its head, the rest untouched."""
    return words[:1].upper() + words[1:]


def say_unavailable(
    out: RoomUnavailability, day: date, audience: str, rooms: Mapping[int, Room]
) -> Said:
    """The words for a room that cannot be used on a day; the reason is for the team only."""
    midnight = datetime.combine(day, datetime.min.time())
    start, end = max(out.starts_at, midnight), min(out.ends_at, midnight + timedelta(days=1))
    all_day = end - start >= timedelta(hours=23)
    room = rooms.get(out.room_id)
    return Said(
        booking_id=0,
        family="",
        letter="×",
        hours=_("Toute la journée") if all_day else say_hours(start, end),
        title=_("Indisponible"),
        organisation=typeset(out.reason) if audience == TEAM else "",
        space=typeset(room.name) if room is not None and room.is_composite else "",
    )


def say_hours_of(opening: DayHours) -> str:
    """A day's opening: “9 h 30 – 21 h 30”, or that it is closed and why."""
    if opening.closed is not None:
        return say_closed(opening.closed.reason)
    hours = ", ".join(say_hours(span.start, span.end) for span in opening.hours)
    if opening.holiday:
        return _("{holiday}, ouvert {hours}").format(
            holiday=say_reason(opening.holiday), hours=hours
        )
    return hours


def say_room(room: Room, audience: str) -> str:
    """Where a room is and, for the team, how many it holds: “RdC · 40 p.”."""
    if audience != TEAM:
        return typeset(room.floor)
    return f"{typeset(room.floor)} · {say_heads(room.max_headcount)}"
