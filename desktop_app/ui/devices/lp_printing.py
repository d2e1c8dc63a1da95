"""Printing where there is CUPS, Linux and macOS: the PDF itself goes to the program `lp`.

Text stays text, and no library has to be loaded to list printers: `lpstat` names them as `lp` wants
them named. Only `print_system` enters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, QTimer, Signal, Slot

from desktop_app.domain.refusals import Trouble
from desktop_app.ui.devices.printing import (
    JobNews,
    Printer,
    Printing,
    PrintJob,
    Receipt,
    reason_in,
)

PATIENCE_MS = 20_000
"""How long a print system may stay silent before we say so."""

FOLLOW_MS, FOLLOWED_TIMES = 2_000, 150
"""How often, and how many times, a document that was sent is looked after: five minutes."""

NOT_THERE, TOO_SLOW = -1, -2
_REQUEST = re.compile(r"request id is (\S+-\d+)")


class _Answer(NamedTuple):
    """How a program ended. code: its own, NOT_THERE, or TOO_SLOW."""

    code: int
    output: str = ""
    errors: str = ""


_Then = Callable[[_Answer], None]


class LpPrinting(Printing):
    """Printing by the programs `lp` and `lpstat` of CUPS.

    environment: variables on top of the process's own (another server: `CUPS_SERVER`).
    """

    def __init__(
        self, environment: Mapping[str, str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._environment = QProcessEnvironment.systemEnvironment()
        for name, value in (environment or {}).items():
            self._environment.insert(name, value)
        # Answers are read by this program: plain English, whatever the desk speaks.
        self._environment.insert("LC_ALL", "C.UTF-8")
        self._running: set[_Command] = set()
        self._following: set[QTimer] = set()

    def look_for_printers(self) -> None:
        self._run(["lpstat", "-e"], self._on_names)

    def _on_names(self, answer: _Answer) -> None:
        names = answer.output.split() if answer.code == 0 else []
        if not names:
            self.printers_found.emit(())
            return
        self._run(["lpstat", "-d"], partial(self._on_default, names))

    def _on_default(self, names: list[str], answer: _Answer) -> None:
        default = answer.output.rpartition(":")[2].strip()
        found = [Printer(name, name == default) for name in names]
        found.sort(key=lambda printer: not printer.default)
        self.printers_found.emit(tuple(found))

    def send(self, job: PrintJob, printer: str) -> None:
        # auto-fit: a printer without A3 gets the sheet made smaller rather than cut.
        options = ["-o", f"media={_media(job)}"]
        options += ["-o", f"print-scaling={'none' if job.true_size else 'auto-fit'}"]
        options += ["-o", f"sides={_sides(job)}"]
        command = ["lp", "-d", printer, "-t", job.title, "-n", str(job.copies), *options, "-"]
        self._run(command, partial(self._on_taken, job, printer), given=job.pdf)

    def _on_taken(self, job: PrintJob, printer: str, answer: _Answer) -> None:
        if answer.code != 0:
            self.failed.emit(_trouble(answer, printer))
            return
        found = _REQUEST.search(answer.output)
        told = Receipt(job.title, printer, job=found.group(1) if found else "")
        self._run(["lpstat", "-l", "-p", printer], partial(self._on_state, told))

    def _on_state(self, told: Receipt, answer: _Answer) -> None:
        waiting = answer.code == 0 and " disabled " in answer.output.partition("\n")[0]
        reason = _alerts(answer) or ("stopped" if waiting else "")
        self.sent.emit(told._replace(waiting=waiting, reason=reason))
        if told.job:
            news = JobNews(told.title, told.printer, told.job, reason=reason)
            self._follow(news, FOLLOWED_TIMES)

    def _follow(self, news: JobNews, times: int) -> None:
        """Look again in a moment, until the document has come out."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        self._following.add(timer)
        timer.timeout.connect(partial(self._look_after, news, times, timer))
        timer.start(FOLLOW_MS)

    def _look_after(self, news: JobNews, times: int, timer: QTimer) -> None:
        self._following.discard(timer)
        timer.deleteLater()
        command = ["lpstat", "-W", "not-completed", "-o", news.printer]
        self._run(command, partial(self._on_waiting_jobs, news, times))

    def _on_waiting_jobs(self, news: JobNews, times: int, answer: _Answer) -> None:
        if answer.code != 0:
            return
        if news.job not in answer.output.split():
            self.followed.emit(news._replace(done=True, reason=""))
            return
        self._run(["lpstat", "-l", "-p", news.printer], partial(self._on_alerts, news, times))

    def _on_alerts(self, news: JobNews, times: int, answer: _Answer) -> None:
        reason = _alerts(answer)
        if reason != news.reason:
            news = news._replace(reason=reason)
            self.followed.emit(news)
        if times > 0:
            self._follow(news, times - 1)

    def _run(self, command: list[str], then: _Then, given: bytes = b"") -> None:
        running = _Command(command, given, self._environment, then)
        self._running.add(running)
        # Queued: a process must not be let go of while it is still telling that it ended.
        running.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        running.start()

    @Slot(object, object)
    def _on_ended(self, running: _Command, answer: _Answer) -> None:
        self._running.discard(running)
        running.then(answer)

    def stop(self) -> None:
        for timer in self._following:
            timer.stop()
        self._following.clear()
        for running in tuple(self._running):
            running.abandon()
        self._running.clear()


def _sides(job: PrintJob) -> str:
    if not job.duplex:
        return "one-sided"
    return "two-sided-short-edge" if job.landscape else "two-sided-long-edge"


def _alerts(answer: _Answer) -> str:
    """Our word for what `lpstat -l -p` says the printer lacks."""
    for line in answer.output.splitlines():
        name, _colon, words = line.strip().partition(":")
        if name == "Alerts":
            return reason_in(words)
    return ""


def _trouble(answer: _Answer, printer: str) -> Trouble:
    """What went wrong, read from what `lp` said."""
    if answer.code == NOT_THERE:
        return Trouble("printer_missing")
    if answer.code == TOO_SLOW or "scheduler" in answer.errors:
        return Trouble("print_service_silent", printer=printer)
    if "does not exist" in answer.errors:
        return Trouble("printer_gone", printer=printer)
    problem = answer.errors.strip().removeprefix("lp:").strip()
    return Trouble("print_failed", printer=printer, problem=problem)


class _Command(QObject):
    """One run of a program, fed and read without waiting, given up when it stays silent."""

    ended = Signal(object, object)
    """Itself, and its `_Answer`."""

    def __init__(
        self, command: list[str], given: bytes, environment: QProcessEnvironment, then: _Then
    ) -> None:
        super().__init__()
        self.then = then
        self._given = given
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(command[1:])
        self._process.setProcessEnvironment(environment)
        self._process.started.connect(self._feed)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.setInterval(PATIENCE_MS)
        self._alarm.timeout.connect(self._on_silence)
        self._done = False

    def start(self) -> None:
        self._alarm.start()
        self._process.start()

    def abandon(self) -> None:
        self._done = True
        self._process.kill()
        self._process.waitForFinished(1000)

    def _feed(self) -> None:
        if self._given:
            self._process.write(self._given)
        self._process.closeWriteChannel()

    def _on_finished(self, code: int) -> None:
        output = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        errors = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._end(_Answer(code, output, errors))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(_Answer(NOT_THERE))

    def _on_silence(self) -> None:
        self._end(_Answer(TOO_SLOW))
        self._process.kill()

    def _end(self, answer: _Answer) -> None:
        if not self._done:
            self._done = True
            self._alarm.stop()
            self.ended.emit(self, answer)


def _media(job: PrintJob) -> str:
    """The paper as the print system names it; a roll has a size of its own."""
    if job.true_size is None or job.true_size == (210.0, 297.0):
        return job.paper
    width, height = job.true_size
    return f"Custom.{width:g}x{height:g}mm"
