"""What each sheet says, in the order it is read: the text of its accessible copy.

The words come from the same speech as the drawn sheets, so that both tell the same audience the
same things. A sheet that is not here (numbers, boxes to fill by hand) has no accessible copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import singledispatch
from typing import Any

from desktop_app.documents import (
    agenda_plan,
    day_plan,
    door_sheet,
    letter,
    season_list,
    week_plan,
)
from desktop_app.documents.agenda_plan import AgendaFacts
from desktop_app.documents.day_speech import say_contact, say_note, say_setup, say_summary
from desktop_app.documents.door_facts import DoorFacts, entries_of, notices_of
from desktop_app.documents.facts import TEAM, DayFacts, DayHours, Edition, WeekFacts, unavailable_on
from desktop_app.documents.letter import LetterFacts
from desktop_app.documents.outline import Block, Grid, Heading, Items, Outline, Sentence
from desktop_app.documents.season_rows import Dated, SeasonFacts, sections_of
from desktop_app.documents.speech import (
    Said,
    capital,
    say_booking,
    say_count,
    say_dropped,
    say_edition,
    say_hours_of,
    say_unavailable,
)
from desktop_app.documents.type import typeset
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.letter_template import ITEM, SIGNATURES, TITLE
from desktop_app.domain.rooms import Room
from desktop_app.wording import _
from desktop_app.wording.dates import (
    say_day,
    say_day_in_month,
    say_day_without_year,
    say_month_and_year,
)
from desktop_app.wording.labels import label_of_kind


@singledispatch
def outline_of(facts: Any) -> Outline:
    """The outline of a sheet. Raises TypeError for one that has no accessible copy."""
    raise TypeError(f"no outline of {type(facts).__name__}")


def _outline(title: str, edition: Edition, blocks: Iterable[Block]) -> Outline:
    foot = f"{typeset(edition.venue_name)} · {capital(say_edition(edition))}"
    return Outline(title, edition.language, edition.venue_name, tuple(blocks), foot)


@outline_of.register
def _week(facts: WeekFacts) -> Outline:
    blocks: list[Block] = [Sentence(say_count(len(facts.held))), *_warning(facts.audience)]
    for opening in facts.days:
        rows = [row for row in facts.held if row.starts_at.date() == opening.day]
        blocks += _day_of_week(facts, opening, rows)
    blocks += _dropped(facts.dropped, facts.audience, facts.rooms)
    return _outline(week_plan.title(facts), facts.edition, blocks)


@outline_of.register
def _agenda(facts: AgendaFacts) -> Outline:
    blocks: list[Block] = [Sentence(say_count(len(facts.held))), *_warning(facts.audience)]
    for opening in facts.days:
        rows = [row for row in facts.held if row.starts_at.date() == opening.day]
        blocks += _day_of_week(facts, opening, rows)
    blocks += _dropped(facts.dropped, facts.audience, facts.rooms)
    return _outline(agenda_plan.title(facts), facts.edition, blocks)


@outline_of.register
def _day(facts: DayFacts) -> Outline:
    blocks: list[Block] = [Sentence(say_summary(facts)), *_warning(facts.audience)]
    if facts.opening.closed:
        blocks.append(Sentence(say_hours_of(facts.opening)))
    blocks += _table_of_day(facts, facts.opening, facts.held, team_details=facts.audience == TEAM)
    blocks += _dropped(facts.dropped, facts.audience, facts.rooms)
    return _outline(day_plan.title(facts), facts.edition, blocks)


@outline_of.register
def _door(facts: DoorFacts) -> Outline:
    blocks: list[Block] = [Sentence(capital(say_day(facts.opening.day)))]
    if facts.room.floor:
        blocks.append(Sentence(typeset(facts.room.floor)))
    if facts.opening.closed:
        blocks.append(Sentence(say_hours_of(facts.opening)))
    for notice in notices_of(facts):
        place = f" ({notice.place})" if notice.place else ""
        blocks.append(Heading(notice.sign + place))
        blocks.append(Sentence(_one_line(notice.said)))
    entries = entries_of(facts)
    for entry in entries:
        blocks.append(Heading(" – ".join(part for part in (entry.said.hours, entry.tag) if part)))
        blocks.append(Sentence(_what(entry.said)))
    if not entries and not facts.opening.closed:
        blocks.append(Sentence(_("Aucune réservation ce jour")))
    return _outline(door_sheet.title(facts), facts.edition, blocks)


@outline_of.register
def _season(facts: SeasonFacts) -> Outline:
    blocks: list[Block] = [*_warning(facts.audience)]
    for section in sections_of(facts):
        if section.title:
            blocks.append(Heading(section.title))
        blocks += [Sentence(words) for words in (section.below, section.sum) if words]
        blocks += _months(section.dates, 3 if section.title else 2)
    if not facts.parts:
        blocks.append(Sentence(_("Aucune date sur cette période.")))
    return _outline(season_list.title(facts), facts.edition, blocks)


@outline_of.register
def _letter(facts: LetterFacts) -> Outline:
    blocks: list[Block] = []
    items: list[str] = []
    for paragraph in facts.paragraphs:
        if paragraph.kind != ITEM and items:
            blocks.append(Items(tuple(items)))
            items = []
        words = typeset(paragraph.words)
        if paragraph.kind == ITEM:
            items.append(words)
        elif paragraph.kind == TITLE:
            blocks.append(Heading(words))
        elif paragraph.kind == SIGNATURES:
            parties = [facts.edition.venue_name, *([facts.party] if facts.party else [])]
            signed = [_("Pour {party}").format(party=typeset(name)) for name in parties]
            note = _("Date, nom et signature")
            blocks.append(Items(tuple(_label(words, note) for words in signed)))
        else:
            blocks.append(Sentence(words))
    if items:
        blocks.append(Items(tuple(items)))
    return _outline(letter.title(facts), facts.edition, blocks)


def _warning(audience: str) -> list[Block]:
    if audience != TEAM:
        return []
    return [Sentence(_("Exemplaire de l’équipe, à ne pas afficher"))]


def _day_of_week(
    facts: WeekFacts | AgendaFacts, opening: DayHours, rows: list[BookingRow]
) -> list[Block]:
    name, hours = capital(say_day_without_year(opening.day)), say_hours_of(opening)
    heading = Heading(_("{day} – {hours}").format(day=name, hours=hours) if hours else name)
    return [heading, *_table_of_day(facts, opening, tuple(rows), team_details=False)]


def _table_of_day(
    facts: WeekFacts | AgendaFacts | DayFacts,
    opening: DayHours,
    rows: tuple[BookingRow, ...],
    *,
    team_details: bool,
) -> list[Block]:
    """The day's bookings in time order; rooms out of use first, as on the drawn sheets."""
    rooms = {room.id: room for room in facts.rooms}
    team = facts.audience == TEAM
    lines = [
        _line(
            say_unavailable(out, opening.day, facts.audience, rooms), "", rooms[out.room_id], team
        )
        for out in unavailable_on(opening.day, facts.unavailabilities)
        if out.room_id in rooms
    ]
    lines += [
        _line(
            say_booking(row, facts.audience, rooms),
            label_of_kind(row.kind) if team or not row.discreet else "",
            rooms.get(row.room_id),
            team,
            _details(row) if team_details else "",
        )
        for row in rows
    ]
    if not lines:
        return [] if opening.closed else [Sentence(say_count(0))]
    head = [_("Horaire"), _("Salle"), _("Réservation"), _("Nature")]
    return [Grid((*head, _("Remarques")) if team else tuple(head), tuple(lines))]


def _line(
    said: Said, kind: str, room: Room | None, team: bool, details: str = ""
) -> tuple[str, ...]:
    what = _what(said._replace(space=""))
    cells = (said.hours, typeset(room.name) if room else "", what, kind)
    if not team:
        return cells
    return (*cells, " · ".join(part for part in (said.aside, details) if part))


def _details(row: BookingRow) -> str:
    parts = (say_contact(row), say_setup(row), say_note(row))
    return " · ".join(part for part in parts if part)


def _what(said: Said) -> str:
    """Title, group, state and room of a booking, as a sentence without verbs."""
    parts = (said.title, said.organisation, said.state, said.space)
    return ", ".join(part for part in parts if part)


def _one_line(said: Said) -> str:
    return _label(said.hours, _what(said))


def _label(label: str, value: str) -> str:
    return _("{label} : {value}").format(label=label, value=value)


def _dropped(rows: tuple[BookingRow, ...], audience: str, rooms: tuple[Room, ...]) -> list[Block]:
    if not rows:
        return []
    known: Mapping[int, Room] = {room.id: room for room in rooms}
    say: Callable[[BookingRow], str] = lambda row: say_dropped(row, audience, known)  # noqa: E731
    return [Heading(_("Dates supprimées (fermeture)")), Items(tuple(map(say, rows)))]


def _months(dates: tuple[Dated, ...], level: int) -> list[Block]:
    """Month by month; a date that is not held says so in words, for no line is seen through it."""
    blocks: list[Block] = []
    months: dict[str, list[str]] = {}
    for one in dates:
        notes = " · ".join(part for part in (one.hours, one.note) if part)
        day = say_day_in_month(one.day)
        if one.struck:
            day = _("{day} (pas tenue)").format(day=day)
        words = _label(day, notes) if notes else day
        months.setdefault(capital(say_month_and_year(one.day)), []).append(words)
    for month, words_of_month in months.items():
        blocks += [Heading(month, level), Items(tuple(words_of_month))]
    return blocks
