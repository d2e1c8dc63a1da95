"""What the benches of the window share: the dressed application, the size of a desk's screen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.civil_time import Week
from desktop_app.settings import RESOURCES
from desktop_app.ui.application import make_application
from desktop_app.ui.planning.week_view import WeekView
from desktop_app.ui.theme import Theme
from tests.bench.plain_plan import Places
from tests.builders import NOW

WINDOW = (1600, 900)
THIS_WEEK = Week.of(NOW.date())


def dressed_theme() -> Theme:
    """The desk's theme, on the application that is there or is made now."""
    theme = Theme(RESOURCES, parent=make_application([]))
    theme.apply()
    return theme


def show(widget: QWidget, width: int, height: int) -> None:
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()


def places_of(view: WeekView) -> Places:
    """Where the view put its week: the plain plan stands in the same places."""
    frame, m = view.week_frame, view.measures
    first_line = m.pad + m.strip + m.gap
    return Places(frame.lefts, frame.tops, m.side, m.head, first_line, m.line, m.gap, m.pad)
