"""Attestations: who may have one, its number, and what it says for ever.

Only for somebody present on every half-day; the hours are those of the half-days followed. Source:
the venue's rules on attestations, 4.11. Pure: everyone may enter.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from desktop_app.domain.people import full_name
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.trainings import (
    AttendeeRow,
    HalfDay,
    SessionDetail,
    SessionStatus,
)


class AttestationKind(StrEnum):
    """An *attestation de présence* for volunteers; a *certificat de réalisation* for funded
    training only."""

    PRESENCE = "presence"
    COMPLETION = "completion"


class Followed(NamedTuple):
    """A half-day somebody came to, as the session had it. Wall time."""

    starts_at: datetime
    ends_at: datetime


class Attested(NamedTuple):
    """What an attestation says; kept as it was printed first."""

    name: str
    title: str
    venue: str
    place: str
    trainer: str
    followed: tuple[Followed, ...]

    @property
    def minutes(self) -> int:
        """Hours really followed."""
        return sum((end - start).seconds // 60 for start, end in self.followed)

    def to_dict(self) -> dict[str, Any]:
        """As it is stored."""
        hours = [[start.isoformat(), end.isoformat()] for start, end in self.followed]
        return {**self._asdict(), "followed": hours}

    @classmethod
    def from_dict(cls, stored: dict[str, Any]) -> Attested:
        hours = (
            Followed(datetime.fromisoformat(start), datetime.fromisoformat(end))
            for start, end in stored["followed"]
        )
        return cls(**{**stored, "followed": tuple(hours)})


class AttestationRow(NamedTuple):
    """An attestation that was handed out. issued_at is an instant."""

    id: int
    kind: str
    year: int
    number: int
    enrolment_id: int
    issued_at: datetime
    attested: Attested

    @property
    def code(self) -> str:
        """“2026-0007”."""
        return f"{self.year}-{self.number:04d}"


def attested_of(detail: SessionDetail, attendee: AttendeeRow, venue: str) -> Attested:
    """What can be attested of a person's presence.

    Raises `no_presence`, `presence_incomplete` and, while the check-in is not ended,
    `session_not_held`.
    """
    session = detail.session
    if session.status not in (SessionStatus.HELD, SessionStatus.LOCKED):
        raise Refusal("session_not_held")
    came = {arrival.half_day_id for arrival in attendee.arrivals}
    followed: list[HalfDay] = [one for one in detail.half_days if one.id in came]
    if not followed:
        raise Refusal("no_presence")
    if len(followed) < len(detail.half_days):
        raise Refusal("presence_incomplete", followed=len(followed), awaited=len(detail.half_days))
    return Attested(
        full_name(attendee.last_name, attendee.first_name),
        session.title,
        venue,
        session.room_name,
        session.trainer,
        tuple(Followed(one.starts_at, one.ends_at) for one in followed),
    )
