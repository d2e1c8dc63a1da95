"""The list under the search box, and the card it lies on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.hits import Line, group_words
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _

Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractListModel):
    """Lines as a list that only lets hits and wishes be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return line.subtitle
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].choosable:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def choosable_rows(self) -> list[int]:
        return [row for row, line in enumerate(self.lines) if line.choosable]


class LinePainter(QStyledItemDelegate):
    """Draws a line: a muted word for a group, icon, title and subtitle for a hit."""

    def __init__(self, theme: Theme, model: LineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._icons = {kind: icon for kind, (icon, _word) in group_words().items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, px = self._theme, self._theme.px
        if not self._model.lines[index.row()].choosable:
            return QSize(0, theme.metrics("label").height() + px(12))
        return QSize(0, theme.metrics("strong").height() + px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if line.choosable:
            self._paint_hit(painter, rect, line, bool(state & QStyle.StateFlag.State_Selected))
        else:
            self._paint_group(painter, rect, line)

    def _paint_group(self, painter: QPainter, rect: QRect, line: Line) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("muted"))
        foot = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(px(14), 0, 0, -px(3)), foot, line.title)

    def _paint_hit(self, painter: QPainter, rect: QRect, line: Line, chosen: bool) -> None:
        theme, px = self._theme, self._theme.px
        if chosen:
            painter.fillRect(rect, theme.colour("navigation"))
        ink = "on_navigation" if chosen else "ink"
        size = px(18)
        icon = self._icons.get(line.kind, "calendar-plus")
        top = rect.top() + (rect.height() - size) // 2
        painter.drawPixmap(rect.left() + px(14), top, theme.pixmap(icon, ink))
        text = rect.adjusted(px(42), 0, -px(14), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        metrics = theme.metrics("strong")
        title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, text.width())
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour(ink))
        painter.drawText(text, middle, title)
        used = metrics.horizontalAdvance(title) + px(10)
        rest = text.adjusted(used, 0, 0, 0)
        if rest.width() > px(40):
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("navigation_muted" if chosen else "muted"))
            small = theme.metrics("small")
            words = small.elidedText(line.subtitle, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, middle, words)


class HitList(QListView):
    """The list itself: it never takes the focus, the search box keeps it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(theme, self.lines, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Résultats de la recherche"))

    def chosen(self) -> Line | None:
        rows = self.selectedIndexes()
        return self.lines.lines[rows[0].row()] if rows else None

    def step(self, by: int) -> None:
        """Move the choice, wrapping at both ends and jumping over the groups' words."""
        rows = self.lines.choosable_rows()
        if not rows:
            return
        chosen = self.selectedIndexes()
        place = rows.index(chosen[0].row()) + by if chosen else (0 if by > 0 else -1)
        self.setCurrentIndex(self.lines.index(rows[place % len(rows)]))

    def whole_height(self) -> int:
        return sum(self.sizeHintForRow(row) for row in range(self.lines.rowCount()))


class HitPanel(QFrame):
    """The card under the box: the list, or the sentence that says nothing was found."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hits")
        self.list = HitList(theme, self)
        self.empty = Text(theme, "", "body", "muted", wraps=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme.px(6), 1, theme.px(6))
        column.addWidget(self.empty)
        column.addWidget(self.list)
        self.empty.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        self.hide()
