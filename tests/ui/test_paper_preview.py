"""The preview: what is seen is what is printed, chosen by mouse or key, or saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from desktop_app.domain.changes import EVERYTHING
from desktop_app.domain.refusals import Trouble
from desktop_app.services.papers import Paper
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.printing import Printer, Printing, PrintJob, Receipt
from desktop_app.ui.navigation import Destination
from desktop_app.ui.paper.page_view import FIT_PAGE
from desktop_app.ui.paper.paper_desk import PaperDesk
from desktop_app.ui.paper.preview import PreviewWindow
from tests import builders
from tests.documents.reading_pdf import whole_text
from tests.ui.houses import ask, move_in

THURSDAY = date(2026, 11, 26)
SOON = 20_000


class PrinterOnTheDesk(Printing):
    """Printers that keep what they are given."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.names, self.jobs, self.stopped = names, list[tuple[PrintJob, str]](), False
        self.trouble: Trouble | None = None

    def look_for_printers(self) -> None:
        self.printers_found.emit(tuple(Printer(name) for name in self.names))

    def send(self, job: PrintJob, printer: str) -> None:
        if self.trouble is not None:
            self.failed.emit(self.trouble)
            return
        self.jobs.append((job, printer))
        self.sent.emit(Receipt(job.title, printer, waiting=printer == "Arrêtée"))

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def printers() -> PrinterOnTheDesk:
    return PrinterOnTheDesk("Accueil", "Bureau")


@pytest.fixture
def paper_desk(
    qtbot, context: ScreenContext, tmp_path: Path, printers: PrinterOnTheDesk
) -> Iterator[PaperDesk]:
    """A venue with two bookings on Thursday, and the desk's papers."""
    house = move_in(qtbot, context, tmp_path)

    def furnish() -> bool:
        builders.a_venue(house.database)
        builders.a_booking(house, "BP2", "10:00-13:00", title="Exil")
        builders.a_booking(house, "AGO", "18:30-21:00", title="Se mobiliser")
        return True

    ask(qtbot, context, furnish)
    window = QWidget()
    qtbot.addWidget(window)
    made = PaperDesk(context, window, printers)
    yield made
    made.close()
    ask(qtbot, context, partial(closed, house))


def closed(house) -> bool:
    house.close()
    return True


def paper_of(preview: PreviewWindow) -> Paper:
    assert preview.paper is not None
    return preview.paper


def opened(qtbot, desk: PaperDesk, context: ScreenContext, text: str = "week") -> PreviewWindow:
    """The preview, as a screen wishes it, once its first page is drawn."""
    context.navigator.open(Destination("paper", day=THURSDAY, text=text))
    preview = desk.preview
    assert preview is not None
    with qtbot.waitSignal(preview.view.drawn, timeout=SOON):
        pass
    return preview


def shown(preview: PreviewWindow) -> str:
    return whole_text(paper_of(preview).pdf)


def said(preview: PreviewWindow) -> str:
    return preview.said.words.text() if preview.said.isVisible() else ""


def press_right(control: QWidget) -> None:
    """Take the next of a few choices by the arrow key."""
    taken = next(part for part in control.findChildren(QRadioButton) if part.isChecked())
    taken.setFocus()
    QTest.keyClick(taken, Qt.Key.Key_Right)


def test_a_wish_for_the_week_opens_it_without_standing_in_the_way(
    qtbot, paper_desk, context
) -> None:
    preview = opened(qtbot, paper_desk, context)
    assert preview.isWindow()
    assert preview.windowModality() == Qt.WindowModality.NonModal
    assert "Semaine\u00a048" in preview.windowTitle()
    assert "Exil" in shown(preview)
    assert not preview.view.sheets[0].picture.isNull()


def test_a_wish_for_the_day_opens_the_day(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context, "")
    assert "Jeudi 26\u00a0novembre 2026" in shown(preview)
    assert preview.choices.paper_row.isHidden()


def test_a3_and_public_are_one_choice_each(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    assert "Exemplaire de l’équipe" in shown(preview)
    with qtbot.waitSignal(preview.shown, timeout=SOON):
        press_right(preview.choices.paper)
    assert paper_of(preview).file_name == "planning-semaine-2026-S48-A3.pdf"
    with qtbot.waitSignal(preview.shown, timeout=SOON):
        press_right(preview.choices.audience)
    assert paper_of(preview).file_name == "planning-semaine-2026-S48-A3-public.pdf"
    assert "Exemplaire de l’équipe" not in shown(preview)


def test_the_next_week_is_one_key_away(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    with qtbot.waitSignal(preview.shown, timeout=SOON):
        preview.choices.after.click()
    assert "Semaine\u00a049" in shown(preview)
    assert preview.choices.week_field.text() == "S49 2026"


@pytest.mark.parametrize(
    ("typed", "reason"), [("54", "53"), ("0", "53"), ("20226-W10", "20226"), ("bientôt", "bientôt")]
)
def test_an_impossible_week_is_refused_in_place_and_the_last_one_stays(
    qtbot, paper_desk, context, typed: str, reason: str
) -> None:
    preview = opened(qtbot, paper_desk, context)
    before = preview.paper
    field = preview.choices.week_field
    field.setFocus()
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    row = preview.choices.form.rows["week"]
    assert reason in row.line.text()
    assert field.property("faulty")
    assert field.text() == typed
    assert preview.paper is before
    assert preview.choices.wanted().week.number == 48


def test_week_53_is_typed_and_seen(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    with qtbot.waitSignal(preview.shown, timeout=SOON):
        preview.choices.week_field.setText("S53")
        QTest.keyClick(preview.choices.week_field, Qt.Key.Key_Return)
    assert "Jour de l’An" in shown(preview)


def test_printing_sends_what_is_seen_and_says_so(qtbot, paper_desk, context, printers) -> None:
    preview = opened(qtbot, paper_desk, context)
    preview.printer_card.printers.setCurrentText("Bureau")
    preview.printer_card.copies.setCurrentText("3")
    preview.printer_card.print_button.click()
    qtbot.waitUntil(lambda: bool(printers.jobs), timeout=SOON)
    ((job, printer),) = printers.jobs
    assert printer == "Bureau"
    assert job.pdf == paper_of(preview).pdf
    assert (job.paper, job.landscape, job.copies) == ("A4", True, 3)
    qtbot.waitUntil(lambda: said(preview).endswith("est parti vers l’imprimante Bureau."),
                    timeout=SOON)  # fmt: skip


def test_the_printer_is_remembered_for_each_document(qtbot, paper_desk, context, printers) -> None:
    preview = opened(qtbot, paper_desk, context)
    preview.printer_card.printers.setCurrentText("Bureau")
    preview.printer_card.print_button.click()
    assert context.preferences.printer("week") == "Bureau"
    assert context.preferences.printer("day") == ""
    preview.close()
    again = opened_again(qtbot, paper_desk, context)
    assert again.printer_card.printers.currentText() == "Bureau"


def opened_again(qtbot, desk: PaperDesk, context: ScreenContext) -> PreviewWindow:
    preview = desk.preview
    assert preview is not None
    context.navigator.open(Destination("paper", day=THURSDAY, text="week"))
    qtbot.waitUntil(preview.isVisible, timeout=SOON)
    return preview


def test_a_stopped_printer_is_told(qtbot, paper_desk, context, printers) -> None:
    printers.names = ("Arrêtée",)
    preview = opened(qtbot, paper_desk, context)
    preview.printer_card.print_button.click()
    qtbot.waitUntil(lambda: "L’imprimante Arrêtée est arrêtée" in said(preview), timeout=SOON)
    assert "attend" in said(preview)


def test_without_a_printer_the_way_out_is_a_file(qtbot, paper_desk, context, printers) -> None:
    printers.names = ()
    preview = opened(qtbot, paper_desk, context)
    assert preview.printer_card.none.isVisible()
    preview.printer_card.print_button.click()
    assert said(preview) == "Aucune imprimante trouvée. Enregistrer en PDF\u202f?"
    assert preview.said.verb.word() == "Enregistrer…"
    assert printers.jobs == []


def test_a_printer_that_refuses_is_told_with_the_way_out(
    qtbot, paper_desk, context, printers
) -> None:
    printers.trouble = Trouble("print_failed", printer="Accueil", problem="plus de papier")
    preview = opened(qtbot, paper_desk, context)
    preview.printer_card.print_button.click()
    qtbot.waitUntil(lambda: "plus de papier" in said(preview), timeout=SOON)
    assert preview.said.verb.isVisible()


def test_saving_writes_the_pdf_that_is_seen(qtbot, paper_desk, context, tmp_path) -> None:
    preview = opened(qtbot, paper_desk, context)
    file = tmp_path / "planning d’été.pdf"
    preview.save_to(str(file))
    qtbot.waitUntil(lambda: "est enregistré" in said(preview), timeout=SOON)
    assert file.read_bytes() == paper_of(preview).pdf
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_folder_that_cannot_be_written_is_named(qtbot, paper_desk, context, tmp_path) -> None:
    preview = opened(qtbot, paper_desk, context)
    preview.save_to(str(tmp_path / "nulle part" / "planning.pdf"))
    qtbot.waitUntil(lambda: "ne peut pas être écrit" in said(preview), timeout=SOON)


def test_choosing_a_file_proposes_the_documents_name(qtbot, paper_desk, context) -> None:
    from PySide6.QtWidgets import QFileDialog

    preview = opened(qtbot, paper_desk, context)
    preview.choose_file()
    (dialog,) = preview.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "planning-semaine-2026-S48-A4.pdf"
    dialog.close()


def test_the_sheet_follows_the_venue_while_it_is_seen(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    house = context.services
    with qtbot.waitSignal(preview.shown, timeout=SOON):
        ask(
            qtbot,
            context,
            lambda: builders.a_booking(house, "BP1", "14:00-15:00", title="Ajoutée depuis"),
        )
    assert "Ajoutée depuis" in shown(preview)


def test_a_hidden_preview_waits_until_it_is_seen(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    preview.close()
    context.hub.ring(EVERYTHING)
    qtbot.waitUntil(lambda: preview.is_stale, timeout=SOON)


def test_zoom_by_key_and_back_to_the_whole_page(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    view = preview.view
    whole = view.percent()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.percent() > whole
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.percent() == 25
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.percent() == whole
    view.set_zoom(FIT_PAGE)
    sheet = view.sheets[0]
    assert sheet.width() <= view.viewport().width()
    assert sheet.height() <= view.viewport().height()


def test_pages_are_told_and_turned(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    house = context.services
    with qtbot.waitSignal(preview.shown, timeout=SOON):
        ask(qtbot, context, lambda: [fill(house, hour) for hour in range(8, 20)])
    assert paper_of(preview).pages == 2
    preview.resize(1280, 700)
    bar = preview.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > preview.view.sheets[0].height() // 2, timeout=SOON)
    assert preview.page_bar.page.text() == "page 1/2"
    QTest.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.page_bar.page.text() == "page 2/2"
    assert not preview.page_bar.next.isEnabled()
    QTest.keyClick(preview.view, Qt.Key.Key_PageUp)
    assert preview.page_bar.page.text() == "page 1/2"


def fill(house, hour: int) -> object:
    title = f"Une réunion assez longue pour ne pas tenir sur une page {hour}"
    return builders.a_booking(house, "PAS", f"{hour:02d}:00-{hour:02d}:45", title=title)


def test_a_masked_desk_masks_the_preview(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    context.privacy.toggle()
    assert preview.view.sheets[0].masked
    context.privacy.toggle()
    assert not preview.view.sheets[0].masked


def test_enter_prints_as_soon_as_the_preview_is_open(qtbot, paper_desk, context, printers) -> None:
    preview = opened(qtbot, paper_desk, context)
    assert preview.printer_card.print_button.hasFocus()
    QTest.keyClick(preview.printer_card.print_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(printers.jobs) == 1, timeout=SOON)


def test_everything_that_can_be_done_has_a_name_for_a_screen_reader(
    qtbot, paper_desk, context
) -> None:
    preview = opened(qtbot, paper_desk, context)
    for widget in preview.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget


def test_tab_reaches_every_choice_and_comes_back(qtbot, paper_desk, context) -> None:
    preview = opened(qtbot, paper_desk, context)
    start = preview.printer_card.print_button
    assert start.hasFocus()
    seen: list[QWidget | None] = [start]
    for _ in range(40):
        focused = seen[-1]
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is start:
            break
    assert start is seen[-1]
    for part in (preview.printer_card.save_button, preview.choices.week_field, preview.view):
        assert part in seen


def test_text_twice_as_large_still_fits_a_small_display(qtbot, paper_desk, context) -> None:
    context.theme.set_scale(200)
    preview = opened(qtbot, paper_desk, context)
    assert preview.minimumSizeHint().width() <= 1366
    assert preview.minimumSizeHint().height() <= 768


def test_closing_the_desk_stops_the_printers_and_the_thread(
    qtbot, paper_desk, context, printers
) -> None:
    preview = opened(qtbot, paper_desk, context)
    paper_desk.close()
    assert printers.stopped
    assert not preview.isVisible()
