"""*Planning de la semaine*: every room and seven days on one sheet, A3 or A4 landscape.

A3 is one page as long as its lines can be shortened; A4 takes two pages, the column of rooms
repeated, when one would cut anybody's words. Source: the venue's paper rules, 4.8 and A4.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.documents.facts import DayHours, WeekFacts, unavailable_on
from desktop_app.documents.frame import Frame, draw_foot, draw_heading, heading_height
from desktop_app.documents.kinds import draw_legend
from desktop_app.documents.lists import LineList
from desktop_app.documents.room_rows import group_rooms
from desktop_app.documents.sheet import ISO_SIZES, MM, Area, Document, Sheet
from desktop_app.documents.speech import (
    say_beside,
    say_booking,
    say_count,
    say_dropped,
    say_room,
    say_unavailable,
)
from desktop_app.documents.type import SMALLEST, Faces, load_faces, typeset
from desktop_app.documents.week_columns import Column, make_columns
from desktop_app.documents.week_drawing import INSET, DayRow, draw_grid
from desktop_app.documents.week_fitting import fill_pages, fit_in_full, spread, squeeze
from desktop_app.documents.week_rows import Group, RoomHead, SaidByRoomAndDay, stack_up
from desktop_app.domain.rooms import Room
from desktop_app.wording import _
from desktop_app.wording.dates import say_week

LEGEND = 20.0


@dataclass(frozen=True, slots=True)
class Format:
    """How a size of paper is used: type sizes, largest first, and the ways to cut the days."""

    margin: float
    title: float
    room_width: float
    room_size: float
    sizes: tuple[float, ...]
    parts: tuple[tuple[int, ...], ...]
    list_columns: int


FORMATS = {
    "A3": Format(12 * MM, 20, 36 * MM, 11, (12, 11, 10, SMALLEST), ((7,),), 3),
    "A4": Format(11 * MM, 16, 32 * MM, 10, (11, 10, SMALLEST), ((7,), (3, 4)), 2),
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the plan: some days, some rooms."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole document before it is drawn."""

    frame: Frame
    format: Format
    days: DayRow
    pages: tuple[Page, ...]
    dropped: LineList
    dropped_apart: bool


def title(facts: WeekFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Planning – {week}").format(week=say_week(facts.week))


def render(facts: WeekFacts, fonts: Path) -> Document:
    """The week as a PDF. fonts: the folder of the bundled fonts."""
    faces = load_faces(fonts)
    width, height = _landscape(facts.paper)
    sheet = Sheet(
        faces,
        width,
        height,
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: WeekFacts) -> None:
    """Lay the week out and draw it on a sheet begun in the right size."""
    plan = lay_out(facts, sheet.faces)
    apart = _lists_apart(plan)
    pages = len(plan.pages) + len(apart)
    for number, page in enumerate(plan.pages, start=1):
        if number > 1:
            sheet.next_page()
        _draw_page(sheet, plan, page, facts, pages, last=number == len(plan.pages))
    for part in apart:
        sheet.next_page()
        _draw_title(sheet, plan, facts)
        part.draw(sheet, _below_heading(plan))
        draw_foot(sheet, plan.frame, facts.edition, pages)


def lay_out(facts: WeekFacts, faces: Faces) -> Plan:
    """Decide the pages: which days and rooms go where, and how much each booking may say."""
    chosen = FORMATS[facts.paper]
    frame = Frame(*_landscape(facts.paper), chosen.margin)
    rooms = {room.id: room for room in facts.rooms}
    dropped = LineList.of(
        _("Dates supprimées (fermeture)"),
        [say_dropped(row, facts.audience, rooms) for row in facts.dropped],
        frame.body.width,
        chosen.list_columns,
        faces,
    )
    apart = dropped.height > frame.body.height * 0.4
    said = words_of(facts)
    available = frame.body.height - heading_height(chosen.title) - LEGEND
    available -= 0 if apart else dropped.height
    for cut in chosen.parts:
        parts = _columns(facts, cut, frame, chosen)
        last = cut is chosen.parts[-1]
        pages = _pages(facts, parts, said, available, chosen, faces, or_cut=last)
        if pages:
            break
    days = DayRow.of([column for part in parts for column in part], faces)
    return Plan(frame, chosen, days, tuple(pages), dropped, apart)


def words_of(facts: WeekFacts) -> SaidByRoomAndDay:
    """What is said in each room on each day, in time order; rooms out of use come first."""
    said: SaidByRoomAndDay = defaultdict(list)
    rooms = {room.id: room for room in facts.rooms}
    for opening in facts.days:
        for out in unavailable_on(opening.day, facts.unavailabilities):
            said[out.room_id, opening.day].append(
                say_unavailable(out, opening.day, facts.audience, rooms)
            )
    for row in facts.held:
        said[row.room_id, row.starts_at.date()].append(say_booking(row, facts.audience, rooms))
    return said


def _landscape(paper: str) -> tuple[float, float]:
    width, height = ISO_SIZES[paper]
    return height, width


def _columns(
    facts: WeekFacts, cut: Sequence[int], frame: Frame, chosen: Format
) -> list[tuple[Column, ...]]:
    """The days' columns, one tuple for each page they are cut over."""
    busy = frozenset(row.starts_at.date() for row in facts.held)
    left = frame.body.left + chosen.room_width
    width = frame.body.width - chosen.room_width
    parts, start = [], 0
    for count in cut:
        days: tuple[DayHours, ...] = facts.days[start : start + count]
        parts.append(make_columns(days, busy, left, width))
        start += count
    return parts


def _pages(
    facts: WeekFacts,
    parts: list[tuple[Column, ...]],
    said: SaidByRoomAndDay,
    available: float,
    chosen: Format,
    faces: Faces,
    *,
    or_cut: bool,
) -> list[Page]:
    """The pages for one way of cutting the days; none when words would be cut, unless they may.

    Rows are equally high on all parts, so that two sheets pinned side by side continue each other.
    """
    columns = [column for part in parts for column in part]
    available -= DayRow.of(columns, faces).height
    groups = [
        Group(_heads(rooms, facts, chosen, faces), *stack_up(rooms, facts.rooms, columns, said))
        for rooms in group_rooms(facts.rooms)
    ]
    on_pages = [groups]
    if not fit_in_full(groups, available, chosen.sizes, faces):
        if not or_cut:
            return []
        if not squeeze(groups, available, faces):
            on_pages = fill_pages(groups, available, faces)
            for on_page in on_pages:
                squeeze(on_page, available, faces)
    pages = []
    for on_page in on_pages:
        spread(on_page, available, faces)
        pages += [Page(part, tuple(on_page)) for part in parts]
    return pages


def _heads(
    rooms: tuple[Room, ...], facts: WeekFacts, chosen: Format, faces: Faces
) -> tuple[RoomHead, ...]:
    width = chosen.room_width - 2 * INSET
    return tuple(
        RoomHead.of(
            typeset(room.name), say_room(room, facts.audience), width, chosen.room_size, faces
        )
        for room in rooms
    )


def _draw_page(
    sheet: Sheet, plan: Plan, page: Page, facts: WeekFacts, pages: int, *, last: bool
) -> None:
    _draw_title(sheet, plan, facts)
    body = plan.frame.body
    bottom = draw_grid(
        sheet,
        _below_heading(plan),
        plan.days,
        page.columns,
        page.groups,
    )
    baseline = bottom + LEGEND - 6
    draw_legend(sheet, body.left, baseline, SMALLEST)
    count = say_count(len(facts.held))
    sheet.text(body.right, baseline, count, sheet.faces.strong, SMALLEST, align="right")
    if last and not plan.dropped_apart:
        top = bottom + LEGEND
        plan.dropped.draw(sheet, Area(body.left, top, body.width, body.bottom - top))
    draw_foot(sheet, plan.frame, facts.edition, pages)


def _draw_title(sheet: Sheet, plan: Plan, facts: WeekFacts) -> None:
    beside = say_beside(facts.edition, facts.audience)
    draw_heading(sheet, plan.frame.body, say_week(facts.week), plan.format.title, beside)


def _below_heading(plan: Plan) -> Area:
    body = plan.frame.body
    above = heading_height(plan.format.title)
    return Area(body.left, body.top + above, body.width, body.height - above)


def _lists_apart(plan: Plan) -> list[LineList]:
    """The list of dropped dates cut into pages of its own, when it is too long to share one."""
    return plan.dropped.cut(_below_heading(plan).height) if plan.dropped_apart else []
