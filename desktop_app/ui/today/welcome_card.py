"""Who must be welcomed: the late ones first, then those of the next three hours. One click each."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.today import TodayBoard, Welcome
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.theme import Theme
from desktop_app.ui.today.day_words import say_late
from desktop_app.ui.today.keyed_rows import KeyedRows
from desktop_app.ui.widgets import Button, Card, Chip, ElidedLabel, Text
from desktop_app.ui.widgets.booking_face import title_of
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_duration, say_time
from desktop_app.wording.labels import label_of_kind


class WelcomeRow(QFrame):
    """One group: its hour, its name, where it goes, and the verb."""

    welcome_requested = Signal(int)
    no_show_requested = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme, booking_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._booking_id = theme, booking_id
        self.hour = Text(theme, "", "strong")
        self.title = ElidedLabel(theme, "", "strong")
        self.detail = ElidedLabel(theme, "", "small", "muted")
        self.late = Text(theme, "", "small_strong", "error")
        self.absent = Button(
            theme, _("Non-présentation"), icon="user-x", tone="secondary", icon_only=True
        )
        self.button = Button(theme, _("Accueillir"), icon="check", tone="primary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        self._below = QHBoxLayout()
        self._below.addWidget(self.late)
        self._below.addWidget(self.detail, 1)
        words.addLayout(self._below)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.hour)
        self._row.addLayout(words, 1)
        for part in (self.absent, self.button):
            self._row.addWidget(part)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._welcome)
        self.absent.clicked.connect(self._note_absent)
        theme.changed.connect(self._dress)
        self._dress()

    def show_welcome(self, welcome: Welcome, room_name: str) -> None:
        row = welcome.row
        title, late = title_of(row), welcome.late_minutes
        self.hour.setText(say_time(row.starts_at))
        self.title.setText(title)
        words = [room_name, label_of_kind(row.kind)]
        if row.organisation_name and not row.discreet and row.organisation_name != title:
            words.append(row.organisation_name)
        self.detail.setText(" · ".join(words))
        self.late.setVisible(late > 0)
        self.late.setText(say_short_late(late))
        self.late.setToolTip(say_late(late))
        self.absent.setVisible(welcome.no_show)
        said = _("Accueillir {title}, {time}, {room}").format(
            title=title, time=say_time(row.starts_at), room=room_name
        )
        self.button.setAccessibleName(said)
        self.button.setAccessibleDescription(say_late(late) if late else "")
        self.absent.setAccessibleName(_("Non-présentation de {title}").format(title=title))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self._booking_id)

    @Slot()
    def _welcome(self) -> None:
        self.welcome_requested.emit(self._booking_id)

    @Slot()
    def _note_absent(self) -> None:
        self.no_show_requested.emit(self._booking_id)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(4), px(14), px(4))
        self._row.setSpacing(px(8))
        self._below.setSpacing(px(6))
        hour = self._theme.metrics("strong").horizontalAdvance(say_time_widest())
        self.hour.setMinimumWidth(hour + px(4))


class RowArea(QScrollArea):
    """A list that wants the height of its rows, and scrolls when it does not get it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._row_height = 1, 0

    def set_rows(self, rows: int, height: int) -> None:
        self._rows, self._row_height = max(1, rows), height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._rows * self._row_height + 2)

    def minimumSizeHint(self) -> QSize:
        least = min(self._rows, 2) * self._row_height
        return QSize(super().minimumSizeHint().width(), least)


class WelcomeCard(Card):
    """The list; it scrolls in itself when there are many."""

    welcome_requested = Signal(int)
    no_show_requested = Signal(int)
    booking_opened = Signal(int)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("À accueillir"), padded=False, parent=parent)
        self._theme = theme
        self.late = Chip(theme, "", "error", "clock")
        self.late.hide()
        self.header.addWidget(self.late)
        self.header.addStretch(1)
        self.header.addWidget(Text(theme, _("3 prochaines heures"), "small", "muted"))
        self.empty = Text(theme, _("Personne à accueillir d’ici trois heures."), "body", "muted")
        self.empty.setWordWrap(True)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(0)
        column.addLayout(self._rows_column)
        column.addWidget(self.empty)
        column.addStretch(1)
        self.rows = KeyedRows[WelcomeRow](self._rows_column)
        self.area = RowArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.body.addWidget(self.area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._dress_list)
        self._dress_list()

    def show_board(self, board: TodayBoard) -> None:
        """Show who is still to come."""
        found = {one.row.id: one for one in board.welcome}
        self.rows.show(list(found), self._make)
        for booking_id, welcome in found.items():
            room = board.room(welcome.row.room_id)
            self.rows.get(booking_id).show_welcome(welcome, room.name)
        self.empty.setVisible(not found)
        late = sum(one.late_minutes > 0 for one in found.values())
        self.late.setVisible(late > 0)
        self.late.set(n_("{n} retard", "{n} retards", late).format(n=late))
        self._fit(len(found))

    def _make(self, booking_id: object) -> WelcomeRow:
        row = WelcomeRow(self._theme, int(str(booking_id)))
        row.welcome_requested.connect(self.welcome_requested)
        row.no_show_requested.connect(self.no_show_requested)
        row.opened.connect(self.booking_opened)
        return row

    def _fit(self, count: int) -> None:
        """As high as its rows; it gives way down to two of them, and then scrolls."""
        self.area.set_rows(count, self._row_height())
        self.updateGeometry()

    def _row_height(self) -> int:
        theme = self._theme
        words = theme.metrics("strong").height() + theme.metrics("small").height()
        return max(words, theme.px(36)) + theme.px(8)

    @Slot()
    def _dress_list(self) -> None:
        self.empty.setContentsMargins(self._theme.px(16), 0, self._theme.px(16), self._theme.px(8))
        self._fit(len(self.rows.all()))


def say_short_late(minutes: int) -> str:
    """“+25 min”: how long they have been waited for."""
    return _("+{duration}").format(duration=say_duration(max(1, minutes)))


def say_time_widest() -> str:
    """The widest hour, so that titles line up."""
    return say_time(time(20, 30))
