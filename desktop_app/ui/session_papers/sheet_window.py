"""A sheet as it will be, with choices at the left, printing and saving one key away.

What every paper of a session shares; which papers there are is said in `window`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.services.saving import save
from desktop_app.ui.background import Background
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.pdf_pages import PdfPages
from desktop_app.ui.devices.printing import Printer, Printing, PrintJob, Receipt
from desktop_app.ui.paper.page_bar import PageBar
from desktop_app.ui.paper.page_view import PageView
from desktop_app.ui.paper.printer_card import PrinterCard
from desktop_app.ui.paper.said_line import SaidLine
from desktop_app.ui.screen import Screen
from desktop_app.ui.widgets import EmptyState
from desktop_app.wording import _
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.papers import Paper

FIRST_SIZE = QSize(1280, 860)
PANEL = 320


class SheetWindow(Screen):
    """Shows one paper at a time. Closing it hides it; its owner ends it with `give_back`."""

    shown = Signal(object)
    """The `Paper` now seen."""

    def __init__(self, context: ScreenContext, printing: Printing, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.setWindowFlag(Qt.WindowType.Window)
        # Until there is a sheet, the keyboard is the window's own.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.paper: Paper | None = None
        self._printing = printing
        self._sending = False
        self.worker = Background(self, name="session papers")
        self.panel = QWidget()
        self.column = QVBoxLayout(self.panel)
        self.printer_card = PrinterCard(context.theme)
        self.view = PageView(context.theme, self.worker)
        self.page_bar = PageBar(context.theme, self.view)
        self.said = SaidLine(context.theme)
        self.nothing = EmptyState(context.theme, "file-text", _("Rien à montrer pour l’instant"))
        self._lay_out()
        self._connect()
        self.show_no_paper()
        self.view.set_masked(context.privacy.masked)
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableGeometry().size()))

    def _lay_out(self) -> None:
        # At 200 % on a small display the choices need more height than there is: they scroll.
        self._scrolled = QScrollArea()
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled.setWidget(self.panel)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.page_bar)
        side.addWidget(self.said)
        side.addWidget(self.view, 1)
        side.addWidget(self.nothing, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scrolled)
        row.addLayout(side, 1)
        self.context.theme.changed.connect(self._dress)
        self._dress()

    def end_column(self) -> None:
        """Close the column of choices: printer and verbs come last."""
        self.column.addWidget(self.printer_card)
        self.column.addStretch(1)

    @Slot()
    def _dress(self) -> None:
        px = self.context.theme.px
        self.column.setContentsMargins(px(20), px(16), px(20), px(16))
        self.column.setSpacing(px(16))
        self._scrolled.setFixedWidth(px(PANEL))

    def _connect(self) -> None:
        self.printer_card.print_requested.connect(self.print_paper)
        self.printer_card.save_requested.connect(self.choose_file)
        self._printing.printers_found.connect(self._show_printers)
        self._printing.sent.connect(self._say_sent)
        self._printing.failed.connect(self._not_printed)
        self.worker.bug_met.connect(self.context.background.bug_met)
        self.context.privacy.masked_changed.connect(self.view.set_masked)
        for keys, do in (
            ("Escape", self.close),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", self.view.fit_page),
            ("F12", self.context.privacy.toggle),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def come_forward(self) -> None:
        """Seen in front of the other windows, the sheet under the keyboard."""
        self._printing.look_for_printers()
        self.show()
        self.raise_()
        self.activateWindow()
        (self.view if self.paper is not None else self).setFocus()

    def printer_choice(self) -> str:
        """The name under which the printer chosen for this kind of paper is remembered."""
        return "session"

    def show_paper(self, paper: Paper) -> None:
        """Show a paper that was made."""
        self.page_bar.show_title(paper.title)
        self.printer_card.set_ready(True)
        self._show_or_hide(True)
        if self.paper == paper:
            return
        self.paper = paper
        if self.hasFocus():
            self.view.setFocus()
        self.view.show_pages(PdfPages(paper.pdf))
        self.setWindowTitle(paper.title)
        self.shown.emit(paper)

    def show_no_paper(self) -> None:
        """Nothing can be printed now: the last sheet goes."""
        self.paper = None
        self.printer_card.set_ready(False)
        self._show_or_hide(False)

    def _show_or_hide(self, something: bool) -> None:
        self.view.setVisible(something)
        self.nothing.setVisible(not something)

    @Slot(object)
    def _show_printers(self, found: tuple[Printer, ...]) -> None:
        self.printer_card.prefer(self.context.preferences.printer(self.printer_choice()))
        self.printer_card.show_printers(found)

    @Slot(str, int)
    def print_paper(self, printer: str, copies: int) -> None:
        """Print what is seen; without a printer, offer the file."""
        if self.paper is None:
            return
        if not printer:
            self._printing.look_for_printers()
            self.say_trouble(Trouble("printer_missing"))
            return
        self.context.preferences.set(f"printer_{self.printer_choice()}", printer)
        self._sending = True
        job = PrintJob(self.paper.title, self.paper.pdf, "A4", False, copies)
        self._printing.send(job._replace(true_size=self.true_size()), printer)

    @Slot(object)
    def _say_sent(self, receipt: Receipt) -> None:
        # Windows share the printers: only the one that asked answers.
        if not self._sending:
            return
        self._sending = False
        if receipt.waiting:
            words = _(
                "L’imprimante {printer} est arrêtée : « {title} » attend. Remettez-la en "
                "marche, ou choisissez-en une autre."
            )
            tone = "warning"
        else:
            words, tone = _("« {title} » est parti vers l’imprimante {printer}."), "ok"
        self.said.say(words.format(printer=receipt.printer, title=receipt.title), tone)
        self.after_output()

    @Slot(object)
    def _not_printed(self, error: Exception) -> None:
        if self._sending:
            self._sending = False
            self.say_trouble(error)

    def true_size(self) -> tuple[float, float] | None:
        """Width and height in millimetres of what must come out at exactly its size."""
        return None

    def after_output(self) -> None:
        """The paper went to a printer or into a file."""

    def say_trouble(self, error: Exception) -> None:
        """Say why something was not done."""
        if not isinstance(error, Refusal | Trouble):
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
        if self.paper is not None:
            work = partial(save, Path(file), self.paper.pdf)
            self.worker.ask(work, self._say_saved, self.say_trouble, owner=self)

    def _say_saved(self, path: Path) -> None:
        words = _("{file} est enregistré.").format(file=path.name)
        self.said.say(words, "ok", _("Ouvrir"), partial(_open, path))
        self.after_output()

    def give_back(self) -> None:
        """End the thread and the document; the window is not used again."""
        self._printing.stop()
        self.worker.stop()
        self.view.close_pages()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
