"""Associations and the others who use the venue: find, add, keep the file, raise alerts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from database.reads import bookings as read_bookings
from database.reads import journal as read_journal
from database.reads import organisations as read_organisations
from database.unit_of_work import Database
from database.writes import organisations as write_organisations
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.identifiers import (
    normalise_email,
    normalise_phone,
    normalise_rna,
    normalise_siren,
)
from desktop_app.domain.organisations import (
    NEEDS_FILE,
    Organisation,
    OrganisationAlert,
    OrganisationKind,
    OrganisationRow,
)
from desktop_app.domain.record import JournalLine
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold, matches, rank
from desktop_app.domain.staff import Actor, Role
from desktop_app.services.venue import VenueBook

_LONGEST = {"name": 300, "note": 400}
_ROLES = (Role.RECEPTION, Role.ASSOCIATIONS)
_FEW = 30


class Organisations:
    """The desk's verbs on organisations. Small lists: a venue knows some hundreds of them."""

    def __init__(self, database: Database, venue_book: VenueBook) -> None:
        self._database = database
        self._venue_book = venue_book

    def everyone(self) -> tuple[OrganisationRow, ...]:
        with self._database.reading() as connection:
            return read_organisations.everyone(connection)

    def one(self, organisation_id: int) -> Organisation:
        """Raises `organisation_unknown`."""
        with self._database.reading() as connection:
            found = read_organisations.one(connection, organisation_id)
        if found is None:
            raise Refusal("organisation_unknown", field="organisation")
        return found

    def find(self, text: str) -> tuple[OrganisationRow, ...]:
        """Those whose name or code answers to the text, the best first, without regard to accents,
        case, apostrophes or word order. Nothing typed finds nothing."""
        if not fold(text):
            return ()
        found = [row for row in self.everyone() if matches(text, _searchable(row))]
        return tuple(sorted(found, key=partial(_place, text))[:_FEW])

    def near_duplicates(self, name: str, but: int | None = None) -> tuple[OrganisationRow, ...]:
        """Organisations whose name holds, or is held by, this one: a hint, never a refusal."""
        key = fold(name)
        if not key:
            return ()
        return tuple(
            row
            for row in self.everyone()
            if row.id != but and _one_begins_the_other(key, fold(row.name))
        )

    def add(self, name: str, kind: OrganisationKind, *, by: Actor, **facts: Any) -> OrganisationRow:
        """Add an organisation.

        Raises `name_missing`, `rna_invalid`, `siren_invalid`, `siren_checksum`, `phone_invalid`,
        `email_invalid`, `rna_already_known`, each with its field.
        """
        by.require(*_ROLES)
        fresh = _checked(Organisation(id=0, code="", name=name, kind=kind, **facts))
        with self._database.writing() as work:
            self._refuse_known_rna(work.connection, fresh)
            code = _next_code(read_organisations.codes(work.connection))
            identifier = write_organisations.add(work, replace(fresh, code=code))
            work.journal(by, "add", "organisation", identifier, code=code)
        return self._row(identifier)

    def change(
        self, organisation_id: int, version: int, *, by: Actor, **facts: Any
    ) -> OrganisationRow:
        """Change the file of an organisation: insurance and agreement dates, contact, name."""
        by.require(*_ROLES)
        with self._database.writing() as work:
            before = read_organisations.one(work.connection, organisation_id)
            if before is None:
                raise Refusal("organisation_unknown", field="organisation")
            if before.version != version:
                raise Refusal("stale_edit", organisation_id=organisation_id)
            after = _checked(replace(before, **facts))
            self._refuse_known_rna(work.connection, after)
            write_organisations.save(work, after)
            work.journal(by, "edit", "organisation", organisation_id, facts=sorted(facts))
        return self._row(organisation_id)

    def alerts(self, today: date) -> tuple[OrganisationAlert, ...]:
        """Insurance over or soon over, agreement over: the gravest and oldest first.

        Dissolved and archived organisations raise none.
        """
        limit = today + timedelta(days=self._venue_book.venue().rules.insurance_warning_days)
        with self._database.reading() as connection:
            rows = read_organisations.ending(connection, today, limit)
        found = [
            alert for row in rows if row.kind in NEEDS_FILE for alert in _alerts(row, today, limit)
        ]
        return tuple(sorted(found, key=lambda alert: (alert.code == "insurance_soon", alert.day)))

    def bookings(self, organisation_id: int) -> tuple[BookingRow, ...]:
        """Its bookings from this morning on."""
        start = self._database.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        with self._database.reading() as connection:
            return read_bookings.of_organisation(connection, organisation_id, start)

    def last_change(self, organisation_id: int) -> JournalLine | None:
        """Who changed its file last, and when; None when nobody did by hand."""
        with self._database.reading() as connection:
            return read_journal.last_about(connection, "organisation", organisation_id)

    def _row(self, identifier: int) -> OrganisationRow:
        return next(row for row in self.everyone() if row.id == identifier)

    def _refuse_known_rna(self, connection: Any, organisation: Organisation) -> None:
        if not organisation.rna:
            return
        holder = read_organisations.holder_of_rna(connection, organisation.rna, organisation.id)
        if holder is not None:
            raise Refusal("rna_already_known", field="rna", organisation=holder)


def _place(text: str, row: OrganisationRow) -> tuple[int, str]:
    found = rank(text, _searchable(row))
    return (0 if found is None else int(found), fold(row.name))


def _searchable(row: OrganisationRow) -> str:
    return fold(f"{row.name} {row.code}")


def _one_begins_the_other(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and (long == short or long.startswith(short + " "))


def _alerts(row: OrganisationRow, today: date, limit: date) -> list[OrganisationAlert]:
    found = []
    if row.insurance_until is not None and row.insurance_until <= limit:
        code = "insurance_expired" if row.insurance_until < today else "insurance_soon"
        found.append(OrganisationAlert(row.id, row.name, code, row.insurance_until))
    if row.agreement_until is not None and row.agreement_until < today:
        found.append(OrganisationAlert(row.id, row.name, "agreement_expired", row.agreement_until))
    return found


def _checked(organisation: Organisation) -> Organisation:
    name = " ".join(organisation.name.split())
    if not name:
        raise Refusal("name_missing", field="name")
    note = organisation.note.strip()
    for field, text in (("name", name), ("note", note)):
        if len(text) > _LONGEST[field]:
            raise Refusal("text_too_long", field=field, longest=_LONGEST[field])
    return replace(
        organisation,
        name=name,
        note=note,
        rna=normalise_rna(organisation.rna, field="rna") if organisation.rna else "",
        siren=normalise_siren(organisation.siren, field="siren") if organisation.siren else "",
        phone=normalise_phone(organisation.phone, field="phone") if organisation.phone else "",
        email=normalise_email(organisation.email, field="email") if organisation.email else "",
    )


def _next_code(codes: frozenset[str]) -> str:
    numbers = [int(code[1:]) for code in codes if code[:1] == "A" and code[1:].isdigit()]
    return f"A{max(numbers, default=0) + 1:02d}"
