"""The day as a widget: every room now and next on one axis, worked with the mouse or the keys.

Arrows walk from booking to booking, Enter opens one. Nothing is written from here.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.domain.bookings import Status
from desktop_app.domain.today import DayBoard, TodayBoard
from desktop_app.ui.theme import Theme
from desktop_app.ui.today.day_layout import Block, DayLayout, Gap, measures_of
from desktop_app.ui.today.day_painter import DayPainter
from desktop_app.ui.today.day_words import say_booking, tip_of
from desktop_app.ui.today.walking import Walk, step
from desktop_app.ui.widgets.booking_block import BlockPainter
from desktop_app.ui.widgets.painted_items import PaintedItem, PaintedWidget
from desktop_app.wording import _

_USUAL_ROWS = 11
_STEPS = {
    Qt.Key.Key_Left: Walk.BEFORE,
    Qt.Key.Key_Right: Walk.AFTER,
    Qt.Key.Key_Up: Walk.ABOVE,
    Qt.Key.Key_Down: Walk.BELOW,
    Qt.Key.Key_Home: Walk.FIRST,
    Qt.Key.Key_End: Walk.LAST,
}


class DayTimeline(PaintedWidget):
    """Shows the rooms of a board."""

    booking_opened = Signal(int)
    """Somebody wants this booking's card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = DayPainter(theme, self)
        self._board: DayBoard | TodayBoard | None = None
        self._day: DayLayout | None = None
        self._current: int | None = None
        self._opened: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Salles aujourd’hui"))
        self.setAccessibleDescription(
            _("Les flèches vont d’une réservation à l’autre, Entrée ouvre sa fiche.")
        )
        theme.changed.connect(self._dress)

    # -- what is shown ------------------------------------------------------------------------

    def show_board(self, board: DayBoard | TodayBoard) -> None:
        """Show this; the cursor stays on its booking if that is still there."""
        before = self.sizeHint()
        self._board = board
        if self._current not in {row.id for row in board.bookings}:
            self._current = None
        self._lay_out()
        if self.hasFocus():
            self._take_cursor()
        if self.sizeHint() != before:
            self.updateGeometry()

    def mark_opened(self, booking_id: int | None) -> None:
        """Ring the booking whose card is open."""
        self._opened = booking_id
        if booking_id is not None:
            self._current = booking_id
        self.update()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is drawn, laid out for the present size."""
        return self._day.blocks if self._day is not None else ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Times at which a room cannot be used, as they are drawn."""
        return self._day.gaps if self._day is not None else ()

    @property
    def blocks_painter(self) -> BlockPainter:
        """For a legend that shows the very same blocks."""
        return self._painter.blocks

    def current_booking(self) -> int | None:
        """The booking under the cursor of the keyboard."""
        return self._current

    def painted_items(self) -> tuple[PaintedItem, ...]:
        if self._board is None:
            return ()
        return tuple(
            PaintedItem(
                say_booking(
                    block.booking, self._board.room(block.booking.room_id), self._late(block)
                ),
                block.rect,
            )
            for block in self._in_order()
        )

    def current_item(self) -> int | None:
        ids = [block.booking.id for block in self._in_order()]
        return ids.index(self._current) if self._current in ids else None

    def _in_order(self) -> list[Block]:
        """One block per booking, room by room, in the order of time."""
        seen: dict[int, Block] = {}
        for block in sorted(self.blocks, key=lambda one: (one.room, one.booking.starts_at)):
            seen.setdefault(block.booking.id, block)
        return list(seen.values())

    def _late(self, block: Block) -> int:
        row, board = block.booking, self._board
        if board is None or block.face.mark_tone != "error" or row.status != Status.CONFIRMED:
            return 0
        return int((board.now - row.starts_at).total_seconds() // 60)

    # -- size ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        measures = measures_of(self._theme)
        rows = len(self._board.rooms) if self._board is not None else _USUAL_ROWS
        return QSize(self._theme.px(640), measures.head + rows * self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        measures = measures_of(self._theme)
        rows = len(self._board.rooms) if self._board is not None else _USUAL_ROWS
        # At 200 % half the words fit; the hours are then written further apart.
        return QSize(measures.side + 380, measures.head + rows * measures.row)

    def _lay_out(self) -> None:
        if self._board is not None:
            measures = measures_of(self._theme)
            self._day = DayLayout(self._board, measures, self.width(), self.height())
        self.update()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._day is None:
            return
        painter = QPainter(self)
        shown = self._current if self.hasFocus() else self._opened
        self._painter.paint(painter, self._day, shown, ringed=shown is not None)

    # -- the mouse ----------------------------------------------------------------------------

    def block_at(self, point: QPoint) -> Block | None:
        """The block drawn uppermost at this place."""
        return next((one for one in reversed(self.blocks) if one.rect.contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.block_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position().toPoint())
        if block is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go_to(block.booking.id)
            self.booking_opened.emit(block.booking.id)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        block = self.block_at(event.pos())
        if block is None or self._board is None:
            QToolTip.hideText()
            event.ignore()
            return
        words = tip_of(block.booking, self._board.room(block.booking.room_id))
        QToolTip.showText(event.globalPos(), words, self, block.rect)

    # -- the keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and key in _STEPS:
            found = step(self._in_order(), self._current, _STEPS[key], self.now_place())
            if found is not None:
                self._go_to(found)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._current is not None:
                self.booking_opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_cursor()
        self.update()

    def _take_cursor(self) -> None:
        """Where the eye would begin, if the cursor is nowhere yet."""
        if self._current is None:
            found = step(self._in_order(), None, Walk.AFTER, self.now_place())
            if found is not None:
                self._go_to(found)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def now_place(self) -> int:
        """The present, in pixels; 0 when it is not on the axis."""
        return (self._day.now_x or 0) if self._day is not None else 0

    def _go_to(self, booking_id: int) -> None:
        self._current = booking_id
        self.update()
        self.tell_current_item()
