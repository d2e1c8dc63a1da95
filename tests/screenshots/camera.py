"""Opens the demonstration desk off the screen and photographs it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import Start
from desktop_app.crash_log import CrashLog
from desktop_app.desk import make_desk
from desktop_app.settings import Settings
from desktop_app.ui.front_desk import FrontDesk
from tests.screenshots.shots import Shot

PATIENCE = 60.0


class Format(NamedTuple):
    """A size of window and a text size in percent."""

    name: str
    size: QSize
    scale: int = 100


FORMATS = (
    Format("1366x768", QSize(1366, 768)),
    Format("1920x1080", QSize(1920, 1080)),
    Format("200pc", QSize(1366, 768), 200),
)


@contextmanager
def open_desk(language: str) -> Iterator[FrontDesk]:
    """The demonstration venue at its moment, in this language; thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="accueil-pictures-") as folder:
        start = Start(demo=True, language=language)
        settings = Settings(language=language, backups=str(Path(folder) / "sauvegardes"))
        desk = make_desk(start, settings, CrashLog(Path(folder) / "journal"))
        desk.show()
        try:
            settle(desk)
            yield desk
        finally:
            desk.window.close()


def settle(desk: FrontDesk) -> None:
    """Wait until nothing is asked of the database and everything is laid out and painted."""
    end = time.monotonic() + PATIENCE
    calm = 0
    while calm < 5 and time.monotonic() < end:
        QApplication.processEvents()
        calm = 0 if desk.context.background.is_busy else calm + 1
        time.sleep(0.01)


def photograph(
    desk: FrontDesk, language: str, shots: Sequence[Shot], formats: Sequence[Format], out: Path
) -> Iterator[Path]:
    """Take each shot in each format; gives the files as they are written."""
    for form in formats:
        desk.context.theme.set_scale(form.scale)
        desk.window.resize(form.size)
        for shot in shots:
            yield _take(desk, shot, out / f"{shot.name}-{form.name}-{language}.png")


def _take(desk: FrontDesk, shot: Shot, file: Path) -> Path:
    desk.context.navigator.open(shot.destination)
    settle(desk)
    if shot.prepare is not None:
        shot.prepare(desk, lambda: settle(desk))
        settle(desk)
    while desk.window.notice_bar.card is not None:
        desk.window.notice_bar.card.finish()
    settle(desk)
    window = desk.window if shot.window is None else shot.window(desk)
    if window is not desk.window:
        window.resize(desk.window.size())
        settle(desk)
    if not window.grab().save(str(file)):
        raise OSError(f"cannot write {file}")
    if shot.after is not None:
        shot.after(desk)
    return file
