"""Three ways to begin, each with the sentence that says what it does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Text, painting
from desktop_app.wording import _


class ChoiceTile(QPushButton):
    """A large button: icon, a few words, a sentence."""

    def __init__(
        self, theme: Theme, icon: str, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._title, self._sentence = theme, icon, title, sentence
        self._hovered = False
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter presses it, not Space alone
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = self._theme.px
        inner = width - 2 * px(20)
        return px(20) + px(32) + px(12) + sum(self._heights(inner)) + px(6) + px(22)

    def sizeHint(self) -> QSize:
        width = self._theme.px(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(150))

    def _heights(self, width: int) -> tuple[int, int]:
        wrap = int(Qt.TextFlag.TextWordWrap)
        box = QRect(0, 0, width, 10000)
        title = self._theme.metrics("card").boundingRect(box, wrap, self._title).height()
        words = self._theme.metrics("body").boundingRect(box, wrap, self._sentence).height()
        return title, words

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        body = self.rect()
        if self.hasFocus():
            body = painting.focus_ring(painter, theme, body, px(12)).toRect()
        fill = theme.colour("hover" if self._hovered or self.isDown() else "card")
        painting.rounded(painter, body, px(12), fill, theme.colour("line_strong"), max(1, px(1)))
        side, top = px(20), px(20)
        painter.drawPixmap(side, top, theme.pixmap(self._icon, "navigation", 32))
        top += px(32) + px(12)
        width = self.width() - 2 * side
        title, words = self._heights(width)
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("card"))
        painter.drawText(QRect(side, top, width, title), wrap, self._title)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("body"))
        painter.drawText(QRect(side, top + title + px(6), width, words), wrap, self._sentence)


class ChoicesPage(QWidget):
    """What a new desk sees first."""

    demo_chosen = Signal()
    """Wish to see the program at work on invented data."""

    lists_chosen = Signal()
    """Wish to bring the venue's own tables in."""

    empty_chosen = Signal()
    """Wish to begin with nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.demo = ChoiceTile(
            theme,
            "sparkles",
            _("Lieu de démonstration"),
            _(
                "Un lieu inventé, au milieu d’une journée ordinaire. "
                "Pour essayer sans rien craindre : rien n’est gardé."
            ),
        )
        self.lists = ChoiceTile(
            theme,
            "file-spreadsheet",
            _("Importer mes tableaux"),
            _(
                "Salles, horaires, associations, permanences, inscriptions : CSV ou Excel. "
                "Rien n’est écrit avant que vous ayez vu chaque ligne."
            ),
        )
        self.empty = ChoiceTile(
            theme,
            "square",
            _("Commencer vide"),
            _("Aucune salle, aucune association. Vous importerez vos tableaux plus tard."),
        )
        self._title = Text(theme, _("Bienvenue. Par quoi commencer ?"), "title", wraps=True)
        self._grid = QGridLayout()
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._title)
        self._column.addLayout(self._grid)
        self._column.addStretch(2)
        self._columns = 0
        self.demo.clicked.connect(self.demo_chosen)
        self.lists.clicked.connect(self.lists_chosen)
        self.empty.clicked.connect(self.empty_chosen)
        theme.changed.connect(self._dress)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 3 if self.width() >= self._theme.px(820) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate((self.demo, self.lists, self.empty)):
            self._grid.addWidget(tile, place // columns, place % columns)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(32), px(24), px(32), px(24))
        self._column.setSpacing(px(20))
        self._grid.setSpacing(px(16))
        self._arrange()
