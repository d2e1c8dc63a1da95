"""Four short sounds, so that a verdict is heard as well as seen. Nothing waits for them.

QtMultimedia would cost 160 MB for four beeps: the system's own player is used instead (winsound on
Windows, afplay on macOS, PipeWire, PulseAudio or ALSA on Linux), and the bell where there is none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore  # what starts a player is named when one is needed
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app.ui.preferences import Preferences

FAMILIES = ("welcome", "attention", "already", "no")
"""welcome: come in; attention: something to do first; already: known, all is well; no: refused."""

_LINUX_PLAYERS = (("pw-play", ()), ("paplay", ()), ("aplay", ("-q",)))


class Sounds(QObject):
    """Plays a family's sound unless this PC is muted."""

    def __init__(
        self, folder: Path, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._preferences = folder, preferences
        self._player: Callable[[Path], bool] | None = None

    @property
    def is_quiet(self) -> bool:
        """Nothing of ours is playing (a sound handed to Windows is not seen)."""
        processes = self.findChildren(QtCore.QProcess)
        return all(one.state() == QtCore.QProcess.ProcessState.NotRunning for one in processes)

    def play(self, family: str) -> None:
        """Start the sound and come back at once; a sound still playing is cut off."""
        if family not in FAMILIES:
            raise ValueError(f"no such sound: {family}")
        if self._preferences.muted:
            return
        if self._player is None:
            self._player = self._find_player()
        if not self._player(self._folder / f"{family}.wav"):
            QApplication.beep()

    def _find_player(self) -> Callable[[Path], bool]:
        if sys.platform == "win32":
            return _play_on_windows
        players = (("afplay", ()),) if sys.platform == "darwin" else _LINUX_PLAYERS
        for name, options in players:
            program = QtCore.QStandardPaths.findExecutable(name)
            if program:
                return _Command(self, program, options)
        return _no_player


class _Command:
    """A player started as its own process, one sound at a time."""

    def __init__(self, parent: QObject, program: str, options: tuple[str, ...]) -> None:
        self._process = QtCore.QProcess(parent)
        self._process.setProgram(program)
        self._options = options

    def __call__(self, path: Path) -> bool:
        if self._process.state() != QtCore.QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(50)
        self._process.setArguments([*self._options, str(path)])
        self._process.start()
        return self._process.error() != QtCore.QProcess.ProcessError.FailedToStart


def _play_on_windows(path: Path) -> bool:
    import winsound

    flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT  # type: ignore[attr-defined,unused-ignore]
    winsound.PlaySound(str(path), flags)  # type: ignore[attr-defined,unused-ignore]
    return True


def _no_player(path: Path) -> bool:
    return False
