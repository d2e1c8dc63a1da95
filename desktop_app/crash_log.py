"""The program's log and its last words. No Qt, no personal data; the first thing made at a start.

Names of people never enter: a log line says what the program did, and an exception is written as
its type, the lines of code it came through, and its message with each quoted piece and number
blanked. What went wrong is kept beside the log until the next start, which shows it (see
`ui.crash_page`).
"""

from __future__ import annotations

import copy
import faulthandler
import logging
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

LOG_NAME = "accueil.log"
LAST_WORDS_NAME = "derniers-mots.txt"
NATIVE_NAME = "arret-brutal.txt"
LOG_BYTES = 512 * 1024
KEPT_LOGS = 4
LAST_WORDS_BYTES = 32 * 1024
"""The first failure tells most: what comes after this many bytes is only in the log."""

_log = logging.getLogger(__name__)

# Not compiled here: every start would wait for what only a failure needs.
_QUOTED = r"'[^']*'|\"[^\"]*\"|«[^»]*»|“[^”]*”|\([^()]*\)|\[[^\[\]]*\]"
_NUMBER = r"\d{2,}"
_MAIL = r"\S+@\S+"
_HERE = Path(__file__).resolve().parent.parent


def without_data(message: str) -> str:
    """The first line of a message, with what may be somebody's name or number blanked."""
    line = message.partition("\n")[0]
    for pattern in (_QUOTED, _MAIL, _NUMBER):
        line = re.sub(pattern, "…", line)
    return line[:300]


def describe(error: BaseException) -> str:
    """An exception and its causes: type, blanked message, lines of code. No values of variables."""
    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(lines) < 200:
        lines.append(f"{type(cause).__name__}: {without_data(str(cause))}")
        lines += [f"  {place}" for place in _places(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        path = Path(code.co_filename)
        known = path.is_relative_to(_HERE)
        shown = path.relative_to(_HERE).as_posix() if known else path.name
        places.append(f"{shown}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places


class _Lines(logging.Formatter):
    """One line a record; exceptions without data."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        # The first formatter's text is kept in the record for all others: theirs may hold data.
        own = copy.copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return describe(error) if isinstance(error, BaseException) else ""


class _RotatingFile(logging.FileHandler):
    """A log file that starts anew when it is full, keeping a few old ones."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path
        self.setFormatter(_Lines())

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._path.exists() and self._path.stat().st_size > LOG_BYTES:
                self._turn()
        except OSError:
            pass  # a log that cannot be turned is still written to
        super().emit(record)

    def _turn(self) -> None:
        self.close()
        for number in range(KEPT_LOGS - 1, 0, -1):
            older = self._path.with_suffix(f".{number}.log")
            if older.exists():
                older.replace(self._path.with_suffix(f".{number + 1}.log"))
        self._path.replace(self._path.with_suffix(".1.log"))


class _LastWords(logging.Handler):
    """Keeps each unexpected exception for the next start."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.ERROR)
        self._path = path
        self.setFormatter(_Lines())

    def emit(self, record: logging.LogRecord) -> None:
        if not record.exc_info:
            return
        try:
            size = self._path.stat().st_size if self._path.exists() else 0
            if size < LAST_WORDS_BYTES:
                with self._path.open("a", encoding="utf-8") as file:
                    file.write(self.format(record) + "\n")
        except OSError:
            self.handleError(record)


class CrashLog:
    """The log of one run, in a folder of this PC. Start it once, before anything else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tell: Callable[[BaseException], object] | None = None
        self._handlers: list[logging.Handler] = []
        self._native: IO[str] | None = None
        self._before = ""

    def start(self, version: str = "") -> None:
        """Open the log, catch every exception nobody caught, and gather the previous run's words.

        A folder that cannot be written (a full or read-only disk) leaves the program without a
        log, not the desk without a program.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._before = self._gather()
            self._native = (self.folder / NATIVE_NAME).open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._native)
        self._handlers = [
            _RotatingFile(self.folder / LOG_NAME),
            _LastWords(self.folder / LAST_WORDS_NAME),
        ]
        root = logging.getLogger()
        root.setLevel(logging.INFO)
        for handler in self._handlers:
            root.addHandler(handler)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        _log.info("start, version %s, Python %d.%d.%d", version, *sys.version_info[:3])

    def listen(self, tell: Callable[[BaseException], object]) -> None:
        """Have each uncaught exception told, once logged: the window shows a notice."""
        self._tell = tell

    def last_words(self) -> str:
        """What the previous run could not say itself; empty when it ended well."""
        return self._before

    def forget(self) -> None:
        """The last words have been read."""
        self._before = ""
        (self.folder / LAST_WORDS_NAME).unlink(missing_ok=True)

    def stop(self) -> None:
        """Close the files and give the hooks back."""
        if self._native is None:
            return
        _log.info("end")
        faulthandler.disable()
        self._native.close()
        self._native = None
        (self.folder / NATIVE_NAME).unlink(missing_ok=True)
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _gather(self) -> str:
        """Last words and the trace of a brutal stop become one text, kept until it is read."""
        kept = self.folder / LAST_WORDS_NAME
        native = self.folder / NATIVE_NAME
        trace = native.read_text(encoding="utf-8", errors="replace") if native.exists() else ""
        if trace.strip():
            with kept.open("a", encoding="utf-8") as file:
                file.write(trace)
        return kept.read_text(encoding="utf-8", errors="replace") if kept.exists() else ""

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected", exc_info=(kind, error, trace))
        if self._tell is not None:
            self._tell(error)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        error = caught.exc_value
        if error is not None:
            self._on_exception(caught.exc_type, error, caught.exc_traceback)
