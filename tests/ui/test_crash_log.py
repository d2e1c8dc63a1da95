"""Last words reach the next start, and no name goes with them."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_app import crash_log
from desktop_app.crash_log import CrashLog, describe, without_data
from desktop_app.ui.crash_page import CrashPage


@pytest.fixture
def log(tmp_path: Path) -> Iterator[CrashLog]:
    made = CrashLog(tmp_path / "journal")
    made.start("0.1")
    yield made
    made.stop()


def fail(name: str) -> None:
    raise KeyError(name)


def test_a_run_that_ends_well_leaves_no_last_words(tmp_path: Path) -> None:
    first = CrashLog(tmp_path)
    first.start()
    first.stop()
    second = CrashLog(tmp_path)
    second.start()
    assert second.last_words() == ""
    second.stop()


def test_an_uncaught_exception_is_shown_at_the_next_start_until_read(log: CrashLog) -> None:
    try:
        fail("Aïcha Ben Salem")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    log.stop()
    again = CrashLog(log.folder)
    again.start()
    assert "KeyError" in again.last_words()
    assert "test_crash_log.py" in again.last_words()
    again.forget()
    again.stop()
    third = CrashLog(log.folder)
    third.start()
    assert third.last_words() == ""
    third.stop()


def test_no_name_reaches_the_log(log: CrashLog) -> None:
    try:
        fail("Aïcha Ben Salem")
    except KeyError:
        logging.getLogger("desk").error("a verb failed", exc_info=True)
    written = "".join(path.read_text() for path in log.folder.iterdir())
    assert "a verb failed" in written
    assert "Salem" not in written


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("no row for 'Chloé' at 12h", "no row for … at …h"),
        ("bad value “Chloé” for x", "bad value … for x"),
        ("write to chloe@example.org", "write to …"),
        ("INSERT failed (name, phone)\n[parameters: ('Chloé',)]", "INSERT failed …"),
        ("phone 0639981234", "phone …"),
    ],
)
def test_what_may_be_somebodys_is_blanked(message, kept) -> None:
    assert without_data(message) == kept


def test_a_cause_is_told_with_its_consequence() -> None:
    try:
        try:
            fail("x")
        except KeyError as error:
            raise RuntimeError("consequence") from error
    except RuntimeError as error:
        told = describe(error)
    assert told.index("RuntimeError") < told.index("KeyError")


def test_an_exception_in_a_thread_is_kept_and_told(log: CrashLog) -> None:
    told: list[BaseException] = []
    log.listen(told.append)
    thread = threading.Thread(target=fail, args=("x",))
    thread.start()
    thread.join()
    assert isinstance(told[0], KeyError)
    assert "KeyError" in (log.folder / crash_log.LAST_WORDS_NAME).read_text()


def test_a_stop_beneath_python_leaves_its_trace(tmp_path: Path) -> None:
    program = (
        "import faulthandler, sys; from pathlib import Path;"
        "from desktop_app.crash_log import CrashLog;"
        "CrashLog(Path(sys.argv[1])).start(); faulthandler._sigabrt()"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode != 0
    after = CrashLog(tmp_path)
    after.start()
    assert "Aborted" in after.last_words()
    after.stop()


def test_the_log_turns_when_it_is_full(log: CrashLog, monkeypatch) -> None:
    monkeypatch.setattr(crash_log, "LOG_BYTES", 2000)
    for number in range(300):
        logging.getLogger("desk").warning("line %d of many lines of the log", number)
    logs = sorted(path.name for path in log.folder.glob("*.log"))
    assert logs == [
        "accueil.1.log",
        "accueil.2.log",
        "accueil.3.log",
        "accueil.4.log",
        "accueil.log",
    ]
    assert all(path.stat().st_size < 3000 for path in log.folder.glob("*.log"))


def test_a_folder_that_cannot_be_written_does_not_stop_the_desk(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    log = CrashLog(tmp_path / "file" / "journal")
    log.start()
    assert log.last_words() == ""
    log.stop()


def test_the_page_copies_and_goes_on(qtbot, theme, tmp_path: Path) -> None:
    page = CrashPage(theme, "KeyError: …", tmp_path)
    qtbot.addWidget(page)
    page.show()
    page.copy_button.click()
    assert QGuiApplication.clipboard().text() == "KeyError: …"
    with qtbot.waitSignal(page.continued):
        page.go_on_button.click()
