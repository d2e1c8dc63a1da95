"""The preview: a sheet as it will be, its choices at the left, printing and saving one key away.

A window of its own that never stands in the desk's way. While it is seen it follows the venue: a
booking moved at the desk is moved on the sheet.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.background import Background
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.pdf_pages import PdfPages
from desktop_app.ui.devices.printing import Printer, Printing, PrintJob, Receipt
from desktop_app.ui.paper.choices import Choices
from desktop_app.ui.paper.page_bar import PageBar
from desktop_app.ui.paper.page_view import PageView
from desktop_app.ui.paper.printer_card import PrinterCard
from desktop_app.ui.paper.request import Request
from desktop_app.ui.paper.said_line import SaidLine
from desktop_app.ui.paper.saving import save
from desktop_app.ui.screen import Screen
from desktop_app.wording import _
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.papers import Paper

FIRST_SIZE = QSize(1280, 860)
PANEL = 300


class PreviewWindow(Screen):
    """Looks at one sheet at a time. Closing it only hides it, with its choices and its place in
    the pages kept for the next look; its owner ends it with `give_back`."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"booking", "series", "room", "opening", "organisation", "setting", "unavailability"}
    )

    shown = Signal(object)
    """The `Paper` now seen."""

    def __init__(
        self, context: ScreenContext, printing: Printing, request: Request, parent: QWidget
    ) -> None:
        super().__init__(context, parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.paper: Paper | None = None
        self._paper_request = request
        self._wants_focus = False
        self._printing = printing
        self.worker = Background(self, name="paper")
        self.choices = Choices(context.theme, context.clock, request)
        self.printer_card = PrinterCard(context.theme)
        self.view = PageView(context.theme, self.worker)
        self.page_bar = PageBar(context.theme, self.view)
        self.said = SaidLine(context.theme)
        self._lay_out()
        self._connect()
        self.printer_card.set_ready(False)
        self.view.set_masked(context.privacy.masked)
        self.setWindowTitle(_("Aperçu avant impression"))
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableGeometry().size()))

    def _lay_out(self) -> None:
        panel = QWidget()
        self._panel_column = QVBoxLayout(panel)
        self._panel_column.addWidget(self.choices)
        self._panel_column.addWidget(self.printer_card)
        self._panel_column.addStretch(1)
        # At 200 % on a small display the choices need more height than there is: they scroll.
        self._panel = QScrollArea()
        self._panel.setWidgetResizable(True)
        self._panel.setFrameShape(QFrame.Shape.NoFrame)
        self._panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._panel.setWidget(panel)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.page_bar)
        side.addWidget(self.said)
        side.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel)
        row.addLayout(side, 1)
        self.context.theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        px = self.context.theme.px
        self._panel_column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._panel_column.setSpacing(px(24))
        # The panel may not push the sheet out of a small display.
        self._panel.setFixedWidth(min(px(PANEL), PANEL * 8 // 5))

    def _connect(self) -> None:
        context = self.context
        self.choices.chosen.connect(self._ask_for)
        self.printer_card.print_requested.connect(self.print_paper)
        self.printer_card.save_requested.connect(self.choose_file)
        self._printing.printers_found.connect(self._show_printers)
        self._printing.sent.connect(self._say_sent)
        self._printing.failed.connect(self._say_trouble)
        self.worker.bug_met.connect(context.background.bug_met)
        context.privacy.masked_changed.connect(self.view.set_masked)
        for keys, do in (
            ("Escape", self.close),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", self.view.fit_page),
            ("F12", context.privacy.toggle),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def open_request(self, request: Request) -> None:
        """Look at this sheet now, in front of the other windows."""
        self.choices.show_request(request)
        self._ask_for(request)
        self._printing.look_for_printers()
        self.show()
        self.raise_()
        self.activateWindow()
        self._wants_focus = True
        self.view.setFocus()

    def title(self) -> str:
        return self.choices.request().period()

    @Slot(object)
    def _ask_for(self, request: Request) -> None:
        self.printer_card.prefer(self.context.preferences.printer(request.kind))
        self.page_bar.show_title(request.period(), making=True)
        self.ask(
            "paper",
            request.maker(self.context.services),
            partial(self._show_paper, request),
            self._say_trouble,
        )

    def reload(self) -> None:
        """Make the sheet again: something on it may have changed."""
        self._ask_for(self.choices.request())

    def _show_paper(self, request: Request, paper: Paper) -> None:
        if self.paper is not None and self.paper == paper:
            self.page_bar.show_title(paper.title)
            return
        self.paper, self._paper_request = paper, request
        self.view.show_pages(PdfPages(paper.pdf))
        self.page_bar.show_title(paper.title)
        self.setWindowTitle(paper.title)
        self.printer_card.set_ready(True)
        if self._wants_focus and self.view.hasFocus():
            self.printer_card.first_verb().setFocus()
        self._wants_focus = False
        self.shown.emit(paper)

    @Slot(object)
    def _show_printers(self, found: tuple[Printer, ...]) -> None:
        self.printer_card.show_printers(found)

    @Slot(str, int)
    def print_paper(self, printer: str, copies: int) -> None:
        """Print what is seen; without a printer, offer the file."""
        if self.paper is None:
            return
        if not printer:
            self._printing.look_for_printers()
            self._say_trouble(Trouble("printer_missing"))
            return
        request = self._paper_request
        self.context.preferences.set(f"printer_{request.kind}", printer)
        self.printer_card.prefer(printer)
        job = PrintJob(
            self.paper.title, self.paper.pdf, request.sheet_paper, request.landscape, copies
        )
        self._printing.send(job, printer)

    @Slot(object)
    def _say_sent(self, receipt: Receipt) -> None:
        if receipt.waiting:
            words = _(
                "L’imprimante {printer} est arrêtée : « {title} » attend. Remettez-la en "
                "marche, ou choisissez-en une autre."
            )
            tone = "warning"
        else:
            words, tone = _("« {title} » est parti vers l’imprimante {printer}."), "ok"
        self.said.say(words.format(printer=receipt.printer, title=receipt.title), tone)

    def _say_trouble(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            return
        if isinstance(error, Refusal) and self.choices.form.show_refusal(error):
            return
        tone = "warning" if isinstance(error, Trouble) else "error"
        self.said.say(say(error), tone, _("Enregistrer…"), self.choose_file if self.paper else None)

    @Slot()
    def choose_file(self) -> None:
        """Ask where to save; the window goes on meanwhile."""
        if self.paper is None:
            return
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _("Enregistrer le document"), places[0] if places else "")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Documents PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.paper.file_name)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Save what is seen in a file, on the sheet's own thread: a slow disk holds nobody up."""
        if self.paper is None:
            return
        work = partial(save, Path(file), self.paper.pdf)
        self.worker.ask(work, self._say_saved, self._say_trouble, owner=self)

    def _say_saved(self, path: Path) -> None:
        words = _("{file} est enregistré.").format(file=path.name)
        self.said.say(words, "ok", _("Ouvrir"), partial(_open, path))

    def give_back(self) -> None:
        """End the thread and the document; the window is not used again."""
        self._printing.stop()
        self.worker.stop()
        self.view.close_pages()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
