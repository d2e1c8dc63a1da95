"""Hears the wish to see a sheet, from any screen, and opens the preview on it.

The wish is a `Destination("paper", day=…, text="day" | "week")`. One preview serves them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.print_system import make_printing
from desktop_app.ui.devices.printing import Printing
from desktop_app.ui.navigation import Destination
from desktop_app.ui.paper.request import DAY, WEEK, Request

if TYPE_CHECKING:
    from desktop_app.ui.paper.preview import PreviewWindow

SCREEN = "paper"


class PaperDesk(QObject):
    """Owns the preview and the printers. `close` when the desk's window closes."""

    def __init__(
        self, context: ScreenContext, window: QWidget, printing: Printing | None = None
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._printing = printing
        self.preview: PreviewWindow | None = None
        context.navigator.go.connect(self._on_wish)

    @property
    def printing(self) -> Printing:
        """The printers of this PC, asked for when first needed."""
        if self._printing is None:
            self._printing = make_printing(self)
        return self._printing

    @Slot(object)
    def _on_wish(self, destination: Destination) -> None:
        if destination.screen == SCREEN:
            day = destination.day or self._context.clock.today()
            self.open(Request(WEEK if destination.text == WEEK else DAY, day))

    def open(self, request: Request) -> PreviewWindow:
        """Show the preview at this sheet; the paper size and the audience chosen last are kept."""
        # Imported at the first wish: the desk opens without it.
        from desktop_app.ui.paper.preview import PreviewWindow

        if self.preview is None:
            self.preview = PreviewWindow(self._context, self.printing, request, self._window)
        else:
            last = self.preview.choices.request()
            request = Request(request.kind, request.day, last.paper, last.audience)
        self.preview.open_request(request)
        return self.preview

    @Slot()
    def close(self) -> None:
        """End the preview's thread and what is being printed."""
        if self.preview is not None:
            self.preview.give_back()
            self.preview.close()
