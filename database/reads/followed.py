"""Which trainings people have followed: the answer to “have they done the base training?”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from database import tables
from desktop_app.domain.followed import FollowedTitle

_E, _S, _T = tables.enrolment.c, tables.training_session.c, tables.training_title.c
_H, _C = tables.half_day.c, tables.check_in.c

_HALF_DAYS = (
    select(func.count(_H.id))
    .where(_H.session_id == _S.id)
    .correlate(tables.training_session)
    .scalar_subquery()
)
_FOLLOWED = (
    select(_E.person_id, _T.code, _T.title, func.min(_H.starts_at))
    .select_from(tables.enrolment)
    .join(tables.check_in, _C.enrolment_id == _E.id)
    .join(tables.half_day, _H.id == _C.half_day_id)
    .join(tables.training_session, _S.id == _E.session_id)
    .join(tables.training_title, _T.id == _S.title_id)
    .where(_E.person_id.in_(bindparam("people", expanding=True)), _C.annulled_at.is_(None))
    .group_by(_E.person_id, _E.id, _S.id, _T.code, _T.title)
    .having(func.count(_C.id) >= _HALF_DAYS)
    .order_by(func.min(_H.starts_at).desc())
)


def of_people(
    connection: Connection, people: Iterable[int]
) -> dict[int, tuple[FollowedTitle, ...]]:
    """Titles followed to the end, every half-day, the last one first; each title once."""
    found: dict[int, dict[str, FollowedTitle]] = defaultdict(dict)
    values: dict[str, Any] = {"people": sorted(set(people))}
    for person_id, code, title, start in connection.execute(_FOLLOWED, values):
        found[person_id].setdefault(code, FollowedTitle(code, title, start.date()))
    return {person_id: tuple(titles.values()) for person_id, titles in found.items()}
