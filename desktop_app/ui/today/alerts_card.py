"""What wants attention today: files out of date, options that end. One line each, few lines."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.papers import StalePaper
from desktop_app.domain.rooms import RoomUnavailability
from desktop_app.domain.today import TodayBoard
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.today.alert_line import Alert, AlertLine
from desktop_app.ui.today.keyed_rows import KeyedRows
from desktop_app.ui.widgets import Card
from desktop_app.ui.widgets.booking_face import title_of
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_short, say_time
from desktop_app.wording.papers import say_stale_papers
from desktop_app.wording.today import say_alert, say_alert_short

_MOST_NAMED = 3
"""Files out of date that are named; the others are a number: at the end of the year they are a
wave, and the list of associations has them all."""


class AlertsCard(Card):
    """Hidden on a quiet day."""

    booking_opened = Signal(int)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("À savoir"), parent=parent)
        self._context = context
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.lines = KeyedRows[AlertLine](self._column)
        self.body.addLayout(self._column)
        self._board: TodayBoard | None = None
        self._alerts: dict[str, Alert] = {}
        context.desk.papers_stale.connect(self._show_stale)

    def show_board(self, board: TodayBoard) -> None:
        self._board = board
        self._show()

    @Slot(object)
    def _show_stale(self, _found: object) -> None:
        self._show()

    def _show(self) -> None:
        found: dict[str, Alert] = {}
        stale = self._context.desk.stale_papers
        board = () if self._board is None else alerts_of(self._board)
        for alert in (*stale_alerts(stale), *board):
            found[alert.text] = alert
        self._alerts = found
        self.lines.show(list(found), self._make)
        self.setVisible(bool(found))

    def words(self) -> tuple[str, ...]:
        """Every line, in order."""
        return tuple(self._alerts)

    def _make(self, text: object) -> AlertLine:
        line = AlertLine(self._context.theme, self._alerts[str(text)])
        line.destination_chosen.connect(self._context.navigator.open)
        line.booking_chosen.connect(self.booking_opened)
        line.reprint_chosen.connect(self._context.desk.reprint_requested)
        return line


def stale_alerts(found: tuple[StalePaper, ...]) -> Iterator[Alert]:
    """Printed sheets out of date: one line for all, one click prints them again."""
    if not found:
        return
    said = say_stale_papers(found)
    names = "\n".join((said, *(one.title for one in found)))
    yield Alert(names, said, _("réimprimer"), "printer", "warning", reprints=True)


def alerts_of(board: TodayBoard) -> Iterator[Alert]:
    """The gravest first: rooms out of use, files over, options that end today, files that end soon
    (a number)."""
    for period in board.unavailabilities:
        if period.ends_at > board.now:
            yield _out_of_use(board, period)
    over = [alert for alert in board.organisation_alerts if alert.code != "insurance_soon"]
    soon = len(board.organisation_alerts) - len(over)
    for alert in over[:_MOST_NAMED]:
        yield Alert(
            say_alert(alert),
            alert.organisation_name,
            say_alert_short(alert),
            "shield-alert",
            "error",
            Destination("associations", organisation_id=alert.organisation_id),
        )
    rest = len(over) - _MOST_NAMED
    if rest > 0:
        said = n_("et {n} autre dossier périmé", "et {n} autres dossiers périmés", rest)
        yield _to_associations(said.format(n=rest), "shield-alert", "error")
    for row in board.options_ending:
        yield _option(row)
    if soon:
        said = n_(
            "{n} assurance finit dans les 30 jours",
            "{n} assurances finissent dans les 30 jours",
            soon,
        )
        yield _to_associations(said.format(n=soon), "calendar-clock", "warning")


def _out_of_use(board: TodayBoard, period: RoomUnavailability) -> Alert:
    room = board.room(period.room_id)
    words = _("{room} : indisponible de {start} à {end}").format(
        room=room.name, start=say_time(period.starts_at), end=say_time(period.ends_at)
    )
    if period.reason:
        words = _("{sentence} ({reason})").format(sentence=words, reason=period.reason)
    tail = _("indisponible jusqu’à {end}").format(end=say_time(period.ends_at))
    where = Destination("planning", day=board.day, room_id=room.id)
    return Alert(words, room.name, tail, "ban", "error", where)


def _to_associations(words: str, icon: str, tone: str) -> Alert:
    return Alert(words, words, "", icon, tone, Destination("associations"))


def _option(row: BookingRow) -> Alert:
    title, day = title_of(row), say_day_short(row.starts_at.date())
    words = _("Option à confirmer aujourd’hui : {title}, {day}").format(title=title, day=day)
    tail = _("option à confirmer")
    return Alert(words, title, tail, "hourglass", "warning", None, row.id)
