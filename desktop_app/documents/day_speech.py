"""What the day plan says beyond a booking's own words: where, with which key, for whom, how set up.

For the team only, except the summary: the public is told nothing of persons and numbers.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.documents.facts import TEAM, DayFacts
from desktop_app.documents.speech import capital, say_count, say_hours_of
from desktop_app.documents.type import typeset
from desktop_app.domain.bookings import BookingRow, Status
from desktop_app.domain.equipment import read_equipment
from desktop_app.domain.identifiers import show_phone
from desktop_app.domain.rooms import Room
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_week_short
from desktop_app.wording.equipment import label_of_equipment
from desktop_app.wording.labels import label_of_layout

NOON, EVENING = 12, 18
"""Hours at which the afternoon and the evening begin."""


def say_summary(facts: DayFacts) -> str:
    """“S48 · 9 h 30 – 21 h 30 · 7 réservations · 144 personnes attendues”."""
    parts = [say_week_short(facts.week)]
    if not facts.opening.closed:
        parts.append(say_hours_of(facts.opening))
    parts.append(say_count(len(facts.held)))
    heads = sum(row.heads for row in facts.held)
    if facts.audience == TEAM and heads:
        expected = n_("{n} personne attendue", "{n} personnes attendues", heads)
        parts.append(expected.format(n=heads))
    return " · ".join(parts)


def say_part_of_day(hour: int) -> str:
    if hour < NOON:
        return _("Matin")
    return _("Après-midi") if hour < EVENING else _("Soir")


def say_keys(room: Room, keys: Mapping[int, tuple[str, ...]]) -> str:
    """“clé K08”, “clés K03, K04”; nothing for a room without a key."""
    codes = keys.get(room.id, ())
    if not codes:
        return ""
    return n_("clé {keys}", "clés {keys}", len(codes)).format(keys=", ".join(codes))


def say_contact(row: BookingRow) -> str:
    """Who answers for the booking and how to reach them: “Awa d’Hérouville · 06 39 98 12 34”."""
    name = typeset(row.contact_name or row.responsible_name)
    phone = show_phone(row.contact_phone) if row.contact_phone else ""
    return " · ".join(part for part in (name, phone) if part)


def say_setup(row: BookingRow) -> str:
    """How the room must be before they come: furniture, then equipment."""
    layout = label_of_layout(row.layout) if row.layout else ""
    return capital(", ".join(part for part in (layout, *say_needs(row)) if part))


def say_needs(row: BookingRow) -> list[str]:
    """What they need there: “vidéoprojecteur”, “accès PMR nécessaire”."""
    needs = [label_of_equipment(code) for code in read_equipment(row.equipment)]
    return [*needs, _("accès PMR nécessaire")] if row.step_free else needs


def say_note(row: BookingRow) -> str:
    """The booking's note, if any."""
    return _("Note\u00a0: {note}").format(note=typeset(row.note)) if row.note else ""


def say_arrival(row: BookingRow) -> str:
    """What is already known when the sheet is made: they are here, or they have left."""
    if row.status == Status.ARRIVED:
        return _("sur place")
    return _("terminée") if row.status == Status.DONE else ""
