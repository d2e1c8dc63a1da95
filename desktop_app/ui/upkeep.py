"""What goes on by itself while the desk is open: options expire, other processes are heard, the
database is copied, the header says so. Everything on the database thread; nothing waits for it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.main_window import Status
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_time

TICK_MS = 60_000
LISTEN_MS = 2_000
COPY_EVERY_TICKS = 60


class Upkeep(QObject):
    """Timers of one desk. backups: where copies go; None keeps none (a demonstration, a server)."""

    status_changed = Signal(object)
    """A `Status` for the header."""

    def __init__(
        self, context: ScreenContext, backups: Path | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._backups = context, backups
        self._ticks = 0
        self._tick_timer = self._timer(TICK_MS, self.tick)
        self._listen_timer = self._timer(LISTEN_MS, self.listen)
        context.desk.scanner_seen.connect(self._say_scanner)

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    @Slot()
    def start(self) -> None:
        """The services are there: begin."""
        self._say_scanner()
        self._tick_timer.start()
        self._listen_timer.start()
        self.tick()

    def stop(self) -> None:
        """The window closes: one last copy, no more timers."""
        self._tick_timer.stop()
        self._listen_timer.stop()
        self._copy()

    @Slot()
    def tick(self) -> None:
        """Each minute: what is over is over. Each hour: a copy."""
        services = self._context.services
        self._context.background.ask(lambda: services.bookings.expire_options(), self._say_expired)
        if self._ticks % COPY_EVERY_TICKS == 0:
            self._copy()
        self._ticks += 1

    @Slot()
    def listen(self) -> None:
        """Every other second: did another process write?"""
        services = self._context.services
        self._context.background.ask(lambda: services.feed.listen(), self._heard)

    def _heard(self, _others_wrote: bool) -> None:
        """The bell has rung already."""

    def _say_expired(self, count: int) -> None:
        if count:
            words = n_(
                "{n} option arrivée à son terme.", "{n} options arrivées à leur terme.", count
            )
            self._context.notices.say(words.format(n=count), "info")

    def _copy(self) -> None:
        backups = self._backups
        if backups is None:
            return
        services = self._context.services
        self._context.background.ask(lambda: services.care.keep_copy(backups), self._say_copied)

    def _say_copied(self, at: datetime | None) -> None:
        if at is not None:
            words = _("Sauvegardé {time}").format(time=say_time(at))
            self.status_changed.emit(Status("backup", words, "ok", "database-backup"))

    @Slot()
    def _say_scanner(self) -> None:
        self.status_changed.emit(Status("scanner", _("Lecteur prêt"), "ok", "scan-qr-code"))
