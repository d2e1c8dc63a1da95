"""Paints a surface: content, rings, ghosts, then the heading and the rooms that do not scroll."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QRegion

from desktop_app.ui.planning.frame import blocks_of
from desktop_app.ui.planning.surface import Surface
from desktop_app.ui.widgets.booking_face import say_tight
from desktop_app.wording import _


def paint(view: Surface, event: QPaintEvent) -> None:
    """Paint what the event asks for, and no more."""
    painter = QPainter(view.viewport())
    if view.plan is None or view.laid_out is None:
        painter.fillRect(event.rect(), view.theme.colour("card"))
        return
    area, origin = view.content_area(), view.origin()
    dirty = event.region().intersected(QRegion(area))
    if not dirty.isEmpty():
        painter.save()
        painter.setClipRegion(dirty)
        painter.translate(origin)
        painter.setBrushOrigin(origin)
        _paint_content(view, painter, dirty.boundingRect().translated(-origin))
        painter.restore()
    if event.rect().top() < view.measures.head:
        _paint_head(view, painter, area)
    if event.rect().left() < view.measures.side:
        _paint_rooms(view, painter, event.rect())
    _paint_bubble(view, painter, area)


def _paint_content(view: Surface, painter: QPainter, area: QRect) -> None:
    whole = QRect(0, 0, view.frame.width, view.frame.height)
    if not whole.contains(area):
        painter.fillRect(area, view.theme.colour("paper"))
    view.paint_content(painter, area.intersected(whole))
    for block in blocks_of(view.frame, view.selected_id):
        view.block_painter.paint_ring(painter, block.rect, "navigation")
    if view.draft is not None:
        rects = view.frame.ghost_rects(view.draft)
        words = _("{hours} Nouvelle").format(
            hours=say_tight(view.draft.starts_at, view.draft.ends_at)
        )
        if view.draft.booking_id is not None:
            words = say_tight(view.draft.starts_at, view.draft.ends_at)
        view.ghost_painter.paint_box(painter, rects, "accent", words)
        view.paint_ghost_aside(painter, view.draft, "accent")
    if not _paint_gesture(view, painter) and view.hasFocus() and view.place is not None:
        view.block_painter.paint_ring(painter, view.cursor_rect(view.place))


def _paint_gesture(view: Surface, painter: QPainter) -> bool:
    """The booking left behind, pale, and its ghost; False when there is none."""
    gesture = view.gesture
    if gesture is None or gesture.ghost is None or gesture.verdict is None:
        return False
    veil = view.theme.colour("card")
    veil.setAlphaF(0.55)
    for block in blocks_of(view.frame, gesture.row.id if gesture.row else None):
        painter.fillRect(block.rect, veil)
    rects = view.frame.ghost_rects(gesture.ghost)
    view.ghost_painter.paint_box(painter, rects, gesture.verdict.tone)
    view.paint_ghost_aside(painter, gesture.ghost, gesture.verdict.tone)
    return True


def _paint_head(view: Surface, painter: QPainter, area: QRect) -> None:
    m, card = view.measures, view.theme.colour("card")
    painter.save()
    painter.setClipRect(QRect(m.side, 0, area.width(), m.head))
    painter.fillRect(QRect(m.side, 0, area.width(), m.head), card)
    origin = QPoint(view.origin().x(), 0)
    painter.translate(origin)
    painter.setBrushOrigin(origin)
    view.paint_head(painter)
    painter.restore()
    painter.fillRect(QRect(0, 0, m.side, m.head), card)
    painter.setPen(view.grounds.hairline(strong=True))
    painter.drawLine(0, m.head - 1, view.viewport().width(), m.head - 1)
    painter.drawLine(m.side - 1, 0, m.side - 1, m.head)


def _paint_rooms(view: Surface, painter: QPainter, dirty: QRect) -> None:
    m = view.measures
    column = QRect(0, m.head, m.side, view.viewport().height() - m.head)
    painter.save()
    painter.setClipRect(column)
    painter.fillRect(column, view.theme.colour("paper"))
    down = view.origin().y()
    places = []
    for place, room in enumerate(view.shown.rooms):
        row = view.frame.row_rect(place)
        rect = QRect(0, row.top() + down, m.side, row.height())
        if rect.intersects(dirty):
            places.append((rect, room))
    view.grounds.paint_rooms(painter, places)
    painter.restore()


def _paint_bubble(view: Surface, painter: QPainter, area: QRect) -> None:
    gesture = view.gesture
    if gesture is None or gesture.ghost is None or gesture.verdict is None:
        return
    rects = view.frame.ghost_rects(gesture.ghost)
    if not rects:
        return
    near = rects[0].translated(view.origin()).intersected(area)
    rect = view.ghost_painter.bubble_rect(near, gesture.verdict.words, area)
    view.ghost_painter.paint_bubble(painter, rect, gesture.verdict)
