"""The verdict at the door, readable at two metres: colour, shape, name, word, what to do next.

Painted whole, so that it is there in one stroke. It never asks for a click: the next scan replaces
it, and after some seconds it waits again.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.verdicts import Family, Verdict
from desktop_app.ui.announcing import announce
from desktop_app.ui.privacy import Privacy
from desktop_app.ui.theme import Theme
from desktop_app.ui.tokens import contrast
from desktop_app.ui.trainings.fitted_text import FittedLines, Line
from desktop_app.ui.widgets import painting
from desktop_app.wording.verdicts import Said, say_verdict

SECONDS = {Family.WELCOME: 5, Family.ALREADY: 6, Family.ATTENTION: 12, Family.NO: 12}
"""How long each family stays when nobody scans: a refusal long enough to be acted upon."""

TONES = {
    Family.WELCOME: "ok",
    Family.ALREADY: "warning",
    Family.ATTENTION: "warning",
    Family.NO: "error",
}
SHAPES = {
    Family.WELCOME: "circle-check",
    Family.ALREADY: "history",
    Family.ATTENTION: "triangle-alert",
    Family.NO: "circle-x",
}


class Look(NamedTuple):
    """What is painted: an icon, three texts, and a tone; no tone is the card that waits."""

    icon: str
    said: Said
    tone: str = ""


class VerdictPanel(QWidget):
    """Shows the last verdict, then what the station waits for."""

    returned = Signal()
    """The verdict has been up long enough; the panel waits again."""

    def __init__(self, theme: Theme, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._privacy = theme, privacy
        self._waiting = Look("scan-qr-code", Said("", "", ""))
        self._trouble: Look | None = None
        self.verdict: Verdict | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.wait_again)
        theme.changed.connect(self._repaint)
        privacy.masked_changed.connect(self._repaint)

    def show_verdict(self, verdict: Verdict) -> None:
        """Replace whatever is shown; a silent repeat only speaks when nothing is said."""
        if verdict.is_repeat and not self.is_waiting:
            return
        self.verdict, self._trouble = verdict, None
        announce(self, self.look().said.sentence, urgent=True)
        self._timer.start(SECONDS[verdict.family] * 1000)
        self._repaint()

    def show_trouble(self, said: Said) -> None:
        """The scan could not be answered: say so as loudly as a verdict."""
        self.verdict, self._trouble = None, Look("circle-x", said, "error")
        announce(self, said.sentence, urgent=True)
        self._timer.start(SECONDS[Family.NO] * 1000)
        self._repaint()

    def set_waiting(self, icon: str, said: Said) -> None:
        """What to show while nobody scans."""
        self._waiting = Look(icon, said)
        self._repaint()

    @Slot()
    def wait_again(self) -> None:
        """Take the verdict away."""
        self._timer.stop()
        self.verdict = self._trouble = None
        self._repaint()
        self.returned.emit()

    @property
    def is_waiting(self) -> bool:
        return self.verdict is None and self._trouble is None

    def look(self) -> Look:
        """What is shown now."""
        if self._trouble is not None:
            return self._trouble
        if self.verdict is None:
            return self._waiting
        family, person = self.verdict.family, self.verdict.person
        name = self._privacy.show(person.name) if person is not None else ""
        return Look(SHAPES[family], say_verdict(self.verdict, name), TONES[family])

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self._theme.px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(150))

    @Slot()
    def _repaint(self) -> None:
        self.setAccessibleName(self.look().said.sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look = self._theme, self.look()
        painter = QPainter(self)
        if look.tone:
            fill = theme.colour(look.tone)
            painting.rounded(painter, self.rect(), theme.px(14), fill)
            ink = _readable_on(theme, fill.name())
            self._paint_content(painter, look, ink, ink)
        else:
            card, line = theme.colour("card"), theme.colour("line")
            painting.rounded(painter, self.rect(), theme.px(14), card, line, 1)
            self._paint_content(painter, look, "ink", "muted")

    def _paint_content(self, painter: QPainter, look: Look, ink: str, second: str) -> None:
        theme, px = self._theme, self._theme.px
        area = self.rect().adjusted(px(28), px(20), -px(28), -px(20))
        side, gap = min(px(176), area.height() // 4), px(20)
        lines = FittedLines(
            theme,
            QSize(area.width(), area.height() - side - gap),
            (
                Line(look.said.headline, "verdict", ink),
                Line(look.said.line, "verdict_line", ink),
                Line(look.said.next_step, "body_large", second),
            ),
        )
        top = area.top() + max(0, (area.height() - side - gap - lines.height) // 2)
        picture = theme.pixmap(look.icon, ink if look.tone else second, side * 100 / theme.scale)
        painter.drawPixmap(area.left() + (area.width() - side) // 2, top, picture)
        lines.paint(painter, area.left(), top + side + gap)


def _readable_on(theme: Theme, fill: str) -> str:
    """The token that is read best on this colour: themes have light and dark greens."""
    choices = ("on_navigation", "paper", "ink")
    return max(choices, key=lambda token: contrast(theme.colour(token).name(), fill))
