"""*Attestation de présence* and *certificat de réalisation*: a page a person, A4 portrait.

Everything on it was kept when it was numbered, its date included: printed again, it is the same.
Fields: those of the ministry's model certificate. Source: the venue's rules, 4.11.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.documents.facts import Edition
from desktop_app.documents.frame import FOOT, Frame
from desktop_app.documents.sheet import (
    HAIRLINE,
    INK,
    ISO_SIZES,
    LINE,
    MM,
    MUTED,
    RULE,
    Area,
    Document,
    Sheet,
)
from desktop_app.documents.speech import capital, say_page
from desktop_app.documents.type import SMALLEST, Face, fit, load_faces, typeset
from desktop_app.domain.attestations import AttestationKind, AttestationRow, Followed
from desktop_app.domain.clock import wall_time
from desktop_app.wording import _, n_
from desktop_app.wording.dates import (
    say_day,
    say_day_without_weekday,
    say_duration,
    say_hours,
    say_period,
)

MARGIN = 20 * MM
_HEADING, _TITLE, _NAME, _TEXT = 13.0, 24.0, 18.0, 12.0
_LABEL_WIDTH = 120.0
_SIGNATURE = 110.0
_MOST_DAYS = 6


@dataclass(frozen=True, slots=True)
class AttestationFacts:
    """Attestations to print, each on a page. edition: whose paper it is; its moment is not used."""

    rows: tuple[AttestationRow, ...]
    edition: Edition


def title(facts: AttestationFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    names = {
        AttestationKind.PRESENCE: _("Attestations – {training}"),
        AttestationKind.COMPLETION: _("Certificats – {training}"),
    }
    if not facts.rows:
        return _("Attestations")
    first = facts.rows[0]
    words = names[AttestationKind(first.kind)]
    return words.format(training=typeset(first.attested.title))


def render(facts: AttestationFacts, fonts: Path) -> Document:
    """The pages as one PDF. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: AttestationFacts) -> None:
    """Draw them on a sheet begun in A4."""
    for place, row in enumerate(facts.rows):
        if place:
            sheet.next_page()
        _draw_one(sheet, row, facts.edition)


def _draw_one(sheet: Sheet, row: AttestationRow, edition: Edition) -> None:
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body, faces, said = frame.body, sheet.faces, row.attested
    funded = row.kind == AttestationKind.COMPLETION
    y = _paragraph(sheet, body, body.top + 12, edition.heading, faces.strong, _HEADING)
    if edition.header_image:
        sheet.image(edition.header_image, Area(body.right - 110, body.top, 110, 44))
    word = _("Certificat de réalisation") if funded else _("Attestation de présence")
    y = _paragraph(sheet, body, y + 62, word, faces.bold, _TITLE)
    number = _("n° {code}").format(code=row.code)
    y = _paragraph(sheet, body, y + 2, number, faces.strong, _HEADING)
    venue = typeset(said.venue)
    lead = _("{venue} atteste que").format(venue=venue)
    y = _paragraph(sheet, body, y + 34, lead, faces.regular, _TEXT)
    y = _paragraph(sheet, body, y + 12, said.name, faces.bold, _NAME)
    y = _paragraph(sheet, body, y + 4, _("a suivi la formation"), faces.regular, _TEXT)
    y = _paragraph(sheet, body, y + 10, said.title, faces.strong, _NAME - 3)
    y += 22
    for label, lines in _facts_of(row):
        sheet.text(body.left, y, label, faces.regular, _TEXT, MUTED)
        area = Area(body.left + _LABEL_WIDTH, y, body.width - _LABEL_WIDTH, 0)
        for line in lines:
            y = _paragraph(sheet, area, y, line, faces.regular, _TEXT)
        y += 6
    day = say_day_without_weekday(wall_time(row.issued_at).date())
    y = _paragraph(sheet, body, y + 22, _("Fait le {day}").format(day=day), faces.regular, _TEXT)
    _draw_signature(sheet, Area(body.left + body.width / 2, y + 4, body.width / 2, _SIGNATURE))
    _draw_foot(sheet, frame, row, venue)


def _facts_of(row: AttestationRow) -> Iterator[tuple[str, tuple[str, ...]]]:
    said = row.attested
    if row.kind == AttestationKind.COMPLETION:
        yield _("Nature"), (_("action de formation"),)
    yield _("Dates"), tuple(_say_dates(said.followed))
    yield _("Durée suivie"), (say_duration(said.minutes),)
    yield _("Lieu"), (typeset(said.place),)
    if said.trainer:
        yield _("Formation par"), (typeset(said.trainer),)


def _say_dates(followed: Sequence[Followed]) -> Iterator[str]:
    """A line a day, its half-days joined; a long training is said by its first and last day."""
    days: dict[date, list[str]] = {}
    for start, end in followed:
        days.setdefault(start.date(), []).append(say_hours(start, end))
    if len(days) > _MOST_DAYS:
        yield capital(say_period(min(days), max(days)))
        count = len(followed)
        yield n_("{n} demi-journée", "{n} demi-journées", count).format(n=count)
        return
    for day, hours in days.items():
        yield capital(_("{day}, {hours}").format(day=say_day(day), hours=" · ".join(hours)))


def _paragraph(sheet: Sheet, area: Area, y: float, words: str, face: Face, size: float) -> float:
    """Lines from a baseline on; the baseline that would come next."""
    fitted = fit(typeset(words), face, size, area.width, 4)
    return sheet.lines(area.left, y, fitted, face, size, size * 1.35)


def _draw_signature(sheet: Sheet, area: Area) -> None:
    words = _("Signature et cachet")
    sheet.text(area.left + 8, area.top + 14, words, sheet.faces.regular, SMALLEST, MUTED)
    sheet.box(area, edge=INK, width=RULE)


def _draw_foot(sheet: Sheet, frame: Frame, row: AttestationRow, venue: str) -> None:
    """Each page goes to one person: it counts as a document of its own."""
    face, body = sheet.faces.regular, frame.body
    top = frame.height - frame.margin - FOOT + 5
    sheet.line(body.left, top, body.right, top, width=HAIRLINE, colour=LINE)
    y = frame.height - frame.margin - 1.5
    words = _("{venue} – n° {code}").format(venue=venue, code=row.code)
    for line in fit(words, face, SMALLEST, body.width - 80, 1).lines:
        sheet.text(body.left, y, line, face, SMALLEST, MUTED)
    sheet.text(body.right, y, say_page(1, 1), face, SMALLEST, MUTED, align="right")
