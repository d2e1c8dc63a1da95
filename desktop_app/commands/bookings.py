"""`accueil list bookings` and `accueil free`."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop_app.commands import DONE
from desktop_app.commands.tables import write_rows
from desktop_app.domain.availability import Objection
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.equipment import KNOWN, read_equipment
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_time import parse_count, parse_time
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Layout
from desktop_app.wording import _
from desktop_app.wording.equipment import label_of_equipment
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.finding import Offer
    from desktop_app.services.house import Services

_BOOKING = (
    "id",
    "series",
    "date",
    "start",
    "end",
    "room",
    "kind",
    "title",
    "organisation",
    "heads",
    "status",
)
_OFFER = ("rank", "room", "name", "floor", "max_headcount", "step_free", "free", "reason")


def list_bookings(services: Services, asked: argparse.Namespace) -> int:
    """One line per dated booking of the period, whatever its state."""
    today = services.database.clock.today()
    first = parse_day(asked.first, today, field="from")
    last = parse_day(asked.last, today, field="to")
    if last < first:
        raise Refusal("days_in_wrong_order", field="to", first=first, last=last)
    rows = services.planning.days(first, last)
    write_rows(_BOOKING, map(_booking_cells, rows), asked.format, asked.separator)
    return DONE


def _booking_cells(row: BookingRow) -> tuple[str, ...]:
    return (
        str(row.id),
        row.series_code or "",
        row.starts_at.date().isoformat(),
        f"{row.starts_at:%H:%M}",
        f"{row.ends_at:%H:%M}",
        row.room_code,
        row.kind,
        row.title,
        row.organisation_name or "",
        str(row.heads),
        row.status,
    )


def find_room(services: Services, asked: argparse.Namespace) -> int:
    """Rooms in the order to offer them; those that do not suit say why."""
    from desktop_app.services.finding import Need

    today = services.database.clock.today()
    need = Need(
        starts_at=_moment(asked.first, today, "from"),
        ends_at=_moment(asked.last, today, "to"),
        heads=parse_count(asked.people, field="people"),
        equipment=_equipment(services, asked.equipment),
        step_free=asked.step_free,
        layout=Layout(asked.layout) if asked.layout else None,
    )
    offers = services.finder.find(need)
    rows = (_offer_cells(rank, offer) for rank, offer in enumerate(offers, start=1))
    write_rows(_OFFER, rows, asked.format, asked.separator)
    return DONE


def _equipment(services: Services, asked: list[str]) -> tuple[str, ...]:
    codes = read_equipment(", ".join(asked))
    held = {item for room in services.venue.venue().rooms for item in room.equipment}
    for code in codes:
        if code not in held and code not in KNOWN:
            raise Refusal("equipment_unknown", field="equipment", text=code, known=sorted(held))
    return codes


def _moment(text: str, today: date, field: str) -> datetime:
    """“2026-12-01 18:30”, or any day and hour as people type them, the hour last."""
    day_text, _space, hour_text = text.replace("T", " ").strip().rpartition(" ")
    if not day_text:
        raise Refusal("moment_unreadable", field=field, text=text)
    day = parse_day(day_text, today, field=field)
    return datetime.combine(day, parse_time(hour_text, field=field))


def _offer_cells(rank: int, offer: Offer) -> tuple[str, ...]:
    room = offer.room
    return (
        str(rank),
        room.code,
        room.name,
        room.floor,
        str(room.max_headcount),
        "yes" if room.step_free else "no",
        "yes" if offer.can_be_taken else "no",
        _reasons(offer),
    )


def _reasons(offer: Offer) -> str:
    said = [_sentence(objection) for objection in offer.objections]
    if offer.lacking_equipment:
        labels = ", ".join(map(label_of_equipment, offer.lacking_equipment))
        said.append(_("Manque : {equipment}.").format(equipment=labels))
    if offer.lacks_step_free:
        said.append(_("Non accessible PMR."))
    return " ".join(said)


def _sentence(objection: Objection) -> str:
    return say(objection.refusal())
