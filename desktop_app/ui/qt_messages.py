"""What Qt itself complains about goes to the program's log, not to a console nobody reads."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _write(level: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(level, logging.WARNING), "%s", message)


def log_qt_messages() -> None:
    """From now on Qt's messages are entries of the log."""
    qInstallMessageHandler(_write)
