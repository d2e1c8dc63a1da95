"""Lines that were judged good go to the database, one after the other, in one transaction.

The venue's own lists; bookings and enrolments are next door (`booking_pen`, `enrolment_pen`).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from database.reads import importing as read_importing
from database.reads import organisations as read_organisations
from database.reads import venue as read_venue
from database.unit_of_work import UnitOfWork
from database.writes import importing as write_importing
from database.writes import organisations as write_organisations
from desktop_app.domain.imported import (
    ListedKey,
    ListedOrganisation,
    ListedRoom,
    ListedTitle,
)
from desktop_app.domain.organisations import Organisation
from desktop_app.domain.venue import Venue


class Pen:
    """What the writers of one import share: the transaction, and the ids behind the codes."""

    def __init__(self, work: UnitOfWork) -> None:
        self.work = work
        self._ids: dict[str, dict[str, int]] = {}
        self._venue: Venue | None = None

    @property
    def venue(self) -> Venue:
        """The venue as this transaction has it."""
        if self._venue is None:
            self._venue = read_venue.venue(self.work.connection)
        return self._venue

    def ids(self, kind: str) -> dict[str, int]:
        """Code → id, kept up with what is written."""
        if kind not in self._ids:
            self._ids[kind] = read_importing.ids_by_code(self.work.connection, kind)
        return self._ids[kind]

    def put_room(self, room: ListedRoom) -> None:
        ids = self.ids("room")
        parts = [ids[code] for code in room.part_codes]
        ids[room.code] = write_importing.put_room(self.work, room, ids.get(room.code), parts)
        self._venue = None

    def put_key(self, key: ListedKey) -> None:
        room_id = self.ids("room")[key.room_code]
        write_importing.put_key(self.work, key.code, room_id, self.ids("key").get(key.code))

    def put_title(self, title: ListedTitle) -> None:
        ids = self.ids("title")
        ids[title.code] = write_importing.put_title(self.work, title, ids.get(title.code))

    def put_organisation(self, listed: ListedOrganisation) -> int:
        ids = self.ids("organisation")
        facts: dict[str, Any] = {
            name: value for name, value in asdict(listed).items() if value is not None
        }
        facts |= {day: getattr(listed, day) for day in facts_that_may_be_empty()}
        known = ids.get(listed.code)
        if known is None:
            ids[listed.code] = write_organisations.add(self.work, Organisation(id=0, **facts))
            return ids[listed.code]
        before = read_organisations.one(self.work.connection, known)
        assert before is not None
        kept = asdict(before) | facts
        write_organisations.save(self.work, Organisation(**kept))
        return known


def facts_that_may_be_empty() -> tuple[str, ...]:
    """Dates a list may take away by leaving the cell empty."""
    return ("insurance_until", "agreement_until", "suspended_until")
