"""The venue, read once and kept until something about it changes."""

from __future__ import annotations

from database.reads import venue as read_venue
from database.unit_of_work import Database
from desktop_app.domain.changes import Changes
from desktop_app.domain.venue import Venue

_KINDS = frozenset({"room", "opening", "setting", "unavailability"})


class VenueBook:
    """Answers with the venue as it stands. Lives on the database thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._venue: Venue | None = None
        database.listeners.append(self._forget)

    def venue(self) -> Venue:
        """The venue; read again only after a change of rooms, opening, settings."""
        if self._venue is None:
            with self._database.reading() as connection:
                self._venue = read_venue.venue(connection)
        return self._venue

    def _forget(self, changes: Changes) -> None:
        if changes.concerns(_KINDS):
            self._venue = None
