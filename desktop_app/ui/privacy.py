"""A public hall reads the screen: one key masks every person's name (F12)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Privacy(QObject):
    """Whether names are masked on this screen."""

    masked_changed = Signal(bool)

    def __init__(self, masked: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._masked = masked

    @property
    def masked(self) -> bool:
        return self._masked

    def set_masked(self, masked: bool) -> None:
        if masked != self._masked:
            self._masked = masked
            self.masked_changed.emit(masked)

    def toggle(self) -> None:
        self.set_masked(not self._masked)

    def show(self, name: str) -> str:
        """The name, or its initials when masked: “Aïcha Ben Salem” → “A. B. S.”."""
        return initials(name) if self._masked else name


def initials(name: str) -> str:
    """Initials of every part of a name, a no-break space between them."""
    parts = [part for part in name.replace("’", " ").replace("'", " ").split() if part]
    return "\u00a0".join(f"{part[0].upper()}." for part in parts)
