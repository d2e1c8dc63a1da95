"""The catalogue of trainings: titles, lengths, groups, usual rooms."""

from __future__ import annotations

import re

from desktop_app.domain.import_report import LineReport
from desktop_app.domain.imported import ListedTitle
from desktop_app.domain.reading_time import parse_duration
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.services.importing.columns import Line, Table
from desktop_app.services.importing.known import Known
from desktop_app.services.importing.lines import (
    Judging,
    Once,
    code_in,
    plan_lines,
    required,
    text_in,
)

_HALF_DAYS = re.compile(r"(?P<number>\d+)\s*(?P<unit>demi[\s-]*journee|jour)")
_LONGEST_HALF_DAY = 5 * 60
"""Minutes: a longer training has two half-days to sign."""


def plan_titles(table: Table, known: Known) -> tuple[LineReport, ...]:
    """Known by their code."""
    once = Once()

    def plan(judging: Judging) -> LineReport:
        title = _read(judging.line, known)
        once.refuse_repeat(title.code, judging.line, "code")
        for code in title.room_codes:
            judging.doubt_if_hanging(known, "room", code, "rooms")
            room = known.rooms[code]
            if title.group_size >= room.max_headcount:
                judging.remark(
                    "import_group_too_large",
                    "rooms",
                    room=room.name,
                    group=title.group_size,
                    maximum=room.max_headcount,
                )
        verdict = judging.verdict(known.titles.get(title.code), title)
        if known.learns("title", title.code, verdict):
            known.titles[title.code] = title
        return judging.report(f"{title.code} {title.title}", verdict, title)

    return plan_lines(table, plan)


def _read(line: Line, known: Known) -> ListedTitle:
    required(line, "title")
    minutes = parse_duration(required(line, "length"), field="length")
    note = text_in(line, "note", 400)
    words = fold(note)
    return ListedTitle(
        code=code_in(line, "code"),
        title=text_in(line, "title", 300),
        minutes=minutes,
        half_days=_half_days(line.get("length"), minutes),
        group_size=_group_size(required(line, "group")),
        room_codes=_rooms(line, known),
        discreet="discret" in words or "discreet" in words,
        note=note,
    )


def _half_days(text: str, minutes: int) -> int:
    """What the brackets say (“2 demi-journées”, “2 jours”); else what the length tells."""
    found = _HALF_DAYS.search(fold(text))
    if found is None:
        return 1 if minutes <= _LONGEST_HALF_DAY else 2
    return int(found["number"]) * (2 if found["unit"] == "jour" else 1)


def _group_size(text: str) -> int:
    """The larger number of “25–28”. Raises Refusal `import_group_unreadable`."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if not re.fullmatch(r"\D*\d{1,4}(\D{1,4}\d{1,4})?\D*", text) or not max(numbers, default=0):
        raise Refusal("import_group_unreadable", field="group", text=text)
    return max(numbers)


def _rooms(line: Line, known: Known) -> tuple[str, ...]:
    pieces = (piece.strip() for piece in re.split(r"[/,;+]|\bou\b", line.get("rooms")))
    return tuple(known.room(piece, "rooms").code for piece in pieces if piece)
