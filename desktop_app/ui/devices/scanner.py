"""The badge reader: a keyboard that types a code in a blink. What it reads comes out as signals.

Listening begins with the first turn of the event loop, or when told to: the machinery behind it
(`key_filter`) is not needed to paint the first picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop_app.domain.key_burst import BurstTiming
    from desktop_app.domain.keyboard_layouts import UsKeys
    from desktop_app.ui.devices.key_filter import KeyFilter


class Scanner(QObject):
    """Make one, for the application. Nobody has to have the focus.

    us_keys: scan codes as keys of a US keyboard; None takes this system's. timing: how fast a
    reader types; None takes the usual pace. waits: listen only when told to.
    """

    badge_scanned = Signal(str)
    """A badge of ours: its sixteen letters in capitals."""

    scan_unreadable = Signal(str)
    """A scan that is no badge of ours, or only a piece of one: what it said."""

    def __init__(
        self,
        application: QApplication,
        *,
        us_keys: UsKeys | None = None,
        timing: BurstTiming | None = None,
        waits: bool = False,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._us_keys, self._timing = us_keys, timing
        self._filter: KeyFilter | None = None
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.timeout.connect(self.listen)
        if not waits:
            self._start.start(0)

    @Slot()
    def listen(self) -> None:
        """Begin now; once is enough."""
        if self._filter is not None:
            return
        from desktop_app.ui.devices.key_filter import KeyFilter

        self._filter = KeyFilter(self._application, us_keys=self._us_keys, timing=self._timing)
        self._filter.badge_read.connect(self.badge_scanned)
        self._filter.scan_failed.connect(self.scan_unreadable)

    def stop(self) -> None:
        """Hand back the keys that are held and listen no more."""
        self._start.stop()
        if self._filter is not None:
            self._filter.stop()
            self._filter.setParent(None)
            self._filter = None
