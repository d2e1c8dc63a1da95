"""Whom or what a word on the command line means: a room, an association, a permanence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold

if TYPE_CHECKING:
    from desktop_app.services.house import Services


def room_named(services: Services, text: str) -> int:
    """The id of the room with this code or this name. Raises `no_such_room`."""
    wanted = fold(text)
    rooms = services.venue.venue().rooms
    for room in rooms:
        if wanted in (fold(room.code), fold(room.name)):
            return room.id
    known = tuple(room.code for room in rooms)
    raise Refusal("no_such_room", field="room", text=text, known=known)


def organisation_named(services: Services, text: str) -> int:
    """The id of the one association with this code, this name, or these words in its name.

    Raises `no_such_organisation`, and `organisation_ambiguous` when several answer.
    """
    wanted = fold(text)
    found = services.organisations.find(text)
    exact = [row for row in found if wanted in (fold(row.name), fold(row.code))]
    chosen = exact or found
    if not chosen:
        raise Refusal("no_such_organisation", field="organisation", text=text)
    if len(chosen) > 1:
        names = tuple(row.name for row in chosen[:5])
        raise Refusal("organisation_ambiguous", field="organisation", text=text, names=names)
    return chosen[0].id


def series_named(services: Services, text: str) -> int:
    """The id of the series with this code. Raises `no_such_series`."""
    wanted = fold(text)
    for row in services.series.all():
        if fold(row.code) == wanted:
            return row.id
    raise Refusal("no_such_series", field="series", text=text)
