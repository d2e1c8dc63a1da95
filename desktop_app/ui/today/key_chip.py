"""A key on the board that can be picked: its code, and whether it is at the desk."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.keys import KeyLoanRow, KeyRow
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.painted_button import PaintedButton
from desktop_app.wording import _
from desktop_app.wording.dates import say_instant_time


class KeyChip(PaintedButton):
    """Picked or not. A key that is out can be picked all the same: the refusal says who has it."""

    def __init__(self, theme: Theme, key: KeyRow, word: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.key, self._word = key, word
        self._away = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_loan(None)

    def set_loan(self, loan: KeyLoanRow | None) -> None:
        """Who has it, if anybody."""
        self._away = loan is not None
        words = _("Clé {word}").format(word=self._word)
        if loan is not None:
            since = say_instant_time(loan.handed_at)
            words = _("Clé {word}, sortie depuis {since}").format(word=self._word, since=since)
        self.setAccessibleName(words)
        self.setToolTip(words if self._away else "")
        self._dress()

    def sizeHint(self) -> QSize:
        px, metrics = self._theme.px, self._theme.metrics("strong")
        width = metrics.horizontalAdvance(self._word) + px(18) + px(6) + 2 * px(10)
        return QSize(width, max(px(34), metrics.height() + px(8)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        body = QRectF(self.rect())
        if self.hasFocus():
            body = painting.focus_ring(painter, theme, body, px(8))
        ink = "muted" if self._away else "ink"
        if self.isChecked():
            ink = "on_navigation"
            painting.rounded(painter, body, px(8), theme.colour("navigation"))
        else:
            edge = theme.colour("line_strong")
            painting.rounded(painter, body, px(8), theme.colour("card"), edge, max(1, px(1)))
        icon = "check" if self.isChecked() else "log-out" if self._away else "key-round"
        size = px(18)
        painter.drawPixmap(px(10), (self.height() - size) // 2, theme.pixmap(icon, ink, 18))
        font = theme.font("strong")
        font.setStrikeOut(self._away)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        area = QRect(px(10) + size + px(6), 0, self.width(), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._word)
