"""What a search found, as lines for the eye: grouped, each group with its icon and its word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from desktop_app.ui.privacy import Privacy
from desktop_app.wording import _


class Hit(Protocol):
    """What the window needs of a hit of `services.search` (see `desktop_app.domain.search`).

    kind: `room`, `booking`, `organisation`, `person`, `training`; screen and the ids make the
    `Destination` that opens it.
    """

    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def screen(self) -> str: ...
    @property
    def day(self) -> date | None: ...
    @property
    def booking_id(self) -> int | None: ...
    @property
    def session_id(self) -> int | None: ...
    @property
    def organisation_id(self) -> int | None: ...
    @property
    def room_id(self) -> int | None: ...


class Line(NamedTuple):
    """A line of the list: a group's word (hit is None and choosable False), a hit, or a wish."""

    kind: str
    title: str
    subtitle: str = ""
    hit: Hit | None = None
    choosable: bool = True


def group_words() -> dict[str, tuple[str, str]]:
    """Kind → icon and word, in the order the groups are shown."""
    return {
        "room": ("door-open", _("Salles")),
        "booking": ("calendar-days", _("Réservations")),
        "organisation": ("handshake", _("Associations")),
        "training": ("graduation-cap", _("Formations")),
        "person": ("user", _("Personnes")),
    }


def lines_of(hits: Sequence[Hit], privacy: Privacy) -> list[Line]:
    """Hits as lines, group by group; names of people masked when they must be."""
    made: list[Line] = []
    for kind, (_icon, word) in group_words().items():
        group = [hit for hit in hits if hit.kind == kind]
        if group:
            made.append(Line(kind, word, choosable=False))
        for hit in group:
            title = privacy.show(hit.title) if kind == "person" else hit.title
            made.append(Line(kind, title, hit.subtitle, hit))
    return made
