"""Keys: which open which room, who has one and until when, and the state rooms are given back in.

A composite has no key of its own: it is opened with one key of each of its parts. Everyone may
enter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.refusals import Refusal

if TYPE_CHECKING:
    from desktop_app.domain.rooms import Room
    from desktop_app.domain.venue import HouseRules

LONGEST_NAME = 120
LONGEST_REMARK = 200
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class LoanStatus(StrEnum):
    """States of a key loan (source: the venue's glossary, 5.3); *late* is read from the clock.

    ANNULLED: the handing was undone at once, the key never left the desk.
    """

    OUT = "out"
    RETURNED = "returned"
    LOST = "lost"
    ANNULLED = "annulled"


class Verdict(StrEnum):
    """How a room was found when its key came back."""

    OK = "ok"
    REMARK = "remark"


class KeyRow(NamedTuple):
    """A key on the board."""

    id: int
    code: str
    room_id: int


class KeyLoanRow(NamedTuple):
    """A key that was handed out. `due_at` is wall time, the other two are instants."""

    id: int
    key_id: int
    key_code: str
    key_room_id: int
    booking_id: int
    booking_room_id: int
    title: str
    organisation_name: str | None
    discreet: bool
    handed_to: str
    handed_at: datetime
    due_at: datetime
    returned_at: datetime | None
    status: str

    @property
    def holder(self) -> str | None:
        """The group that has it; None when the group is not to be named in the hall."""
        return None if self.discreet else (self.organisation_name or self.title)

    def is_out(self) -> bool:
        return self.status == LoanStatus.OUT

    def is_late(self, now: datetime) -> bool:
        """Out past its hour. now: wall time."""
        return self.is_out() and now > self.due_at


class RoomRemark(NamedTuple):
    """What was said of a room when its key last came back."""

    room_id: int
    booking_id: int
    made_at: datetime
    remark: str


def due_back(ends_at: datetime, rules: HouseRules) -> datetime:
    """When a key is expected: a quarter of an hour after the end, unless the house says other."""
    return ends_at + timedelta(minutes=rules.key_return_minutes)


def opens(key: KeyRow, room: Room) -> bool:
    """Is this key one of this room, or of one of its parts?"""
    return key.room_id in room.elementary_ids


def keys_of(room: Room, keys: Iterable[KeyRow]) -> tuple[KeyRow, ...]:
    """The keys that open the room, or a part of it, in the order of the board."""
    return tuple(sorted((key for key in keys if opens(key, room)), key=lambda key: key.code))


def suggested(
    room: Room, keys: Iterable[KeyRow], away: Iterable[KeyLoanRow], booking_id: int
) -> tuple[KeyRow, ...]:
    """The keys to hand to this group: the first one at the desk of each part it has no key of.

    away: every loan that is out or lost. A part whose keys are all away is passed over.
    """
    keys, away = tuple(keys), tuple(away)
    gone = {loan.key_id for loan in away}
    owned = {loan.key_room_id for loan in away if loan.booking_id == booking_id}
    found: list[KeyRow] = []
    for part in room.elementary_ids:
        if part not in owned:
            at_desk = [key for key in keys_of(room, keys) if key.room_id == part]
            found += [key for key in at_desk if key.id not in gone][:1]
    return tuple(found)


def find_key(text: str, keys: Iterable[KeyRow]) -> KeyRow:
    """The key somebody means by “K08”, “k 8” or “8”.

    Raises `key_missing` when nothing is said, `key_unknown` when no key is called so.
    """
    wanted = _plain_code(text)
    if not wanted:
        raise Refusal("key_missing", field="key")
    keys = tuple(keys)
    for key in keys:
        if _plain_code(key.code) == wanted:
            return key
    by_number = [key for key in keys if _plain_code(key.code).lstrip(_LETTERS) == wanted]
    if len(by_number) == 1:
        return by_number[0]
    raise Refusal("key_unknown", field="key", text=tidy(text))


def tidy(text: str) -> str:
    """One line of printable signs, single spaces."""
    return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())


def _plain_code(text: str) -> str:
    """Capitals without spaces, hyphens and leading zeros: “k-08” → “K8”."""
    bare = re.sub(r"[^0-9A-Z]", "", text.upper())
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", bare)


def holder_named(handed_to: str) -> str:
    """The name of who takes the key. Raises `key_holder_missing`, `text_too_long`."""
    name = tidy(handed_to)
    if not name:
        raise Refusal("key_holder_missing", field="handed_to")
    if len(name) > LONGEST_NAME:
        raise Refusal("text_too_long", field="handed_to", longest=LONGEST_NAME)
    return name


def remark_made(verdict: Verdict, remark: str) -> str:
    """The remark that goes with a verdict: none with OK, one with REMARK.

    Raises `remark_missing`, `text_too_long`.
    """
    if verdict is Verdict.OK:
        return ""
    said = tidy(remark)
    if not said:
        raise Refusal("remark_missing", field="remark")
    if len(said) > LONGEST_REMARK:
        raise Refusal("text_too_long", field="remark", longest=LONGEST_REMARK)
    return said
