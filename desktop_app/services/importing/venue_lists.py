"""Rooms, keys, opening hours, closures and staff: the lists a venue has from its first day."""

from __future__ import annotations

import re
from datetime import time

from desktop_app.domain.calendar_words import WEEKDAYS
from desktop_app.domain.equipment import read_equipment
from desktop_app.domain.import_report import LineReport, Verdict
from desktop_app.domain.imported import ListedKey, ListedRoom, ListedStaff
from desktop_app.domain.opening import Closure, OpeningPeriod
from desktop_app.domain.reading_time import parse_count, parse_time
from desktop_app.domain.recurrence_words import parse_opening_rule
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Layout
from desktop_app.domain.search_text import fold
from desktop_app.domain.staff import Role
from desktop_app.domain.typed_text import plain
from desktop_app.services.importing.columns import Line, Table
from desktop_app.services.importing.known import Known
from desktop_app.services.importing.lines import (
    Judging,
    Once,
    code_in,
    day_in,
    plan_lines,
    required,
    text_in,
    yes_or_no,
)

_LAYOUTS = (
    (Layout.THEATRE, "theatre"),
    (Layout.CLASSROOM, "classroom"),
    (Layout.U_SHAPE, "u_shape"),
)
_PART_SEPARATORS = re.compile(r"[+,/;&]|\bet\b")
_ROLE_WORDS = (
    (Role.MANAGER, r"\bmanager\b|responsable"),
    (Role.RECEPTION, r"\breception\b|accueil"),
    (Role.TRAINING, r"\btraining\b|formation"),
    (Role.ASSOCIATIONS, r"\bassociations?\b|associative"),
    (Role.KIOSK, r"\bkiosk\b|borne"),
)
_MIDNIGHT_AT_THE_END = 1440


def plan_rooms(table: Table, known: Known) -> tuple[LineReport, ...]:
    """Rooms by code. A composite may stand before its parts: it is judged after them."""
    once = Once()
    lines = sorted(table.lines, key=lambda line: bool(line.get("parts")))
    positions = {line.number: place for place, line in enumerate(table.lines)}

    def plan(judging: Judging) -> LineReport:
        line = judging.line
        room = _read_room(line, known, positions[line.number])
        once.refuse_repeat(room.code, line, "code")
        for part in room.part_codes:
            judging.doubt_if_hanging(known, "room", part, "parts")
        verdict = judging.verdict(known.rooms.get(room.code), room)
        if known.learns("room", room.code, verdict):
            known.rooms[room.code] = room
        return judging.report(f"{room.code} {room.name}", verdict, room)

    reports = plan_lines(table, plan, lines)
    return tuple(sorted(reports, key=lambda report: report.line))


def _read_room(line: Line, known: Known, position: int) -> ListedRoom:
    maximum = parse_count(required(line, "max_headcount"), field="max_headcount")
    if maximum == 0:
        raise Refusal("import_headcount_zero", field="max_headcount")
    code = code_in(line, "code")
    return ListedRoom(
        code=code,
        name=text_in(line, "name", 120) or code,
        floor=text_in(line, "floor", 40),
        max_headcount=maximum,
        seats=_seats(line),
        equipment=read_equipment(line.get("equipment")),
        step_free=bool(yes_or_no(line, "step_free", empty=not line.has("step_free"))),
        part_codes=_parts(line, known, code),
        note=text_in(line, "note", 400),
        position=position,
    )


def _seats(line: Line) -> tuple[tuple[Layout, int], ...]:
    counted = (
        (layout, parse_count(line.get(key), field=key)) for layout, key in _LAYOUTS if line.get(key)
    )
    return tuple((layout, seats) for layout, seats in counted if seats)


def _parts(line: Line, known: Known, code: str) -> tuple[str, ...]:
    pieces = (piece.strip() for piece in _PART_SEPARATORS.split(line.get("parts")))
    parts: list[str] = []
    for piece in filter(None, pieces):
        room = known.room(piece, "parts")
        if room.code == code:
            raise Refusal("import_room_within_itself", field="parts")
        parts += room.elementary_codes
    return tuple(dict.fromkeys(parts))


def plan_keys(table: Table, known: Known) -> tuple[LineReport, ...]:
    once = Once()

    def plan(judging: Judging) -> LineReport:
        code = code_in(judging.line, "code")
        once.refuse_repeat(code, judging.line, "code")
        room = known.room(required(judging.line, "room"))
        if room.part_codes:
            raise Refusal("import_key_of_composite", field="room", room=room.name)
        judging.doubt_if_hanging(known, "room", room.code, "room")
        key = ListedKey(code, room.code)
        verdict = judging.verdict(known.keys.get(code), key)
        if known.learns("key", code, verdict):
            known.keys[code] = key
        return judging.report(f"{code} {room.name}", verdict, key)

    return plan_lines(table, plan)


def plan_opening(table: Table, known: Known) -> tuple[LineReport, ...]:
    """The list is the whole truth for the weekdays it names: other hours of theirs go."""
    before = list(known.periods)
    learnt: dict[OpeningPeriod, int] = {}

    def plan(judging: Judging) -> LineReport:
        period = _read_period(judging.line)
        first = learnt.setdefault(period, judging.line.number)
        if first != judging.line.number:
            raise Refusal("import_line_repeated", first=first)
        same_day = [one for one in before if one.weekday == period.weekday]
        verdict = Verdict.UPDATED if same_day else Verdict.CREATED
        if period in before:
            verdict = Verdict.UNCHANGED
        return judging.report(" ".join(filter(None, judging.line.cells.values())), verdict, period)

    reports = plan_lines(table, plan)
    days = {period.weekday for period in learnt}
    known.periods = [one for one in before if one.weekday not in days] + list(learnt)
    return reports


def _read_period(line: Line) -> OpeningPeriod:
    word = plain(required(line, "weekday")).rstrip(".")
    if word not in WEEKDAYS:
        raise Refusal("import_weekday_unknown", field="weekday", text=line.get("weekday"))
    opens = parse_time(required(line, "opens"), field="opens")
    closes = parse_time(required(line, "closes"), field="closes")
    opens_minute, closes_minute = (_minutes(opens), _minutes(closes) or _MIDNIGHT_AT_THE_END)
    if closes_minute <= opens_minute:
        raise Refusal("end_before_start", field="closes", start=opens, end=closes)
    nth = None
    if line.get("rule"):
        nth = parse_opening_rule(line.get("rule"), WEEKDAYS[word], field="rule")
    return OpeningPeriod(WEEKDAYS[word], opens_minute, closes_minute, nth)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def plan_closures(table: Table, known: Known) -> tuple[LineReport, ...]:
    """A closure is known by its first day: the same first day with another end is a change."""

    def plan(judging: Judging) -> LineReport:
        closure = _read_closure(judging.line, known)
        before = next((one for one in known.closures if one.first == closure.first), None)
        verdict = judging.verdict(before, closure)
        known.closures = [one for one in known.closures if one is not before] + [closure]
        return judging.report(closure.reason, verdict, closure)

    return plan_lines(table, plan)


def _read_closure(line: Line, known: Known) -> Closure:
    first = day_in(line, "first", known.today)
    last = day_in(line, "last", known.today) or first
    if first is None or last is None:
        raise Refusal("import_cell_missing", field="first")
    if last < first:
        raise Refusal("import_days_in_wrong_order", field="last", first=first, last=last)
    required(line, "reason")
    return Closure(first, last, text_in(line, "reason", 200))


def plan_staff(table: Table, known: Known) -> tuple[LineReport, ...]:
    once = Once()

    def plan(judging: Judging) -> LineReport:
        line = judging.line
        login = required(line, "login").lower()
        once.refuse_repeat(login, line, "login")
        words = fold(required(line, "role"))
        role = _role_of(line)
        staff = ListedStaff(
            login=login[:40],
            shown_name=text_in(line, "shown_name", 120) or login,
            role=role,
            may_override=role is Role.MANAGER and "no override" not in words,
            hours=text_in(line, "hours", 120),
        )
        verdict = judging.verdict(known.staff.get(login), staff)
        known.staff[login] = staff
        return judging.report(f"{login} {staff.shown_name}", verdict, staff)

    return plan_lines(table, plan)


def _role_of(line: Line) -> Role:
    """The code in brackets when there is one (“apprenti (reception, no override)”), else words."""
    text = line.get("role")
    bracketed = re.search(r"\(([^)]*)\)", text)
    for words in filter(None, (bracketed and fold(bracketed[1]), fold(text))):
        for role, pattern in _ROLE_WORDS:
            if re.search(pattern, words):
                return role
    raise Refusal("import_role_unknown", field="role", text=text)
