"""What this PC remembers about its window: text size, sounds, masking, where the window was.

Facts about the installation (database, desk name) are in `desktop_app.settings`, not here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal


class PaperHabit(NamedTuple):
    """How a kind of document is printed here. paper, audience: empty before the first choice."""

    printer: str = ""
    copies: int = 1
    duplex: bool = False
    paper: str = ""
    audience: str = ""


class Preferences(QObject):
    """Choices of this PC, written at once to a small file; kept in memory only without a path."""

    changed = Signal(str)
    """The name of the choice that changed."""

    DEFAULTS: ClassVar[dict[str, object]] = {
        "text_scale": 100,
        "theme": "light",
        "muted": False,
        "masked": False,
        "desk_name": "",
        "language": "fr",
        "welcomed": False,
        "paper_habits": "",
        "print_morning": False,
        "printer_session": "",
        "printer_badges": "",
    }

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values = dict(self.DEFAULTS)
        self._geometry = QByteArray()
        self._file: QSettings | None = None
        if path is not None:
            self._file = QSettings(str(path), QSettings.Format.IniFormat)
            self._read(self._file)

    @property
    def text_scale(self) -> int:
        """Text size in percent, 100 to 200."""
        return int(str(self._values["text_scale"]))

    @property
    def theme(self) -> str:
        """`light`, `dark` or `high_contrast`."""
        return str(self._values["theme"])

    @property
    def muted(self) -> bool:
        return bool(self._values["muted"])

    @property
    def masked(self) -> bool:
        return bool(self._values["masked"])

    @property
    def welcomed(self) -> bool:
        """The first-start page has been answered on this PC."""
        return bool(self._values["welcomed"])

    @property
    def desk_name(self) -> str:
        return str(self._values["desk_name"])

    @property
    def language(self) -> str:
        return str(self._values["language"])

    def printer(self, document: str) -> str:
        """The printer last used for a kind of document; empty before the first."""
        if f"printer_{document}" in self._values:
            return str(self._values[f"printer_{document}"])
        return self.paper_habit(document).printer

    @property
    def print_morning(self) -> bool:
        """This PC prints the day's papers by itself when the venue opens."""
        return bool(self._values["print_morning"])

    def paper_habit(self, document: str) -> PaperHabit:
        """How a kind of document was printed last at this PC."""
        told = self._habits().get(document, {})
        return PaperHabit(
            printer=str(told.get("printer", "")),
            copies=int(told.get("copies", 1)),
            duplex=bool(told.get("duplex", False)),
            paper=str(told.get("paper", "")),
            audience=str(told.get("audience", "")),
        )

    def keep_paper_habit(self, document: str, habit: PaperHabit) -> None:
        """Remember how a kind of document was printed."""
        habits = {**self._habits(), document: habit._asdict()}
        import json  # not at the start of the desk

        self.set("paper_habits", json.dumps(habits, ensure_ascii=False, sort_keys=True))

    def _habits(self) -> dict[str, dict[str, Any]]:
        """What is remembered; nothing of what a hand-edited file spoilt."""
        import json

        try:
            told = json.loads(str(self._values["paper_habits"]) or "{}")
            return {str(name): dict(habit) for name, habit in told.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size as Qt saved it; empty the first time."""
        return self._geometry

    def set(self, name: str, value: object) -> None:
        """Remember a choice; its type is that of its default."""
        if self._values[name] == value:
            return
        self._values[name] = value
        if self._file is not None:
            self._file.setValue(name, value)
        self.changed.emit(name)

    def set_geometry(self, geometry: QByteArray) -> None:
        self._geometry = geometry
        if self._file is not None:
            self._file.setValue("geometry", geometry)

    def save(self) -> None:
        """Write to disk now; Qt would do it a little later by itself."""
        if self._file is not None:
            self._file.sync()

    def _read(self, stored: QSettings) -> None:
        for name, default in self.DEFAULTS.items():
            value = stored.value(name, default)
            # An ini file gives back strings; a hand-edited one may give nonsense: keep the default.
            if isinstance(default, bool):
                self._values[name] = str(value).lower() == "true"
            elif isinstance(default, int):
                self._values[name] = int(str(value)) if str(value).isdigit() else default
            else:
                self._values[name] = str(value)
        geometry = stored.value("geometry", QByteArray())
        self._geometry = geometry if isinstance(geometry, QByteArray) else QByteArray()
