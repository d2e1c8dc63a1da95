"""Giving innocent keys back: each goes, in order, to the widget it was meant for, as if never held.

A key held back has missed Qt's search for shortcuts; what that search would have done for a plain
key (a lone “C”, a button's letter) is done here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


class Receiver(NamedTuple):
    """Whoever gets a key. popup: the open list or menu the widget is part of, if any.

    Shiboken ties the widget it hands out to the popup it was asked of: without the popup's own
    Python object, the widget counts as deleted though it is there.
    """

    widget: QObject | None
    popup: QWidget | None = None

    def is_there(self) -> bool:
        return self.widget is not None and shiboken6.isValid(self.widget)


@dataclass(slots=True, eq=False)
class HeldKey:
    """A key press kept back, whether its release came meanwhile, whether it comes from a key that
    is held down."""

    receiver: Receiver
    key: int
    modifiers: Qt.KeyboardModifier
    scan_code: int
    virtual_key: int
    native_modifiers: int
    text: str
    repeats: bool = False
    released: bool = False

    @classmethod
    def of(cls, event: QKeyEvent, *, repeats: bool = False) -> HeldKey:
        return cls(
            receiver=whom(),
            key=event.key(),
            modifiers=event.modifiers(),
            scan_code=event.nativeScanCode(),
            virtual_key=event.nativeVirtualKey(),
            native_modifiers=event.nativeModifiers(),
            text=event.text(),
            repeats=repeats,
        )

    def again(self, kind: QEvent.Type) -> QKeyEvent:
        """The same key as a new event. It is not spontaneous, so the filter lets it pass."""
        return QKeyEvent(
            kind,
            self.key,
            self.modifiers,
            self.scan_code,
            self.virtual_key,
            self.native_modifiers,
            self.text,
            self.repeats,
            1,
        )


def whom() -> Receiver:
    """Whoever would get a key now: an open menu first, then the focus, then the window."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        inner: QWidget | None = popup.focusWidget()
        return Receiver(popup if inner is None else inner, popup)
    for found in (QApplication.focusWidget(), QApplication.activeWindow()):
        if found is not None:
            return Receiver(found)
    return Receiver(QGuiApplication.focusWindow())


def give_back(held: HeldKey) -> None:
    """Deliver one key now. Nothing happens if its widget is gone and nobody else has the focus."""
    receiver = held.receiver if held.receiver.is_there() else whom()
    target = receiver.widget
    if target is None:
        return
    override = held.again(QEvent.Type.ShortcutOverride)
    override.ignore()
    QCoreApplication.sendEvent(target, override)
    if not override.isAccepted() and _press_shortcut(held, target):
        return
    if shiboken6.isValid(target):
        QCoreApplication.sendEvent(target, held.again(QEvent.Type.KeyPress))
    if held.released and shiboken6.isValid(target):
        QCoreApplication.sendEvent(target, held.again(QEvent.Type.KeyRelease))


def _press_shortcut(held: HeldKey, target: QObject) -> bool:
    """Press the shortcut or the button of this plain key in the target's window, if any."""
    if not isinstance(target, QWidget) or QApplication.activePopupWidget() is not None:
        return False
    sequence = QKeySequence(held.key)
    window = target.window()
    for shortcut in window.findChildren(QShortcut):
        if shortcut.key() == sequence and shortcut.isEnabled() and _reaches(shortcut, target):
            if shortcut.autoRepeat() or not held.repeats:
                shortcut.activated.emit()
            return True
    for button in window.findChildren(QAbstractButton):
        if button.shortcut() == sequence and button.isEnabled() and button.isVisible():
            if not held.repeats:
                button.click()
            return True
    return False


def _reaches(shortcut: QShortcut, target: QWidget) -> bool:
    """Would Qt have let this shortcut hear a key typed into the target?"""
    owner = shortcut.parent()
    if not isinstance(owner, QWidget) or not owner.isVisible():
        return False
    match shortcut.context():
        case Qt.ShortcutContext.WidgetShortcut:
            return owner is target
        case Qt.ShortcutContext.WidgetWithChildrenShortcut:
            return owner is target or owner.isAncestorOf(target)
        case _:
            return owner.window() is target.window()
