"""Trainings somebody has followed, and who is ready for an event because of them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.trainings import MAINTAINED, AttendeeRow, EnrolmentStatus, SessionDetail


class FollowedTitle(NamedTuple):
    """A training followed on every half-day. day: of the last time."""

    code: str
    title: str
    day: date


class ReadyRow(NamedTuple):
    """Somebody of an event's list. followed: the wanted training, as they followed it last."""

    attendee: AttendeeRow
    followed: FollowedTitle | None

    @property
    def is_ready(self) -> bool:
        return self.followed is not None


def readiness(
    detail: SessionDetail, followed: Mapping[int, tuple[FollowedTitle, ...]], code: str
) -> tuple[ReadyRow, ...]:
    """Everybody who is to come, each with whether they have followed this training."""
    coming = MAINTAINED - {EnrolmentStatus.EXCUSED} | {EnrolmentStatus.WALK_IN}
    return tuple(
        ReadyRow(one, _of_code(followed.get(one.person_id, ()), code))
        for one in detail.attendees
        if one.status in coming
    )


def _of_code(titles: tuple[FollowedTitle, ...], code: str) -> FollowedTitle | None:
    return next((one for one in titles if one.code.casefold() == code.casefold()), None)
