"""The one thread that touches the database, and the only door to it from the window.

`ask` runs work there, one piece after another, and brings the answer back to the window's thread.
A refusal or a known trouble goes to whoever asked, or to the notice bar; anything else is a bug:
it is logged, announced, and shown again at the next start.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.domain.refusals import Refusal, Trouble

T = TypeVar("T")

_log = logging.getLogger(__name__)

STOP_SECONDS = 30.0
"""How long `stop` waits for writes already asked for before giving the window back."""


@dataclass(slots=True)
class _Errand:
    """One piece of work, who waits for it, and what came of it."""

    work: Callable[[], Any]
    answer: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    ended: Callable[[], None] | None
    owner: QObject | None
    result: Any = None
    error: Exception | None = None


class Background(QObject):
    """Runs work on the database thread and answers on the thread that made this object."""

    refused = Signal(object)
    """A `Refusal` or a `Trouble` nobody else handles."""

    bug_met = Signal(object)
    """Any other exception: ours, never the venue's nor the world's."""

    busy_changed = Signal(bool)
    """True while something is asked and not yet answered."""

    _returned = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, name: str = "database", waits: bool = False
    ) -> None:
        """waits: what is asked is kept until `begin`: the first picture has the PC for itself."""
        super().__init__(parent)
        self._errands: queue.SimpleQueue[_Errand | None] = queue.SimpleQueue()
        self._waiting = 0
        self._stopped = False
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        if not waits:
            self.begin()

    def begin(self) -> None:
        """Start working, with what was asked first; harmless when it has begun."""
        if self._thread.ident is None:
            self._thread.start()

    def ask(
        self,
        work: Callable[[], T],
        answer: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        ended: Callable[[], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run `work` on the database thread, then `answer` with its result on this thread.

        failed takes a `Refusal` or a `Trouble`; without it the notice bar says it. ended is called
        in every case, a bug included, after the other two: for giving a button back. If the widget
        that waits (owner, or the object `answer` is bound to) has died, nothing is called.
        """
        if self._stopped:
            return
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        waits = owner if owner is not None else _receiver(answer)
        self._errands.put(_Errand(work, answer, failed, ended, waits))

    @property
    def is_busy(self) -> bool:
        """Something is asked and not yet answered."""
        return self._waiting > 0

    def stop(self, seconds: float = STOP_SECONDS) -> bool:
        """Finish what was asked, answer nobody any more. False if it took too long."""
        if not self._stopped:
            self.begin()
            self._stopped = True
            self._errands.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (errand := self._errands.get()) is not None:
            try:
                errand.result = errand.work()
            except Exception as error:
                errand.error = error
            # The work may hold widgets or rows alive: let go before waiting for the next.
            errand.work = _nothing
            if shiboken6.isValid(self):
                self._returned.emit(errand)
            del errand

    @Slot(object)
    def _deliver(self, errand: _Errand) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        if self._stopped and errand.error is None:
            return
        alive = errand.owner is None or shiboken6.isValid(errand.owner)
        try:
            if errand.error is not None:
                self._report(errand.error, errand.failed if alive else None)
            elif alive:
                errand.answer(errand.result)
        finally:
            if alive and errand.ended is not None:
                errand.ended()

    def _report(self, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        if not isinstance(error, Refusal | Trouble):
            _log.error("work on the database thread failed", exc_info=error)
            self.bug_met.emit(error)
        elif failed is not None:
            failed(error)
        else:
            self.refused.emit(error)


def _nothing() -> None:
    """Stands in for work already done."""


def _receiver(answer: Callable[..., None]) -> QObject | None:
    """The Qt object a callable is bound to, if any."""
    while isinstance(answer, partial):
        answer = answer.func
    owner = getattr(answer, "__self__", None)
    return owner if isinstance(owner, QObject) else None
