"""A chip inside a table: the cell's word on its tone, with its icon."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.table_model import ICON_NAME_ROLE, TONE_ROLE
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class ChipCell(QStyledItemDelegate):
    """Paints the cells of a column whose `Column.tone` is given."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, px = self._theme, self._theme.px
        metrics = theme.metrics("small_strong")
        icon = px(21) if index.data(ICON_NAME_ROLE) else 0
        width = metrics.horizontalAdvance(str(index.data())) + icon + px(20) + px(18)
        return QSize(width, metrics.height() + px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""  # the view's own ground (hover, choice), without the word
        blank.widget.style().drawControl(
            blank.widget.style().ControlElement.CE_ItemViewItem,
            blank,
            painter,
            blank.widget,
        )
        self._paint_chip(painter, option.rect, index)

    def _paint_chip(self, painter: QPainter, cell: QRect, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        tone, icon = str(index.data(TONE_ROLE)), str(index.data(ICON_NAME_ROLE) or "")
        metrics, word = theme.metrics("small_strong"), str(index.data())
        height = metrics.height() + px(8)
        width = metrics.horizontalAdvance(word) + px(20) + (px(21) if icon else 0)
        pill = QRect(cell.left() + px(8), cell.center().y() - height // 2, width, height)
        pill.setWidth(min(width, cell.width() - px(10)))
        painter.save()
        painting.rounded(painter, pill, height / 2, theme.colour(f"{tone}.soft"))
        left = pill.left() + px(10)
        if icon:
            size = px(15)
            top = pill.center().y() - size // 2
            painter.drawPixmap(left, top, theme.pixmap(icon, f"{tone}.word", 15))
            left += px(21)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour(f"{tone}.word"))
        words = QRect(left, pill.top(), pill.right() - left - px(4), pill.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
        painter.restore()
