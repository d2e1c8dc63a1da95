"""What a commit touched: the message the bell carries from the database to the screens."""

from __future__ import annotations

from dataclasses import dataclass

Touched = tuple[str, int | None]
"""(kind, id): `("booking", 12)`; id None means “several, or all, of this kind”."""

KINDS = frozenset(
    {
        "booking",
        "series",
        "room",
        "opening",
        "organisation",
        "person",
        "key",
        "visit",
        "session",
        "enrolment",
        "check_in",
        "badge",
        "staff",
        "setting",
        "unavailability",
        "edition",
    }
)


@dataclass(frozen=True, slots=True)
class Changes:
    """A set of touched things, or everything (after an import, a restore, a lost connection)."""

    touched: frozenset[Touched] = frozenset()
    everything: bool = False

    def concerns(self, kinds: frozenset[str]) -> bool:
        """Is any of these kinds touched?"""
        return self.everything or any(kind in kinds for kind, _ in self.touched)

    def __bool__(self) -> bool:
        return self.everything or bool(self.touched)


EVERYTHING = Changes(everything=True)
