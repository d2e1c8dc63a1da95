"""The next bookings and the permanences of an organisation, as lines that lead to the planning."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.bookings import BookingRow, Status, family
from desktop_app.domain.recurrence import Rule
from desktop_app.ui.associations.facts import File, SeriesFacts
from desktop_app.ui.associations.link_line import LinkLine
from desktop_app.ui.associations.sections import Section
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Text
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day, say_day_short, say_hours, say_period
from desktop_app.wording.labels import label_of_kind, label_of_status, letter_of_kind
from desktop_app.wording.recurrence import say_rule

_FEW = 5


class ComingSection(Section):
    """The bookings from now on, the first five of them."""

    opened = Signal(object)
    """The booking somebody wants to see on the planning."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Prochaines réservations"), parent)

    def show_file(self, file: File) -> None:
        rows: list[QWidget] = [self._line(one, file.rooms) for one in file.bookings[:_FEW]]
        more = len(file.bookings) - _FEW
        if not rows:
            rows = [Text(self._theme, _("Aucune réservation à venir."), "body", "muted")]
        elif more > 0:
            words = n_("et {n} autre ensuite", "et {n} autres ensuite", more).format(n=more)
            rows.append(Text(self._theme, words, "small", "muted"))
        self.show_rows(rows)

    def _line(self, row: BookingRow, rooms: Mapping[int, str]) -> LinkLine:
        line = LinkLine(
            self._theme,
            f"{say_day_short(row.starts_at.date())} · {say_hours(row.starts_at, row.ends_at)}",
            " · ".join(_details(row, rooms)),
            family=family(row.kind).value,
            letter=letter_of_kind(row.kind),
        )
        line.clicked.connect(partial(self.opened.emit, row))
        return line


class SeriesSection(Section):
    """The permanences: the rule in words, how many dates, the next one."""

    opened = Signal(object)
    """The booking somebody wants to see on the planning: the next date of a series."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Permanences et séries"), parent)

    def show_file(self, file: File) -> None:
        self.setVisible(bool(file.series))
        self.show_rows([self._line(one, file.rooms) for one in file.series])

    def _line(self, one: SeriesFacts, rooms: Mapping[int, str]) -> LinkLine:
        row = one.series
        hours = _clock(row.starts_minute), _clock(row.ends_minute)
        rule = say_rule(Rule.from_dict(dict(row.rule)), hours)
        line = LinkLine(
            self._theme,
            f"{row.code} · {rule}",
            " · ".join((rooms.get(row.room_id, ""), say_dates(one))),
            family=family(row.kind).value,
            letter=letter_of_kind(row.kind),
        )
        period = say_period(row.first_day, row.last_day)
        following = one.next
        if following is not None:
            words = _("prochaine date : {day}").format(day=say_day(following.starts_at.date()))
            line.clicked.connect(partial(self.opened.emit, following))
        else:
            words = _("plus de date à venir")
            line.setEnabled(False)
        line.setToolTip(f"{row.title}\n{rule}\n{period}\n{words}")
        return line


def say_dates(one: SeriesFacts) -> str:
    """“42 dates, 3 supprimées (fermeture)”."""
    dates = n_("{n} date", "{n} dates", one.dates).format(n=one.dates)
    if not one.dropped:
        return dates
    dropped = n_("{n} supprimée (fermeture)", "{n} supprimées (fermeture)", one.dropped).format(
        n=one.dropped
    )
    return f"{dates}, {dropped}"


def _details(row: BookingRow, rooms: Mapping[int, str]) -> list[str]:
    found = [rooms.get(row.room_id, row.room_code), row.title or label_of_kind(row.kind)]
    if row.status != Status.CONFIRMED:
        found.append(label_of_status(row.status))
    return found


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
