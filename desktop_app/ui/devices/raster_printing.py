"""Printing by pictures: Windows, whose printers understand no PDF. 300 points an inch.

Only `print_system` enters, and on Windows only.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop_app.domain.refusals import Trouble
from desktop_app.ui.devices.pdf_pages import PdfPages
from desktop_app.ui.devices.printing import Printer, Printing, PrintJob, Receipt

RESOLUTION = 300
"""Dots an inch: hairlines and 9 point type stay crisp, an A3 page stays under 70 MB."""

_SIZES = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}


class RasterPrinting(Printing):
    """Printing through Qt, each document on a thread of its own."""

    _printed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: list[threading.Thread] = []
        self._printed.connect(self._tell)

    def look_for_printers(self) -> None:
        default = QPrinterInfo.defaultPrinterName()
        names = QPrinterInfo.availablePrinterNames()
        found = [Printer(name, name == default) for name in names]
        self.printers_found.emit(tuple(sorted(found, key=lambda printer: not printer.default)))

    def send(self, job: PrintJob, printer: str) -> None:
        info = QPrinterInfo.printerInfo(printer)
        if info.isNull():
            self.failed.emit(Trouble("printer_gone", printer=printer))
            return
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._print, args=(job, info, printer), name="printing")
        self._threads.append(thread)
        thread.start()

    def _print(self, job: PrintJob, info: QPrinterInfo, name: str) -> None:
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        drawn = draw_pages(device, job)
        waiting = info.state() is QPrinter.PrinterState.Error
        answer: object = Receipt(job.title, name, waiting)
        self._printed.emit(answer if drawn else Trouble("print_failed", printer=name, problem=""))

    def _tell(self, answer: object) -> None:
        if isinstance(answer, Receipt):
            self.sent.emit(answer)
        else:
            self.failed.emit(answer)

    def stop(self) -> None:
        for thread in self._threads:
            thread.join()


def draw_pages(device: QPrinter, job: PrintJob) -> bool:
    """Draw every page of a document on a printer; False when the printer cannot be opened."""
    device.setDocName(job.title)
    device.setResolution(RESOLUTION)
    device.setCopyCount(job.copies)
    device.setFullPage(True)
    if job.duplex:
        short, long = QPrinter.DuplexMode.DuplexShortSide, QPrinter.DuplexMode.DuplexLongSide
        device.setDuplex(short if job.landscape else long)
    turn = QPageLayout.Orientation
    device.setPageLayout(
        QPageLayout(
            _size_of(job),
            turn.Landscape if job.landscape else turn.Portrait,
            QMarginsF(),
        )
    )
    pages = PdfPages(job.pdf)
    painter = QPainter()
    try:
        if not painter.begin(device):
            return False
        for number in range(len(pages)):
            if number:
                device.newPage()
            area = QRect(0, 0, device.width(), device.height())
            painter.drawImage(area, pages.image(number, RESOLUTION / 72))
    finally:
        painter.end()
        pages.close()
    return True


def _size_of(job: PrintJob) -> QPageSize:
    if job.true_size is None:
        return QPageSize(_SIZES[job.paper])
    return QPageSize(QSizeF(*job.true_size), QPageSize.Unit.Millimeter)
