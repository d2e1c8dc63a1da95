"""One line of a week's list, understood: when, where, what, for whom, how many."""

from __future__ import annotations

from desktop_app.domain.bookings import Kind
from desktop_app.domain.civil_time import span_of
from desktop_app.domain.imported import (
    ListedBooking,
    ListedOrganisation,
    ListedRoom,
    ListedTitle,
)
from desktop_app.domain.reading_time import parse_count, parse_hours
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.domain.trainings import TRAINER
from desktop_app.services.importing.known import Known
from desktop_app.services.importing.lines import Judging, required, text_in
from desktop_app.services.importing.organisation_list import new_organiser
from desktop_app.services.importing.week_days import ListDays
from desktop_app.services.importing.words import booking_kind, code_first


def read_booking(judging: Judging, known: Known, days: ListDays, identifier: str) -> ListedBooking:
    """What the line says. Raises the refusals of days, hours, rooms and counts."""
    line = judging.line
    day = days.day_of(judging)
    start, end = parse_hours(required(line, "hours"), field="hours")
    span = span_of(day, start, end, field="hours")
    room = known.room(required(line, "room"))
    judging.doubt_if_hanging(known, "room", room.code, "room")
    required(line, "title")
    title = text_in(line, "title", 300)
    kind = _kind(judging)
    organiser, is_new = _organiser(judging, known)
    training = _training(judging, known, kind, title)
    return ListedBooking(
        source_key=f"{days.prefix}/{identifier}"[:80],
        room_code=room.code,
        starts_at=span.start,
        ends_at=span.end,
        kind=kind,
        title=title,
        organisation_code=organiser.code if organiser else None,
        heads=_heads(judging, room, kind),
        discreet=bool(
            "discret" in fold(title)
            or (organiser and organiser.discreet)
            or (training and training.discreet)
        ),
        title_code=training.code if training else None,
        trainer=text_in(line, "trainer", 120),
        new_organisation=organiser if is_new else None,
    )


def _kind(judging: Judging) -> Kind:
    text = judging.line.get("kind")
    kind = booking_kind(text)
    if kind is None:
        if text:
            judging.doubt("import_kind_unknown", "kind", text=text)
        return Kind.MEETING
    return kind


def _organiser(judging: Judging, known: Known) -> tuple[ListedOrganisation | None, bool]:
    """Who it is for, and whether the organiser is new."""
    text = judging.line.get("organiser")
    if not text:
        return None, False
    found = known.organisation(text)
    if found is not None:
        judging.doubt_if_hanging(known, "organisation", found.code, "organiser")
        if found.archived:
            judging.doubt("import_organisation_archived", "organiser", name=found.name)
        return found, False
    made = new_organiser(judging.line, known, text)
    if made is None:
        judging.doubt("import_organiser_unknown", "organiser", text=text)
        return None, False
    judging.remark("import_organiser_made", "organiser", name=made.name)
    return made, True


def _training(judging: Judging, known: Known, kind: Kind, title: str) -> ListedTitle | None:
    if kind is not Kind.TRAINING:
        return None
    code, rest = code_first(title)
    found = known.titles.get(code) or known.title(rest) or known.title(title)
    if found is None:
        judging.doubt("import_title_unknown", "title", text=title)
        return None
    judging.doubt_if_hanging(known, "title", found.code, "title")
    return found


def _heads(judging: Judging, room: ListedRoom, kind: Kind) -> int:
    text = judging.line.get("heads")
    heads = parse_count(text, field="heads") if text else 0
    everybody = heads + (TRAINER if kind is Kind.TRAINING else 0)
    if everybody > room.max_headcount:
        raise Refusal(
            "import_over_headcount", field="heads", room=room.name, maximum=room.max_headcount
        )
    return heads
