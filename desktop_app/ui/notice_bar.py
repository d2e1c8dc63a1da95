"""The newest notice at the foot of the window: it floats, nothing jumps; it waits for who reads."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.announcing import announce
from desktop_app.ui.notices import SECONDS, Notice, NoticeAction
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _

UNDO = "Ctrl+Z"
MOST_UNDOS = 200
LOUD = ("warning", "error")
ICONS = {"ok": "circle-check", "info": "info", "warning": "triangle-alert", "error": "circle-alert"}


class NoticeCard(QFrame):
    """One notice on its card, with its verb and a cross. Goes away by itself."""

    finished = Signal(object)
    """This card has been read, used or closed."""

    used = Signal(object)
    """Its verb, a `NoticeAction`, is being done."""

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.notice = theme, notice
        self.setAccessibleName(notice.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(10))
        sign = QLabel(self)
        sign.setPixmap(theme.pixmap(ICONS.get(notice.tone, "info"), notice.tone, 20))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(theme, notice.text, "body", wraps=True, parent=self), 1)
        self._verb: Button | None = None
        if notice.action is not None:
            verb = self._verb = Button(
                theme,
                notice.action.label,
                icon="undo-2" if notice.action.keys == UNDO else "",
                keys=notice.action.keys,
                binds_keys=False,
                parent=self,
            )
            verb.clicked.connect(self._act)
            row.addWidget(verb)
        cross = Button(theme, _("Fermer"), icon="x", tone="ghost", icon_only=True, parent=self)
        cross.clicked.connect(self.finish)
        row.addWidget(cross)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.finish)
        self._timer.start()

    @Slot()
    def _act(self) -> None:
        action = self.notice.action
        self.finish()
        if action is not None:
            self.used.emit(action)
            action.do()

    def withdraw(self) -> None:
        """Take the verb back: something newer was done, or undone, and it would hit that."""
        self.notice = self.notice._replace(action=None)
        if self._verb is not None:
            self._verb.hide()

    @Slot()
    def finish(self) -> None:
        self._timer.stop()
        self.finished.emit(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        fill, edge = theme.colour(f"{self.notice.tone}.soft"), theme.colour(self.notice.tone)
        painting.rounded(painter, self.rect(), theme.px(10), fill, edge, max(1, theme.px(1)))


class NoticeBar(QWidget):
    """Shows the newest notice over the foot of its host, and no other: what is behind is needed.

    Warnings, and an undo that nothing newer took over, come back once the newer one has gone.
    keeps_free: a widget that a notice may not lie upon, asked at each showing.
    """

    def __init__(
        self, theme: Theme, host: QWidget, keeps_free: Callable[[], QWidget | None] = lambda: None
    ) -> None:
        super().__init__(host)
        self._theme, self._host, self._keeps_free = theme, host, keeps_free
        self._waiting: list[Notice] = []
        self._undos: deque[NoticeAction] = deque(maxlen=MOST_UNDOS)
        self._card: NoticeCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        host.installEventFilter(self)
        self.hide()

    @property
    def card(self) -> NoticeCard | None:
        """The notice now shown."""
        return self._card

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        """Show it now. The same words twice are said once."""
        if _undoes(notice):
            self.withdraw_undo()
        if notice.action is not None and notice.action.keys == UNDO:
            self._undos.append(notice.action)
        shown = self._card
        if shown is not None:
            self._take_away(shown)
            self._waiting.append(shown.notice)
        self._waiting = [
            one for one in self._waiting if one.text != notice.text and _comes_back(one)
        ]
        self._add(notice)

    def withdraw_undo(self) -> None:
        """Earlier notices offer undo no more: it always takes back the last thing done."""
        if self._card is not None and _undoes(self._card.notice):
            self._card.withdraw()
        self._waiting = [
            notice._replace(action=None) if _undoes(notice) else notice for notice in self._waiting
        ]

    def take_undo(self) -> Callable[[], object] | None:
        """What Ctrl+Z should do: take back the last thing told, then the one before it. None:
        nothing was told. It is offered no more."""
        self.withdraw_undo()
        return self._undos.pop().do if self._undos else None

    @Slot(object)
    def note_quietly(self, undo: NoticeAction) -> None:
        """Something was done in sight of everybody: no words, but Ctrl+Z takes it back."""
        self.withdraw_undo()
        self._undos.append(undo)

    @Slot(object)
    def _forget_undo(self, used: NoticeAction) -> None:
        if used in self._undos:
            self._undos.remove(used)

    def _add(self, notice: Notice) -> None:
        card = self._card = NoticeCard(self._theme, notice, self)
        card.finished.connect(self._remove)
        card.used.connect(self._forget_undo)
        self._column.addWidget(card)
        card.show()
        announce(self, notice.text, urgent=notice.tone in LOUD)
        self._place()

    def _take_away(self, card: NoticeCard) -> None:
        self._card = None
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    @Slot(object)
    def _remove(self, card: NoticeCard) -> None:
        if card is not self._card:
            return
        self._take_away(card)
        self._waiting = [one for one in self._waiting if _comes_back(one)]
        if self._waiting:
            self._add(self._waiting.pop())
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        if self._card is None:
            self.hide()
            return
        px = self._theme.px
        width = min(px(620), self._host.width() - 2 * px(16))
        height = self._height(width)
        # Left of the middle: the verbs of a panel are at the right, and must stay reachable.
        place = QRect(px(22), self._host.height() - height - px(16), width, height)
        free = self._keeps_free()
        if free is not None and free.isVisible():
            top = free.mapTo(self._host, QPoint(0, 0)).y()
            if px(16) < top - height - px(8) < place.top():
                place.moveTop(top - height - px(8))
        self.setGeometry(place)
        self.show()
        self.raise_()

    def _height(self, width: int) -> int:
        layout = self._column
        layout.invalidate()
        if layout.hasHeightForWidth():
            return layout.heightForWidth(width)
        hint: QSize = layout.sizeHint()
        return hint.height()


def _undoes(notice: Notice) -> bool:
    """Does its verb take back, or do again, the last thing done?"""
    return notice.action is not None and notice.action.keys in (UNDO, "Ctrl+Y")


def _comes_back(notice: Notice) -> bool:
    """Is there something left to read or to do, when a newer notice has gone?"""
    return notice.tone in LOUD or notice.action is not None
