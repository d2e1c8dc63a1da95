"""The pages of a sheet under one another, at the size one wants to see them.

Pages are drawn on a thread of their own and only while they can be seen; until then, and while
names are masked, a page is white.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.background import Background
from desktop_app.ui.devices.pdf_pages import PdfPages
from desktop_app.ui.paper.page_sheet import INCH, POINTS, PageSheet
from desktop_app.ui.theme import Theme
from desktop_app.wording import _

STEPS = (25, 33, 50, 67, 75, 100, 125, 150, 200)
"""Percentages one may choose; beyond, a page of A3 would fill the memory of a small PC."""

FIT_PAGE = 0
"""Instead of a percentage: as large as the whole page can be seen."""

_GAP = 16


class PageView(QScrollArea):
    """Scrolls through the pages; arrows and page keys move, + and − zoom, 0 shows a whole page."""

    zoom_changed = Signal(int)
    """The percentage now shown."""

    page_changed = Signal(int, int)
    """The page in sight (1 is the first), and how many there are."""

    drawn = Signal(int)
    """A page (0 is the first) has its picture."""

    def __init__(self, theme: Theme, worker: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._worker = theme, worker
        self._pages: PdfPages | None = None
        self._sheets: list[PageSheet] = []
        self._zoom = FIT_PAGE
        self._masked = False
        self._asked: set[tuple[int, float]] = set()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Aperçu du document"))
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._column.setSpacing(_GAP)
        self.setWidget(self._inner)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(40)
        self._soon.timeout.connect(self._draw_visible)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pages(self, pages: PdfPages) -> None:
        """Show another document; the place in it is kept when the pages are alike."""
        place = self.verticalScrollBar().value()
        alike = self._pages is not None and self._pages.sizes == pages.sizes
        self.close_pages()
        self._pages = pages
        if not alike:
            self._make_sheets(pages)
        self._asked.clear()
        self._apply_zoom()
        if alike:
            self.verticalScrollBar().setValue(place)
        else:
            self.verticalScrollBar().setValue(0)
        self._tell_page()

    def _make_sheets(self, pages: PdfPages) -> None:
        for sheet in self._sheets:
            self._column.removeWidget(sheet)
            sheet.setParent(None)
            sheet.deleteLater()
        self._sheets = []
        for number, size in enumerate(pages.sizes):
            sheet = PageSheet(self._theme, number, len(pages), size, self._inner)
            sheet.masked = self._masked
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            self._sheets.append(sheet)

    def close_pages(self) -> None:
        """Give the document back; the pictures stay until others come."""
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    @property
    def sheets(self) -> tuple[PageSheet, ...]:
        return tuple(self._sheets)

    def set_masked(self, masked: bool) -> None:
        """Hide what is written while somebody looks over the desk."""
        self._masked = masked
        for sheet in self._sheets:
            sheet.masked = masked
            sheet.update()

    def percent(self) -> int:
        """The size now shown, 100 for the size of the paper."""
        return round(self._shown_percent())

    def _shown_percent(self) -> float:
        if self._zoom != FIT_PAGE or not self._sheets:
            return float(self._zoom or 100)
        room = self.viewport().size() - QSize(2 * _GAP, 2 * _GAP)
        scale = INCH / POINTS
        fits = min(
            min(room.width() / sheet.points.width(), room.height() / sheet.points.height())
            for sheet in self._sheets
        )
        return max(10.0, min(fits / scale * 100, STEPS[-1]))

    @Slot()
    def zoom_in(self) -> None:
        self.set_zoom(next((step for step in STEPS if step > self.percent()), STEPS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.percent()), STEPS[0]))

    @Slot()
    def fit_page(self) -> None:
        """As large as a whole page can be seen."""
        self.set_zoom(FIT_PAGE)

    def set_zoom(self, percent: int) -> None:
        """A percentage, or FIT_PAGE."""
        self._zoom = percent
        self._apply_zoom()

    def _apply_zoom(self) -> None:
        percent = self._shown_percent()
        for sheet in self._sheets:
            sheet.set_zoom(percent)
        self.zoom_changed.emit(round(percent))
        self._soon.start()

    @Slot()
    def go_to_next_page(self) -> None:
        self._go_to(self.page() + 1)

    @Slot()
    def go_to_previous_page(self) -> None:
        self._go_to(self.page() - 1)

    def page(self) -> int:
        """The first page of which at least half is seen, 0 for the first."""
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            return len(self._sheets) - 1
        for sheet in self._sheets:
            if self._top_of(sheet.number) + sheet.height() // 2 >= bar.value():
                return sheet.number
        return 0

    def _top_of(self, page: int) -> int:
        """Where a page begins; known before the layout has placed it."""
        return _GAP + sum(sheet.height() + _GAP for sheet in self._sheets[:page])

    def _go_to(self, page: int) -> None:
        if 0 <= page < len(self._sheets):
            self.verticalScrollBar().setValue(self._top_of(page) - _GAP)

    @Slot()
    def _on_scrolled(self) -> None:
        self._tell_page()
        self._soon.start()

    def _tell_page(self) -> None:
        self.page_changed.emit(self.page() + 1 if self._sheets else 0, len(self._sheets))

    @Slot()
    def _draw_visible(self) -> None:
        """Ask for the pictures of the pages in sight, each once at this size."""
        pages = self._pages
        if pages is None:
            return
        for sheet in self._sheets:
            scale = sheet.wanted_scale()
            seen = self._is_seen(sheet) and (sheet.number, scale) not in self._asked
            if seen:
                self._asked.add((sheet.number, scale))
                self._worker.ask(
                    partial(pages.image, sheet.number, scale),
                    partial(self._show_picture, pages, sheet, scale),
                    owner=sheet,
                )

    def _is_seen(self, sheet: PageSheet) -> bool:
        top_left = sheet.mapTo(self.viewport(), QPoint(0, 0))
        return self.viewport().rect().intersects(QRect(top_left, sheet.size()))

    def _show_picture(
        self, pages: PdfPages, sheet: PageSheet, scale: float, picture: QImage
    ) -> None:
        if pages is self._pages and not picture.isNull():
            sheet.show_picture(picture, scale)
            self.drawn.emit(sheet.number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom == FIT_PAGE:
            self._apply_zoom()
        self._tell_page()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._soon.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            else:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.text() in ("+", "="):
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        elif event.text() == "0":
            self.fit_page()
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_PageDown and self._zoom == FIT_PAGE:
            self.go_to_next_page()
        elif event.key() == Qt.Key.Key_PageUp and self._zoom == FIT_PAGE:
            self.go_to_previous_page()
        else:
            super().keyPressEvent(event)
