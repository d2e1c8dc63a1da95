"""Printing by pictures, as on Windows; here the printer is a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop_app.documents import week_plan
from desktop_app.ui.devices.printing import PrintJob
from desktop_app.ui.devices.raster_printing import draw_pages
from tests.documents.reading_pdf import grey_picture
from tests.documents.recording import FONTS
from tests.documents.venue_facts import week_facts


@pytest.mark.parametrize(
    ("paper", "pages", "size"), [("A3", 1, (1191, 842)), ("A4", 2, (842, 595))]
)
def test_every_page_is_drawn_as_large_as_the_paper(
    qapp: QApplication, tmp_path: Path, paper: str, pages: int, size: tuple[int, int]
) -> None:
    file = tmp_path / "imprimé.pdf"
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(file))
    pdf = week_plan.render(week_facts(paper=paper), FONTS).pdf
    assert draw_pages(device, PrintJob("Planning", pdf, paper, True))
    from pypdf import PdfReader

    printed = PdfReader(BytesIO(file.read_bytes())).pages
    assert len(printed) == pages
    box = printed[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == size
    ours, theirs = grey_picture(pdf, scale=1), grey_picture(file.read_bytes(), scale=1)
    theirs = theirs.resize(ours.size)
    apart = sum(abs(a - b) for a, b in zip(ours.tobytes(), theirs.tobytes(), strict=True))
    assert apart / len(ours.tobytes()) < 6  # of 255: the same picture, drawn twice
