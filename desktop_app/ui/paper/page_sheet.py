"""One page of the preview: white paper, and its picture as soon as there is one."""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.wording import _

INCH, POINTS = 96.0, 72.0
"""Pixels of the screen, and points of the paper, to the inch."""


class PageSheet(QWidget):
    """One page: white paper, its picture when there is one."""

    def __init__(
        self, theme: Theme, number: int, total: int, size: QSizeF, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self.number, self.points = theme, number, size
        self.picture = QImage()
        self.picture_scale = 0.0
        self.masked = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Page {page} sur {pages}").format(page=number + 1, pages=total))

    def set_zoom(self, percent: float) -> None:
        scale = INCH / POINTS * percent / 100
        self.setFixedSize(round(self.points.width() * scale), round(self.points.height() * scale))

    def show_picture(self, picture: QImage, scale: float) -> None:
        self.picture, self.picture_scale = picture, scale
        self.update()

    def wanted_scale(self) -> float:
        """Pixels a point, the screen's own density included."""
        return self.width() / self.points.width() * self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        if self.masked:
            painter.setFont(self._theme.font("card"))
            painter.setPen(self._theme.colour("muted"))
            words = _("Noms masqués. F12 les montre.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        elif not self.picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self.picture)
        painter.setPen(self._theme.colour("line_strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
