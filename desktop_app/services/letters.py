"""Letters about a booking: the venue's templates, kept in its settings, and what fills them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from database.reads import bookings as read_bookings
from database.reads import organisations as read_organisations
from database.reads import papers as read_papers
from database.unit_of_work import Database
from database.writes import settings as write_settings
from desktop_app.documents.facts import Edition
from desktop_app.documents.letter import LetterFacts
from desktop_app.domain.bookings import LIVE, BookingRow, SeriesRow
from desktop_app.domain.equipment import read_equipment
from desktop_app.domain.identifiers import show_phone
from desktop_app.domain.letter_template import fill, read_template
from desktop_app.domain.organisations import Organisation
from desktop_app.domain.papers import LETTERS, PaperKind, Wanted
from desktop_app.domain.recurrence import Rule
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.domain.venue import Venue
from desktop_app.services.venue import VenueBook
from desktop_app.wording import _, language
from desktop_app.wording.dates import say_day, say_day_without_weekday, say_hours
from desktop_app.wording.equipment import label_of_equipment
from desktop_app.wording.labels import label_of_kind, label_of_layout, label_of_status
from desktop_app.wording.recurrence import say_rule

_SETTINGS = {
    PaperKind.CONFIRMATION: "confirmation_text",
    PaperKind.AGREEMENT: "agreement_text",
}


class Letters:
    """The templates of the house and the letters they make."""

    def __init__(self, database: Database, venue_book: VenueBook, templates: Path) -> None:
        self._database = database
        self._venue_book = venue_book
        self._templates = templates

    def template(self, kind: PaperKind) -> str:
        """The venue's own text, or the house's in the language in use."""
        with self._database.reading() as connection:
            kept = read_papers.print_settings(connection)
        return str(getattr(kept, _SETTINGS[kind])) or self.default(kind)

    def default(self, kind: PaperKind) -> str:
        """The text the program brings."""
        spoken = language() if language() in ("fr", "en") else "fr"
        return (self._templates / f"{kind.value}.{spoken}.txt").read_text("utf-8")

    def save_template(self, kind: PaperKind, text: str, *, by: Actor) -> None:
        """Keep the venue's own text; an empty one, or the program's, brings that one back.

        Raises `role_forbidden`, `blank_unknown`, `brace_alone`, `text_too_long`, field `template`.
        """
        by.require(*DESK_ROLES)
        text = text.strip()
        if text:
            read_template(text, field="template")
        if text == self.default(kind).strip():
            text = ""
        with self._database.writing() as work:
            write_settings.put(work, _SETTINGS[kind], text)
            work.journal(by, "edit", "setting", None, name=_SETTINGS[kind])

    def facts(self, wanted: Wanted, edition: Edition) -> LetterFacts:
        """The letter about a booking, its blanks filled.

        Raises `booking_unknown`, `booking_is_over` for one that no longer stands, and what
        `read_template` raises for a template spoilt outside the program.
        """
        if wanted.kind not in LETTERS:
            raise ValueError(f"not a letter: {wanted.kind}")
        with self._database.reading() as connection:
            row = read_bookings.one(connection, wanted.subject)
            if row is None:
                raise Refusal("booking_unknown", booking_id=wanted.subject)
            if row.status not in LIVE:
                raise Refusal("booking_is_over", status=row.status)
            asker = row.organisation_id
            organisation = read_organisations.one(connection, asker) if asker else None
            series = read_bookings.series(connection, row.series_id) if row.series_id else None
            dates = read_bookings.of_series(connection, series.id) if series else ()
        name = organisation.name if organisation else row.contact_name or row.responsible_name
        values = {
            "organisation": name,
            **_about_the_venue(self._venue_book.venue(), edition),
            **_about_the_booking(row, self._venue_book.venue()),
            **_about_the_series(wanted.kind, series, dates),
            **_about_the_organisation(organisation),
        }
        subject = _("{letter} – {title}").format(letter=say_letter(wanted.kind), title=row.title)
        template = read_template(self.template(wanted.kind), field="template")
        return LetterFacts(subject, fill(template, values), edition, name)


def say_letter(kind: PaperKind) -> str:
    """What a letter is called."""
    if kind is PaperKind.CONFIRMATION:
        return _("Confirmation de réservation")
    return _("Convention de mise à disposition")


def _about_the_venue(venue: Venue, edition: Edition) -> Mapping[str, str]:
    return {
        "venue": venue.rules.venue_name,
        "today": say_day_without_weekday(edition.made_at.date()),
        "cancellation_days": str(venue.rules.late_cancellation_days),
    }


def _about_the_booking(row: BookingRow, venue: Venue) -> Mapping[str, str]:
    room = venue.room(row.room_id)
    until = row.option_expires_on
    return {
        "title": row.title,
        "kind": label_of_kind(row.kind),
        "status": label_of_status(row.status),
        "day": say_day(row.starts_at.date()),
        "hours": say_hours(row.starts_at, row.ends_at),
        "room": room.name,
        "floor": room.floor,
        "most": str(room.max_headcount),
        "heads": str(row.heads) if row.heads else "",
        "layout": label_of_layout(row.layout) if row.layout else "",
        "equipment": ", ".join(label_of_equipment(code) for code in read_equipment(row.equipment)),
        "responsible": row.responsible_name or row.contact_name,
        "contact": row.contact_name,
        "phone": show_phone(row.contact_phone) if row.contact_phone else "",
        "option_until": say_day(until) if until else "",
    }


def _about_the_series(
    kind: PaperKind, series: SeriesRow | None, dates: tuple[BookingRow, ...]
) -> Mapping[str, str | tuple[str, ...]]:
    """For a date of a series: its rule, its season and all its dates that are held.

    An agreement is about the whole series, so the one date is not told there.
    """
    if series is None:
        return {}
    rule = say_rule(Rule.from_dict(dict(series.rule)))
    told: dict[str, str | tuple[str, ...]] = {
        "rule": rule,
        "first_day": say_day_without_weekday(series.first_day),
        "last_day": say_day_without_weekday(series.last_day),
        "dates": tuple(say_day(row.starts_at.date()) for row in dates if row.status in LIVE),
    }
    if kind is PaperKind.AGREEMENT:
        told["day"] = ""
    return told


def _about_the_organisation(organisation: Organisation | None) -> Mapping[str, str]:
    if organisation is None:
        return {}
    siren = organisation.siren
    insured, agreed = organisation.insurance_until, organisation.agreement_until
    return {
        "organisation": organisation.name,
        "rna": organisation.rna,
        "siren": "\u00a0".join((siren[:3], siren[3:6], siren[6:])) if siren else "",
        "insurance_until": say_day_without_weekday(insured) if insured else "",
        "agreement_until": say_day_without_weekday(agreed) if agreed else "",
    }
