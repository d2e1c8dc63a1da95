"""Tab goes where the eye goes: through the layouts from top to bottom, whatever was made when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QScrollArea, QWidget


def follow_eyes(root: QWidget) -> None:
    """Order the focus of everything below `root` as its layouts place it."""
    layout = root.layout()
    if layout is None:
        return
    for before, after in pairwise(_stops(layout)):
        QWidget.setTabOrder(before, after)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for item in _in_reading_order(layout):
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _stops(inner)
        elif widget is not None:
            yield from _stops_of(widget)


def _in_reading_order(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        # Row, column, and how many of each; PySide calls it a plain object.
        at = {place: tuple(cast(Any, layout.getItemPosition(place))) for place in places}
        places.sort(key=lambda place: at[place][:2])
    return [item for place in places if (item := layout.itemAt(place)) is not None]


def _stops_of(widget: QWidget) -> Iterator[QWidget]:
    """The widget itself when the keyboard stops there, then what it holds."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = inner.layout() if inner is not None else None
    if layout is not None:
        yield from _stops(layout)
