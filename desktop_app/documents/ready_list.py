"""*Personnes prêtes* for an event: who of its list has followed a training, A4 portrait."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.documents.facts import Edition
from desktop_app.documents.frame import Frame, draw_foot, draw_heading
from desktop_app.documents.sheet import (
    INK,
    ISO_SIZES,
    LINE,
    MM,
    MUTED,
    PAPER,
    RULE,
    Area,
    Document,
    Sheet,
)
from desktop_app.documents.speech import Beside, capital
from desktop_app.documents.type import SMALLEST, fit, load_faces, typeset
from desktop_app.domain.followed import ReadyRow
from desktop_app.domain.trainings import SessionRow
from desktop_app.wording import _
from desktop_app.wording.dates import say_date, say_day, say_hours

MARGIN = 12 * MM
_TITLE, _FACT, _HEAD, _ROW = 20.0, 11.0, 22.0, 20.0
_NUMBER, _MARK = 28.0, 150.0


@dataclass(frozen=True, slots=True)
class ReadyFacts:
    """An event, its people, and the training they should have followed (its code)."""

    session: SessionRow
    rows: tuple[ReadyRow, ...]
    training: str
    edition: Edition


def title(facts: ReadyFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Personnes prêtes – {event}").format(event=typeset(facts.session.title))


def render(facts: ReadyFacts, fonts: Path) -> Document:
    """The list as a PDF. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: ReadyFacts) -> None:
    """Draw it on a sheet begun in A4."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body = frame.body
    top = body.top + _TITLE * 1.55 + 3 * _FACT * 1.4 + 8
    most = int((body.bottom - top - _HEAD) / _ROW)
    pages = -(-max(1, len(facts.rows)) // most)
    for page in range(pages):
        if page:
            sheet.next_page()
        _draw_head(sheet, body, facts)
        rows = facts.rows[page * most : (page + 1) * most]
        area = Area(body.left, top, body.width, _HEAD + _ROW * len(rows))
        _draw_table(sheet, area, rows, page * most + 1, facts)
        draw_foot(sheet, frame, facts.edition, pages)


def _draw_head(sheet: Sheet, body: Area, facts: ReadyFacts) -> None:
    beside = Beside(typeset(facts.edition.heading), "", facts.edition.header_image)
    draw_heading(sheet, body, _("Personnes prêtes"), _TITLE, beside)
    session = facts.session
    hours = say_hours(session.starts_at, session.ends_at)
    ready = sum(row.is_ready for row in facts.rows)
    lines = (
        typeset(session.title),
        capital(_("{day}, {hours}").format(day=say_day(session.day), hours=hours)),
        _("{ready} sur {all} ont suivi {training}").format(
            ready=ready, all=len(facts.rows), training=facts.training
        ),
    )
    y = body.top + _TITLE * 1.55 + _FACT
    for place, words in enumerate(lines):
        face = sheet.faces.regular if place == 1 else sheet.faces.strong
        sheet.lines(body.left, y, fit(words, face, _FACT, body.width, 1), face, _FACT, 0)
        y += _FACT * 1.4


def _draw_table(
    sheet: Sheet, area: Area, rows: tuple[ReadyRow, ...], first: int, facts: ReadyFacts
) -> None:
    strong, regular = sheet.faces.strong, sheet.faces.regular
    name_left, mark_left = area.left + _NUMBER, area.right - _MARK
    sheet.box(Area(area.left, area.top, area.width, _HEAD), fill=PAPER)
    sheet.text(name_left + 5, area.top + 15, _("Nom de famille, prénom"), strong, 10)
    sheet.text(mark_left + 5, area.top + 15, facts.training, strong, 10)
    for place, row in enumerate(rows):
        top = area.top + _HEAD + place * _ROW
        y, person = top + _ROW / 2 + 3.4, row.attendee
        sheet.line(area.left, top, area.right, top, colour=LINE)
        sheet.text(name_left - 6, y, str(first + place), regular, SMALLEST, MUTED, align="right")
        name = " ".join(part for part in (person.last_name, person.first_name) if part)
        fitted = fit(name, strong, 10, mark_left - name_left - 10, 1)
        sheet.lines(name_left + 5, y, fitted, strong, 10, 0)
        if row.followed is not None:
            words = _("suivie le {day}").format(day=say_date(row.followed.day))
            sheet.text(mark_left + 5, y, words, regular, 10)
        else:
            sheet.text(mark_left + 5, y, _("pas encore"), strong, 10)
    for left in (name_left, mark_left):
        sheet.line(left, area.top, left, area.bottom, colour=LINE)
    sheet.box(area, edge=INK, width=RULE)
