"""Printers: which there are, and sending them a document, without the window ever waiting.

What the two ways of printing have in common; `print_system` knows which one this PC has.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class Printer(NamedTuple):
    """A printer by the name the system knows it by. default: the system's own choice."""

    name: str
    default: bool = False


class PrintJob(NamedTuple):
    """A document on its way to a printer. paper: `A4` or `A3`; duplex: both sides of the paper.

    true_size: width and height of its paper in millimetres for what must come out at exactly its
    size: labels, badges; None may be fitted to the printer.
    """

    title: str
    pdf: bytes
    paper: str
    landscape: bool
    copies: int = 1
    duplex: bool = False
    true_size: tuple[float, float] | None = None


class Receipt(NamedTuple):
    """The print system took the document. waiting: the printer is stopped, so it lies in wait.

    job: the print system's own name for it. reason: what the printer lacks (`REASONS`), if it says.
    """

    title: str
    printer: str
    waiting: bool = False
    job: str = ""
    reason: str = ""


class JobNews(NamedTuple):
    """What became of a document the print system took: done, or what it waits for (`REASONS`)."""

    title: str
    printer: str
    job: str
    done: bool = False
    reason: str = ""


REASONS = {
    "stopped": ("paused", "moving-to-paused"),
    "paper": ("media-empty", "media-needed", "input-tray-missing"),
    "jam": ("media-jam",),
    "cover": ("cover-open", "door-open", "interlock-open"),
    "ink": ("toner-empty", "marker-supply-empty", "developer-empty"),
    "offline": ("offline", "connecting-to-device", "timed-out", "shutdown", "spool-area-full"),
}
"""What a printer may lack, and the words print systems have for it (source: RFC 8011, 5.4.12)."""


def reason_in(words: str) -> str:
    """The gravest of our reasons among a print system's words; empty when the printer is well."""
    for reason, theirs in REASONS.items():
        if any(word in words for word in theirs):
            return reason
    return ""


class Printing(QObject):
    """The printers of this PC. Every answer comes as a signal, on this thread."""

    printers_found = Signal(object)
    """A tuple of `Printer`, the default first; empty when there is none."""

    sent = Signal(object)
    """A `Receipt`."""

    failed = Signal(object)
    """A `Trouble`: nothing was printed."""

    followed = Signal(object)
    """A `JobNews`: a document that was sent has come out, or something keeps it."""

    def look_for_printers(self) -> None:
        """Ask which printers there are; `printers_found` answers."""
        raise NotImplementedError

    def send(self, job: PrintJob, printer: str) -> None:
        """Print a document; `sent` or `failed` answers."""
        raise NotImplementedError

    def stop(self) -> None:
        """Give up what is under way: the window closes."""
        raise NotImplementedError
