"""Words on the screen: labels that follow the text size, elide when they must, mask when asked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.privacy import Privacy
from desktop_app.ui.theme import Theme
from desktop_app.ui.tooltips import as_typed


class Text(QLabel):
    """A label in one role of the typeface and one colour of the tokens.

    Plain text only: what people typed is never read as markup.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        colour: str = "ink",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._role, self._colour = theme, role, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        theme.changed.connect(self._dress)
        self._dress()

    def set_colour(self, colour: str) -> None:
        """Change the colour, given by a token's name."""
        self._colour = colour
        self._dress()

    def set_role(self, role: str) -> None:
        self._role = role
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._colour))
        self.setPalette(palette)


class ElidedLabel(Text):
    """One line that ends in “…” when there is no room, and says all of itself in a tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        colour: str = "ink",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, role, colour, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._hint()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("Mmm…"), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), int(self.alignment()), shown)

    def _hint(self) -> None:
        whole = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if whole else as_typed(self.text()))


class PersonLabel(ElidedLabel):
    """A person's name, which masks itself when the hall may read the screen (F12)."""

    def __init__(
        self,
        theme: Theme,
        privacy: Privacy,
        name: str = "",
        role: str = "strong",
        colour: str = "ink",
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._privacy, self._name = privacy, name
        super().__init__(theme, privacy.show(name), role, colour, parent=parent)
        privacy.masked_changed.connect(self._refresh)

    def set_name(self, name: str) -> None:
        self._name = name
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self.setText(self._privacy.show(self._name))
