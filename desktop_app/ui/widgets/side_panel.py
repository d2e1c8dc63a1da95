"""The panel at the right: a title and a cross, a form that scrolls, the verbs at its foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.tab_order import follow_eyes
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _


class SidePanel(QFrame):
    """Put widgets in `body`, verbs in `footer`. Escape and the cross close it."""

    closed = Signal()
    """The panel was closed by hand; what was typed is the owner's to keep."""

    def __init__(
        self, theme: Theme, title: str, *, width: int = 336, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._panel_width = theme, width
        self._revealed: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.title = Text(theme, title, "card", wraps=True)
        self.cross = Button(theme, _("Fermer"), icon="x", tone="ghost", icon_only=True)
        self.cross.clicked.connect(self.close_panel)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # See-through, so that the panel's own card shows: the palette's window is paper.
        self.scroll_area.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self.body = QVBoxLayout(inner)
        self.scroll_area.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.footer = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.scroll_area, 1)
        self._column.addLayout(self.footer)
        self.setAccessibleName(title)
        theme.changed.connect(self._dress)
        self._dress()

    def set_title(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget of the body, once what was just opened has been laid out."""
        self._revealed = widget
        QTimer.singleShot(0, self, self._scroll_to_revealed)

    @Slot()
    def _scroll_to_revealed(self) -> None:
        inner, widget = self.scroll_area.widget(), self._revealed
        self._revealed = None
        if inner is not None and widget is not None and inner.isAncestorOf(widget):
            self.scroll_area.ensureWidgetVisible(widget)

    def sizeHint(self) -> QSize:
        # At 200 % the panel may take no more than it needs: the form wraps, the planning stays.
        return QSize(min(self._theme.px(self._panel_width), self._panel_width * 8 // 5), 0)

    def scroll_to_top(self) -> None:
        """What is opened anew is read from its beginning."""
        self._revealed = None
        self.scroll_area.verticalScrollBar().setValue(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Parts come and go while one types (dates, rooms): the order is made when it is needed.
        follow_eyes(self)
        return super().focusNextPrevChild(forward)

    @Slot()
    def close_panel(self) -> None:
        """Hide and say so."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(20), px(16), px(12), px(4))
        self.body.setContentsMargins(px(20), px(4), px(20), px(12))
        self.body.setSpacing(px(12))
        self.footer.setContentsMargins(px(20), px(12), px(20), px(16))
        self.footer.setSpacing(px(8))
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self.setFixedWidth(self.sizeHint().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("card"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
