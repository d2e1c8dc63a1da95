"""Telling the badge reader's keys from everybody else's, whatever has the focus.

One event filter on the application feeds every real key to `domain.key_burst`, which withholds what
may be a code. A code becomes `badge_read` and its keys reach nobody, its Enter included; all the
rest is given back, in order. Only keys that come from the system are looked at: those sent by the
program (given back ones among them) pass.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.badges import Verdict
from desktop_app.domain.key_burst import BurstTiming, GiveBack, KeyBurst, Outcome, Scan
from desktop_app.domain.key_strokes import KeyKind, Stroke
from desktop_app.domain.keyboard_layouts import (
    NO_CODES,
    US_BY_WINDOWS_CODE,
    US_BY_X11_CODE,
    UsKeys,
)
from desktop_app.ui.devices.giving_back import HeldKey, give_back

_MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# Every event of the program passes the filter: names looked up once, compared by identity.
_PRESS = QEvent.Type.KeyPress
_RELEASE = QEvent.Type.KeyRelease
_OVERRIDE = QEvent.Type.ShortcutOverride
_COMPOSED = QEvent.Type.InputMethod
_CLICK = QEvent.Type.MouseButtonPress

LATE_MS = 40.0
"""A timer this late means the window was busy: keys may still wait behind it."""


def us_keys_here() -> UsKeys:
    """The table of scan codes of this system; empty where there are none."""
    if QGuiApplication.platformName() in ("xcb", "wayland"):
        return US_BY_X11_CODE
    return US_BY_WINDOWS_CODE if sys.platform == "win32" else NO_CODES


class KeyFilter(QObject):
    """Lives on the application, behind `scanner.Scanner`."""

    badge_read = Signal(str)
    """A badge of ours: its sixteen letters in capitals."""

    scan_failed = Signal(str)
    """A scan that is no badge of ours, or only a piece of one: what it said."""

    def __init__(
        self,
        application: QApplication,
        *,
        us_keys: UsKeys | None = None,
        timing: BurstTiming | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._burst = KeyBurst(us_keys_here() if us_keys is None else us_keys, timing)
        self._held: list[HeldKey] = []
        # The key let go last, and when by the events' clock.
        self._let_go: tuple[int, int] = (0, 0)
        # From the events' clock (the X server's, the system's) to ours, learnt at each key.
        self._drift = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_silence)
        application.installEventFilter(self)

    def stop(self) -> None:
        """Hand back what is held and listen no more."""
        self._obey(self._burst.flush())
        self._application.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is _PRESS or kind is _RELEASE or kind is _OVERRIDE:
            if isinstance(event, QKeyEvent) and event.spontaneous():
                return self._on_key(watched, event, kind)
        elif self._held and (kind is _COMPOSED or kind is _CLICK):
            # What was typed before a composed letter or a click must be there before it.
            self._obey(self._burst.flush())
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent, kind: QEvent.Type) -> bool:
        if kind is _OVERRIDE:
            return self._on_shortcut(event)
        # Each key comes twice, to the window and then to the widget: the first time decides.
        if not isinstance(watched, QWindow):
            return False
        if kind is _PRESS:
            return self._on_press(event)
        return self._on_release(event)

    def _on_shortcut(self, event: QKeyEvent) -> bool:
        """Before a key is a key it may be a shortcut: decide first whether it may be a code."""
        stroke = self._stroke(event)
        if self._is_unsaid_repetition(event) and _never_repeats(stroke):
            # Cut short the search for shortcuts, which would take it for one more press.
            event.accept()
            return True
        if stroke.kind is KeyKind.OTHER or stroke.repeat:
            self._obey(self._burst.press(stroke), passing=stroke)
            return False
        may_be_code = stroke.kind is KeyKind.TEXT or bool(self._held)
        if may_be_code and stroke.kind is not KeyKind.MODIFIER:
            event.accept()
            return True
        return False

    def _on_press(self, event: QKeyEvent) -> bool:
        stroke = self._stroke(event)
        if stroke.kind is KeyKind.MODIFIER:
            return False
        passes = self._obey(self._burst.press(stroke), passing=stroke)
        self._wait()
        held = stroke.event
        if not isinstance(held, HeldKey) or (passes and stroke.kind is not KeyKind.TEXT):
            return False
        if passes:
            # Its search for shortcuts was cut short above: give it back like those before it.
            give_back(held)
        elif self._burst.deadline is not None:
            self._held.append(held)
        return True

    def _on_release(self, event: QKeyEvent) -> bool:
        self._let_go = (event.key(), event.timestamp())
        if event.isAutoRepeat():
            return False
        for held in self._held:
            if held.key == event.key() and not held.released:
                held.released = True
                return True
        return False

    def _stroke(self, event: QKeyEvent) -> Stroke:
        moment = float(event.timestamp())
        now = time.monotonic() * 1000
        if moment:
            self._drift = now - moment
        else:
            self._drift, moment = 0.0, now
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return Stroke(
            text=event.text(),
            scan_code=event.nativeScanCode(),
            moment=moment,
            kind=_kind(event),
            shifted=shifted,
            # X calls a double letter of a quick reader a repetition. A true one starts a quarter
            # of a second after the press, when nothing is held any more.
            repeat=self._is_repetition(event) and not self._held,
            event=HeldKey.of(event, repeats=self._is_repetition(event)),
        )

    def _is_repetition(self, event: QKeyEvent) -> bool:
        return event.isAutoRepeat() or self._is_unsaid_repetition(event)

    def _is_unsaid_repetition(self, event: QKeyEvent) -> bool:
        """X tells a held key as let go and pressed in the same millisecond, and Qt, when it is
        quick, reads the one before the other has come: no finger does that."""
        moment = event.timestamp()
        return bool(moment) and not event.isAutoRepeat() and self._let_go == (event.key(), moment)

    def _obey(self, outcomes: tuple[Outcome, ...], passing: Stroke | None = None) -> bool:
        """Do what the burst decided. True if the key at hand goes its natural way now."""
        passes = False
        for outcome in outcomes:
            for stroke in outcome.strokes:
                held = stroke.event
                if stroke is passing:
                    passes = isinstance(outcome, GiveBack)
                elif isinstance(held, HeldKey) and held in self._held:
                    self._held.remove(held)
                    if isinstance(outcome, GiveBack):
                        give_back(held)
            if isinstance(outcome, Scan):
                self._tell(outcome)
        return passes

    def _tell(self, scan: Scan) -> None:
        reading = scan.reading
        if reading.verdict is Verdict.GOOD and reading.code is not None:
            self.badge_read.emit(reading.code)
        else:
            self.scan_failed.emit(reading.text)

    def _wait(self) -> None:
        deadline = self._burst.deadline
        if deadline is None:
            self._timer.stop()
        else:
            wait = deadline + self._drift - time.monotonic() * 1000
            self._timer.start(max(1, round(wait) + 1))

    @Slot()
    def _on_silence(self) -> None:
        deadline = self._burst.deadline
        if deadline is None:
            return
        moment = time.monotonic() * 1000 - self._drift
        if moment - deadline > LATE_MS:
            # We were late, not the reader: let the keys that wait behind this timer come first.
            self._drift += moment - deadline
            self._timer.start(1)
            return
        self._obey(self._burst.silence(max(moment, deadline)))
        self._wait()


def _never_repeats(stroke: Stroke) -> bool:
    """Letters are given back by us, marked as repetitions; function keys do something at once."""
    held = stroke.event
    if not isinstance(held, HeldKey) or not stroke.repeat:
        return False
    return stroke.kind is KeyKind.TEXT or Qt.Key.Key_F1 <= held.key <= Qt.Key.Key_F35


def _kind(event: QKeyEvent) -> KeyKind:
    key = event.key()
    if key in _MODIFIER_KEYS:
        return KeyKind.MODIFIER
    if event.modifiers() & _COMMANDS:
        # AltGr writes (€, @): on Windows it comes as Ctrl+Alt, with a text that can be printed.
        printable = event.text().isprintable() and event.text() != ""
        both = event.modifiers() & _COMMANDS == (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        return KeyKind.TEXT if printable and both else KeyKind.OTHER
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return KeyKind.ENTER
    if key == Qt.Key.Key_Tab:
        return KeyKind.TAB
    if key == Qt.Key.Key_Space and not _writes():
        return KeyKind.OTHER
    return KeyKind.TEXT if event.text().isprintable() and event.text() else KeyKind.OTHER


def _writes() -> bool:
    """Is the focus somewhere one writes? Elsewhere the space bar presses buttons, and at once."""
    widget: QWidget | None = QApplication.focusWidget()
    return widget is not None and widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
