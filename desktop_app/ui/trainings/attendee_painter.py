"""Draws a person of a session's list: initials, name, where from, and the chip of their arrival."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.domain.trainings import AttendeeRow
from desktop_app.ui.theme import Theme
from desktop_app.ui.trainings.attendee_model import AttendeeModel
from desktop_app.ui.trainings.session_state import State
from desktop_app.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class AttendeePainter(QStyledItemDelegate):
    """One line of the list. `just_in` is the enrolment that has just been answered."""

    def __init__(self, theme: Theme, model: AttendeeModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.just_in: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        lines = theme.metrics("strong").height() + theme.metrics("small").height()
        return QSize(theme.px(200), lines + theme.px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px, row = self._theme, self._theme.px, self._model.rows[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if row.enrolment_id == self.just_in:
            painter.fillRect(rect, theme.colour("ok.soft"))
        elif chosen:
            painter.fillRect(rect, theme.colour("info.soft"))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), px(4), rect.height(), theme.colour("focus"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        avatar = self._paint_avatar(painter, inner, row)
        chip = self._paint_chip(painter, inner, self._model.state_of(row))
        self._paint_words(painter, inner.adjusted(avatar + px(12), 0, -chip - px(8), 0), row)

    def _paint_avatar(self, painter: QPainter, area: QRect, row: AttendeeRow) -> int:
        theme, side = self._theme, self._theme.px(38)
        circle = QRect(area.left(), area.center().y() - side // 2, side, side)
        painting.rounded(painter, circle, side / 2, theme.colour("neutral.soft"))
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._model.avatar_of(row))
        return side

    def _paint_chip(self, painter: QPainter, area: QRect, state: State) -> int:
        theme, px = self._theme, self._theme.px
        metrics, icon = theme.metrics("small_strong"), px(15)
        mark = icon + px(6) if state.icon else 0
        width = metrics.horizontalAdvance(state.text) + mark + 2 * px(10) + 1
        height = metrics.height() + px(9)
        pill = QRect(area.right() - width, area.center().y() - height // 2, width, height)
        soft, solid = theme.colour(f"{state.tone}.soft"), theme.colour(state.tone)
        edge = solid if soft == theme.colour("card") else None
        painting.rounded(painter, pill, height / 2, soft, edge)
        left = pill.left() + px(10)
        if state.icon:
            top = pill.top() + (height - icon) // 2
            painter.drawPixmap(left, top, theme.pixmap(state.icon, state.tone, 15))
        painter.setFont(theme.font("small_strong"))
        painter.setPen(solid)
        painter.drawText(pill.adjusted(px(10) + mark, 0, 0, 0), _MIDDLE, state.text)
        return width

    def _paint_words(self, painter: QPainter, area: QRect, row: AttendeeRow) -> None:
        theme = self._theme
        detail = self._model.detail_of(row)
        strong, small = theme.metrics("strong"), theme.metrics("small")
        height = strong.height() + (small.height() + theme.px(2) if detail else 0)
        top = area.center().y() - height // 2
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ink"))
        name = strong.elidedText(self._model.name_of(row), elide, area.width())
        painter.drawText(QRect(area.left(), top, area.width(), strong.height()), _MIDDLE, name)
        if detail:
            top += strong.height() + theme.px(2)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("muted"))
            line = small.elidedText(detail, elide, area.width())
            painter.drawText(QRect(area.left(), top, area.width(), small.height()), _MIDDLE, line)
