"""Each good line goes to the pen that writes its kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from database.unit_of_work import UnitOfWork
from database.writes import importing as write_importing
from desktop_app.domain.badges import Chooser
from desktop_app.domain.import_report import (
    FileReport,
    ImportReport,
    LineReport,
    ListKind,
    Verdict,
)
from desktop_app.domain.imported import (
    DateToEnrich,
    ListedBooking,
    ListedEnrolment,
    ListedKey,
    ListedOrganisation,
    ListedRoom,
    ListedStaff,
    ListedTitle,
    SeriesToWrite,
)
from desktop_app.domain.opening import Closure, OpeningPeriod
from desktop_app.services.importing.booking_pen import enrich_date, put_booking, put_series
from desktop_app.services.importing.enrolment_pen import EnrolmentPen
from desktop_app.services.importing.known import Known
from desktop_app.services.importing.pen import Pen


class Writer:
    """Writes the lines of one import within its transaction. now: the instant of the import."""

    def __init__(self, work: UnitOfWork, known: Known, now: datetime, random: Chooser) -> None:
        pen = Pen(work)
        self._work = work
        self._writers: dict[type, Callable[[Any], object]] = {
            ListedRoom: pen.put_room,
            ListedKey: pen.put_key,
            Closure: lambda closure: write_importing.put_closure(work, closure),
            ListedOrganisation: pen.put_organisation,
            ListedStaff: lambda person: write_importing.put_staff(work, person),
            ListedTitle: pen.put_title,
            SeriesToWrite: lambda record: put_series(pen, record),
            DateToEnrich: lambda record: enrich_date(pen, record),
            ListedBooking: lambda booking: put_booking(pen, booking, known),
            ListedEnrolment: EnrolmentPen(pen, now, random).put,
        }

    def put(self, file: FileReport, line: LineReport) -> None:
        if isinstance(line.record, OpeningPeriod):
            self._put_hours(file, line.record)
        else:
            self._writers[type(line.record)](line.record)

    def _put_hours(self, file: FileReport, period: OpeningPeriod) -> None:
        """The list's hours of that weekday, all of them, are the hours of that weekday."""
        same_day = [
            line.record
            for line in file.lines
            if isinstance(line.record, OpeningPeriod) and line.record.weekday == period.weekday
        ]
        write_importing.replace_hours(self._work, [period.weekday], same_day)


def lines_to_write(
    report: ImportReport, *, take_doubtful: bool
) -> list[tuple[FileReport, LineReport]]:
    """The lines an import writes, each with its file, in the order in which they can be."""
    wanted = {Verdict.CREATED, Verdict.UPDATED}
    if take_doubtful:
        wanted.add(Verdict.DOUBTFUL)
    return [
        (file, line)
        for file in report.files
        for line in _in_writing_order(file)
        if line.verdict in wanted
    ]


def _in_writing_order(file: FileReport) -> Iterator[LineReport]:
    """As the list has them; composites after their parts, enrolments as they came in."""
    if file.kind is ListKind.ROOMS:
        yield from sorted(file.lines, key=_is_composite)
    elif file.kind is ListKind.ENROLMENTS:
        yield from sorted(file.lines, key=_stamp)
    else:
        yield from file.lines


def _is_composite(line: LineReport) -> bool:
    return isinstance(line.record, ListedRoom) and bool(line.record.part_codes)


def _stamp(line: LineReport) -> tuple[bool, object, int]:
    stamp = line.record.enrolled_at if isinstance(line.record, ListedEnrolment) else None
    return (stamp is None, stamp or 0, line.line)
