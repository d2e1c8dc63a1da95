"""The painted planning's state: what is shown, where the cursor and the ghost are, how it scrolls.

The hands (`mouse_hand`, `key_hand`), the canvas and the screen reader's side know a view by this
class; what is particular to the day and to the week is left open for `day_view` and `week_view`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop_app.ui.planning.cursor import Cursor, chosen
from desktop_app.ui.planning.frame import Block, Frame, blocks_of
from desktop_app.ui.planning.gesture import Gesture
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.ghost_painter import GhostPainter
from desktop_app.ui.planning.grounds import Grounds
from desktop_app.ui.planning.measures import measures_of
from desktop_app.ui.planning.plan import Plan
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.booking_block import BlockPainter
from desktop_app.wording import _


class Surface(QAbstractScrollArea):
    """Holds a `Plan` laid out. Wishes go out as signals; nothing is booked from here."""

    place_drawn = Signal(object)
    """A `Ghost` without booking: wish to book that place."""

    booking_dropped = Signal(object)
    """A `Ghost` with its booking: wish to have it there."""

    drop_refused = Signal(str)
    """A ghost was dropped where it cannot be: the sentence that says why."""

    booking_opened = Signal(int)
    cancel_requested = Signal(int)

    day_opened = Signal(object)
    """Wish to see one day (a heading or “+ 3 autres” was clicked)."""

    page_requested = Signal(int)
    """Wish to see the next (+1) or the previous (-1) day or week."""

    described = Signal(str)
    """What is under the cursor now, or what the ghost meets, in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.block_painter = BlockPainter(theme, self)
        self.grounds = Grounds(theme, self.block_painter.shelf, self)
        self.ghost_painter = GhostPainter(self.grounds)
        self.measures = measures_of(theme)
        self.plan: Plan | None = None
        self.laid_out: Frame | None = None
        self.place: Cursor | None = None
        self.gesture: Gesture | None = None
        self.selected_id: int | None = None
        self.draft: Ghost | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Planning"))
        theme.changed.connect(self._dress)

    # -- what is shown ----------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Show these rows. A gesture under way goes on if its booking has not changed."""
        self.plan = plan
        taken = self.gesture.row if self.gesture is not None else None
        if taken is not None:
            row = plan.by_id.get(taken.id)
            if row is None or row.version != taken.version:
                self.end_gesture()
        self.lay_out()
        place = self.place
        if place is None or place.day not in plan.days or place.room >= len(plan.rooms):
            self.place = self.first_cursor() if plan.rooms else None
        elif place.booking_id is not None and place.booking_id not in plan.by_id:
            self.place = place._replace(booking_id=None)

    def set_draft(self, ghost: Ghost | None) -> None:
        """The place the panel is making a booking for, drawn in the accent."""
        if ghost != self.draft:
            self.draft = ghost
            self.viewport().update()
            if ghost is not None and self.laid_out is not None:
                for rect in self.laid_out.ghost_rects(ghost)[:1]:
                    self.reveal(rect)

    def select_booking(self, booking_id: int | None) -> None:
        """Ring a booking: the one the panel shows."""
        if booking_id != self.selected_id:
            self.selected_id = booking_id
            self.viewport().update()
            if self.laid_out is not None:
                for block in blocks_of(self.laid_out, booking_id)[:1]:
                    self.reveal(block.rect)

    def go_to_booking(self, booking_id: int) -> None:
        """Put the cursor on a booking and bring it into view."""
        blocks = blocks_of(self.frame, booking_id)
        row = self.shown.by_id.get(booking_id)
        if blocks and row is not None:
            first = blocks[0]
            self.set_cursor(Cursor(first.room, first.day, row.starts_at, booking_id=booking_id))

    def go_to_room(self, room_id: int) -> None:
        """Put the cursor in the row of a room, or of the first part of a composite."""
        parts = self.shown.venue.room(room_id).elementary_ids if self.place is not None else ()
        for part in parts[:1]:
            assert self.place is not None
            room = self.shown.room_places[part]
            self.set_cursor(self.place._replace(room=room, booking_id=None))

    @property
    def shown(self) -> Plan:
        """The plan; only asked for once there is one."""
        assert self.plan is not None
        return self.plan

    @property
    def frame(self) -> Frame:
        assert self.laid_out is not None
        return self.laid_out

    def chosen_place(self) -> Ghost | None:
        """The free place and time under the cursor, if it is on free time."""
        if self.plan is None or self.place is None or not self.plan.rooms:
            return None
        return chosen(self.plan, self.place)

    # -- particular to a view ---------------------------------------------------------------

    def make_frame(self, plan: Plan, width: int, height: int) -> Frame:
        raise NotImplementedError

    def paint_content(self, painter: QPainter, area: QRect) -> None:
        raise NotImplementedError

    def paint_head(self, painter: QPainter) -> None:
        raise NotImplementedError

    def paint_ghost_aside(self, painter: QPainter, ghost: Ghost, tone: str) -> None:
        """What a view adds to a ghost."""

    def first_cursor(self) -> Cursor:
        raise NotImplementedError

    def cursor_rect(self, cursor: Cursor) -> QRect:
        raise NotImplementedError

    def cursor_at(self, point: QPoint) -> Cursor | None:
        """The cursor a click puts there."""
        raise NotImplementedError

    def stepped(self, cursor: Cursor, key: int) -> Cursor:
        """The cursor one arrow, or Home or End, further."""
        raise NotImplementedError

    def drawn_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        raise NotImplementedError

    def moved_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        raise NotImplementedError

    def resized_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        raise NotImplementedError

    def edge_at(self, block: Block, point: QPoint) -> str:
        """`start`, `end` or nothing: the edge by which a booking is resized."""
        raise NotImplementedError

    def nudged(self, gesture: Gesture, key: int, by_time: bool) -> Ghost | None:
        """The ghost after an arrow key, in move or resize mode. by_time: Shift is held."""
        raise NotImplementedError

    def day_at_head(self, point: QPoint) -> date | None:
        """The day whose heading is under a point of the viewport, if this view has headings."""
        return None

    # -- cursor and gesture -----------------------------------------------------------------

    def set_cursor(self, cursor: Cursor) -> None:
        """Move the keyboard's place, show it, and say what is there."""
        before, self.place = self.place, cursor
        for one in (before, cursor):
            if one is not None:
                self.viewport().update(self.around(self.cursor_rect(one)))
        self.reveal(self.cursor_rect(cursor))
        self.tell_cursor(cursor)

    def tell_cursor(self, cursor: Cursor) -> None:
        """Say what is under the cursor."""

    def tell(self, words: str) -> None:
        """Say words to whoever listens, a screen reader included."""
        self.described.emit(words)

    def begin(self, gesture: Gesture) -> None:
        self.gesture = gesture

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Move the ghost of the gesture; its verdict is judged here, at once."""
        if self.gesture is None or ghost is None:
            return
        if self.gesture.show(self.shown, ghost):
            self.viewport().update()
            self.tell(self.gesture.verdict.words if self.gesture.verdict else "")

    def end_gesture(self) -> None:
        """Without a trace: Escape, or after the drop."""
        self.gesture = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def drop(self) -> None:
        """Let the ghost go where it is: a wish, or the sentence that says why not."""
        gesture = self.gesture
        self.end_gesture()
        if gesture is None or gesture.ghost is None or gesture.changes_nothing:
            return
        if gesture.row is None:
            self.place_drawn.emit(gesture.ghost)
        elif gesture.verdict is not None and not gesture.verdict.is_free:
            self.drop_refused.emit(gesture.verdict.words)
        else:
            self.booking_dropped.emit(gesture.ghost)

    # -- geometry ---------------------------------------------------------------------------

    def origin(self) -> QPoint:
        """Where the content's corner lies in the viewport."""
        return QPoint(
            self.measures.side - self.horizontalScrollBar().value(),
            self.measures.head - self.verticalScrollBar().value(),
        )

    def content_area(self) -> QRect:
        """The part of the viewport that shows content."""
        return self.viewport().rect().adjusted(self.measures.side, self.measures.head, 0, 0)

    def content_point(self, point: QPoint) -> QPoint | None:
        """A point of the viewport in the content; None on the heading or the rooms."""
        return point - self.origin() if self.content_area().contains(point) else None

    def around(self, rect: QRect) -> QRect:
        """What to paint again in the viewport when something of the content changed."""
        room = self.theme.px(6)
        return rect.translated(self.origin()).adjusted(-room, -room, room, room)

    def reveal(self, rect: QRect) -> None:
        """Scroll so that a rectangle of the content is seen."""
        area = self.content_area()
        for bar, first, last, length in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), area.width()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), area.height()),
        ):
            if last > bar.value() + length:
                bar.setValue(last - length + 1)
            if first < bar.value():
                bar.setValue(first)

    def lay_out(self) -> None:
        """Lay the plan out again for the present size and measures."""
        if self.plan is None:
            return
        area = self.content_area()
        self.laid_out = self.make_frame(self.plan, area.width(), area.height())
        across = max(0, self.laid_out.width - area.width())
        down = max(0, self.laid_out.height - area.height())
        self.horizontalScrollBar().setRange(0, across)
        self.horizontalScrollBar().setPageStep(max(1, area.width()))
        self.verticalScrollBar().setRange(0, down)
        self.verticalScrollBar().setPageStep(max(1, area.height()))
        self.verticalScrollBar().setSingleStep(self.measures.row)
        self.viewport().update()

    @Slot()
    def _dress(self) -> None:
        self.measures = measures_of(self.theme)
        self.lay_out()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.measures.side + self.theme.px(160), self.theme.px(160))
