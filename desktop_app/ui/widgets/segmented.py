"""A few choices side by side, exactly one of them taken: Jour | Semaine | Mois."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting


class _Segment(QRadioButton):
    """One choice. A radio button to the keyboard (arrows) and to a screen reader."""

    def __init__(self, theme: Theme, key: str, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.key, self._label = theme, key, label
        self.setAccessibleName(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme, px = self._theme, self._theme.px
        metrics = theme.metrics("strong")
        height = max(px(36), metrics.height() + px(8))
        return QSize(metrics.horizontalAdvance(self._label) + px(24), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        taken = self.isChecked()
        body = self.rect().adjusted(px(2), px(2), -px(2), -px(2))
        if self.hasFocus():
            inner = painting.focus_ring(painter, theme, self.rect(), px(8))
            body = inner.toRect()
        if taken:
            painting.rounded(painter, body, px(6), theme.colour("navigation"))
        elif self.underMouse():
            painting.rounded(painter, body, px(6), theme.colour("hover"))
        painter.setFont(theme.font("strong" if taken else "body"))
        name = "on_navigation" if taken else ("ink" if self.isEnabled() else "muted")
        painter.setPen(theme.colour(name))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._label)


class SegmentedControl(QWidget):
    """Choices as (key, label) pairs; the first is taken at the start."""

    chosen = Signal(str)
    """The key of the choice somebody took."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        for key, label in choices:
            segment = self._segments[key] = _Segment(theme, key, label, self)
            self._group.addButton(segment)
            row.addWidget(segment, 1)
        if choices:
            self._segments[choices[0][0]].setChecked(True)
        self._keep_stop()
        self._group.buttonToggled.connect(self._tell)
        theme.changed.connect(self._dress)

    def current(self) -> str:
        """The key of the choice taken."""
        return next((key for key, seg in self._segments.items() if seg.isChecked()), "")

    def stop(self) -> QWidget | None:
        """The choice taken: where Tab stops."""
        return self._segments.get(self.current())

    def choose(self, key: str) -> None:
        """Take a choice without announcing it."""
        self._group.blockSignals(True)
        self._segments[key].setChecked(True)
        self._group.blockSignals(False)
        self._keep_stop()
        self.update()

    def _keep_stop(self) -> None:
        """Tab stops once, on the choice taken; the arrows go to the others."""
        for segment in self._segments.values():
            taken = segment.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if taken else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)

    @Slot()
    def _dress(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
        self.update()

    def _tell(self, segment: QRadioButton, taken: bool) -> None:
        if taken and isinstance(segment, _Segment):
            self._keep_stop()
            self.chosen.emit(segment.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painting.rounded(
            QPainter(self), self.rect(), theme.px(8), theme.colour("card"), theme.colour("line")
        )
