"""Notices at the foot of the window: they float, so nothing jumps; they wait while one reads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.announcing import announce
from desktop_app.ui.notices import SECONDS, Notice
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _

SHOWN_AT_ONCE = 3
ICONS = {"ok": "circle-check", "info": "info", "warning": "triangle-alert", "error": "circle-alert"}


class NoticeCard(QFrame):
    """One notice on its card, with its verb and a cross. Goes away by itself."""

    finished = Signal(object)
    """This card has been read, used or closed."""

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
                icon="undo-2" if notice.action.keys == "Ctrl+Z" else "",
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
    """Shows notices over the foot of its host, the newest lowest; older ones wait their turn."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._host = theme, host
        self._waiting: list[Notice] = []
        self._cards: list[NoticeCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        host.installEventFilter(self)
        self.hide()

    @property
    def cards(self) -> tuple[NoticeCard, ...]:
        return tuple(self._cards)

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        """Show it now if there is room, else when one has gone. The same words twice are once."""
        for card in self._cards:
            if card.notice.text == notice.text:
                card.finish()
                break
        if _undoes(notice):
            self.withdraw_undo()
        if len(self._cards) < SHOWN_AT_ONCE:
            self._add(notice)
        else:
            self._waiting.append(notice)

    def withdraw_undo(self) -> None:
        """Earlier notices offer undo no more: it always takes back the last thing done."""
        for card in self._cards:
            if _undoes(card.notice):
                card.withdraw()
        self._waiting = [
            notice._replace(action=None) if _undoes(notice) else notice for notice in self._waiting
        ]

    def _add(self, notice: Notice) -> None:
        card = NoticeCard(self._theme, notice, self)
        card.finished.connect(self._remove)
        self._cards.append(card)
        self._column.addWidget(card)
        card.show()
        announce(self, notice.text, urgent=notice.tone in ("warning", "error"))
        self._place()

    @Slot(object)
    def _remove(self, card: NoticeCard) -> None:
        if card not in self._cards:
            return
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        if self._waiting:
            self._add(self._waiting.pop(0))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        if not self._cards:
            self.hide()
            return
        px = self._theme.px
        self._column.setSpacing(px(8))
        width = min(px(620), self._host.width() - 2 * px(16))
        height = self._height(width)
        # Left of the middle: the verbs of a panel are at the right, and must stay reachable.
        self.setGeometry(px(22), self._host.height() - height - px(16), width, height)
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
    """Does its verb reach the history of this desk, whatever is on top of it?"""
    return notice.action is not None and notice.action.keys in ("Ctrl+Z", "Ctrl+Y")
