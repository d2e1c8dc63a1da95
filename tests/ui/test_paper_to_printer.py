"""The manager's Friday: the week plan for the panel, from the wish to the sheet in the tray."""

from __future__ import annotations

from datetime import date
from functools import partial
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget

from desktop_app.ui.devices.lp_printing import LpPrinting
from desktop_app.ui.navigation import Destination
from desktop_app.ui.paper.paper_desk import PaperDesk
from tests import builders
from tests.documents.reading_pdf import whole_text
from tests.printing.print_server import print_server
from tests.ui.houses import ask, move_in

SOON = 20_000


@pytest.mark.cups
def test_the_week_on_a3_in_three_clicks(qtbot, context, tmp_path) -> None:
    house = move_in(qtbot, context, tmp_path)
    ask(qtbot, context, lambda: builders.a_venue(house.database))
    ask(qtbot, context, lambda: builders.a_booking(house, "AGO", "18:30-21:00", title="Œuvrons"))
    window = QWidget()
    qtbot.addWidget(window)
    with print_server() as server:
        desk = PaperDesk(context, window, LpPrinting(server.environment))
        # One: “Imprimer” on the planning.
        context.navigator.open(Destination("paper", day=date(2026, 11, 26), text="week"))
        preview = desk.preview
        assert preview is not None
        qtbot.waitUntil(lambda: preview.printer_card.printers.count() == 1, timeout=SOON)
        # Two: A3.
        with qtbot.waitSignal(preview.shown, timeout=SOON):
            preview.choices.paper.chosen.emit("A3")
        # Three: print.
        with qtbot.waitSignal(desk.printing.sent, timeout=SOON):
            preview.printer_card.print_button.click()
        received = server.printed()
        desk.close()
    box = PdfReader(BytesIO(received)).pages[0].mediabox
    assert sorted((round(float(box.width)), round(float(box.height)))) == [842, 1191]
    assert "Œuvrons" in whole_text(received)
    assert "page 1/1" in whole_text(received)
    ask(qtbot, context, partial(closed, house))


def closed(house) -> bool:
    house.close()
    return True
