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
    """A document on its way to a printer. paper: `A4` or `A3`."""

    title: str
    pdf: bytes
    paper: str
    landscape: bool
    copies: int = 1


class Receipt(NamedTuple):
    """The print system took the document. waiting: the printer is stopped, so it lies in wait."""

    title: str
    printer: str
    waiting: bool = False


class Printing(QObject):
    """The printers of this PC. Every answer comes as a signal, on this thread."""

    printers_found = Signal(object)
    """A tuple of `Printer`, the default first; empty when there is none."""

    sent = Signal(object)
    """A `Receipt`."""

    failed = Signal(object)
    """A `Trouble`: nothing was printed."""

    def look_for_printers(self) -> None:
        """Ask which printers there are; `printers_found` answers."""
        raise NotImplementedError

    def send(self, job: PrintJob, printer: str) -> None:
        """Print a document; `sent` or `failed` answers."""
        raise NotImplementedError

    def stop(self) -> None:
        """Give up what is under way: the window closes."""
        raise NotImplementedError
