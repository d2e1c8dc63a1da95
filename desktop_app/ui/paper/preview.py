"""The paper's window: every document, as it will be, its choices at the left; printing and saving
are one key away, and so are the day's papers and those that are out of date.

A window of its own that never stands in the desk's way. While it is seen it follows the venue: a
booking moved at the desk is moved on the sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.papers import ACCESSIBLE, PaperKind, Wanted
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.background import Background
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.pdf_pages import PdfPages
from desktop_app.ui.devices.printing import Printer
from desktop_app.ui.paper.choices import ABOUT_SOMEBODY, Choices
from desktop_app.ui.paper.file_saver import FileSaver, open_file
from desktop_app.ui.paper.outcome import failed_in, say_outcome, tone_of
from desktop_app.ui.paper.page_bar import PageBar
from desktop_app.ui.paper.page_view import PageView
from desktop_app.ui.paper.print_queue import PrintQueue, State, Task
from desktop_app.ui.paper.printer_card import PrinterCard
from desktop_app.ui.paper.queue_card import QueueCard, trouble_of
from desktop_app.ui.paper.request import say_when
from desktop_app.ui.paper.said_line import SaidLine
from desktop_app.ui.paper.stale_card import StaleCard
from desktop_app.ui.screen import Screen
from desktop_app.ui.widgets import Button
from desktop_app.wording import _
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.papers import Paper, Subject

FIRST_SIZE = QSize(1320, 900)
PANEL = 340


class PreviewWindow(Screen):
    """Looks at one paper at a time. Closing it only hides it, with its choices and its place in
    the pages kept for the next look; its owner ends it with `give_back`."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"booking", "series", "room", "opening", "organisation", "setting", "unavailability"}
        | {"edition"}
    )

    shown = Signal(object)
    """The `Paper` now seen."""

    def __init__(
        self, context: ScreenContext, queue: PrintQueue, wanted: Wanted, parent: QWidget
    ) -> None:
        super().__init__(context, parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.paper: Paper | None = None
        self._seen = wanted
        self._wants_focus = False
        self.queue = queue
        self.worker = Background(self, name="paper")
        self.saver = FileSaver(context, self.worker, self)
        theme = context.theme
        self.stale = StaleCard(theme)
        self.choices = Choices(theme, context.clock, wanted)
        self.printer_card = PrinterCard(theme)
        self.day_button = Button(theme, _("Imprimer la journée"), icon="printer")
        self.day_button.setToolTip(_("Planning du jour, préparation et affiches de porte."))
        self.queue_card = QueueCard(theme, queue)
        self.view = PageView(theme, self.worker)
        self.page_bar = PageBar(theme, self.view)
        self.said = SaidLine(theme)
        self._lay_out()
        self._connect()
        self.printer_card.set_ready(False)
        self.stale.show_stale(context.desk.stale_papers)
        self.view.set_masked(context.privacy.masked)
        self.setWindowTitle(_("Papiers"))
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableGeometry().size()))

    def _lay_out(self) -> None:
        """The choices scroll; where the paper goes stays in sight below them."""
        self._scrolled = QWidget()
        self._choices_column = QVBoxLayout(self._scrolled)
        for part in (self.stale, self.choices, self.queue_card):
            self._choices_column.addWidget(part)
        self._choices_column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._scrolled)
        self._panel = QWidget()
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.printer_card)
        self._foot.addWidget(self.day_button)
        panel = QVBoxLayout(self._panel)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.setSpacing(0)
        panel.addWidget(self._scroll, 1)
        panel.addLayout(self._foot)
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
        self._choices_column.setContentsMargins(px(20), px(16), px(14), px(12))
        self._choices_column.setSpacing(px(16))
        self._foot.setContentsMargins(px(20), px(10), px(20), px(16))
        self._foot.setSpacing(px(8))
        # The panel may not push the sheet out of a small display.
        self._panel.setFixedWidth(min(px(PANEL), PANEL * 8 // 5))

    def _connect(self) -> None:
        context = self.context
        self.choices.chosen.connect(self._ask_for)
        self.printer_card.print_requested.connect(self.print_paper)
        self.printer_card.save_requested.connect(self.choose_file)
        self.printer_card.accessible_requested.connect(self.choose_accessible_file)
        self.day_button.clicked.connect(context.desk.morning_print_requested)
        self.stale.reprint_requested.connect(context.desk.reprint_requested)
        context.desk.papers_stale.connect(self.stale.show_stale)
        self.queue.printing.printers_found.connect(self._show_printers)
        self.queue.ended.connect(self._on_task_ended)
        self.queue_card.save_requested.connect(self.save_failed)
        self.saver.saved.connect(self._say_saved)
        self.saver.refused.connect(self._say_trouble)
        self.worker.bug_met.connect(context.background.bug_met)
        context.privacy.masked_changed.connect(self.view.set_masked)
        for keys, do in (
            ("Escape", self.close),
            ("Ctrl+F", self.choices.kinds.box.setFocus),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", self.view.fit_page),
            ("F12", context.privacy.toggle),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    # -- seeing -----------------------------------------------------------------------------

    def open_wanted(self, wanted: Wanted) -> None:
        """Look at this paper now, in front of the other windows."""
        self.choices.show_wanted(wanted)
        self._ask_for(wanted)
        self.queue.printing.look_for_printers()
        self.show()
        self.raise_()
        self.activateWindow()
        self._wants_focus = True
        self.view.setFocus()

    def title(self) -> str:
        return say_when(self.choices.wanted())

    @Slot(object)
    def _ask_for(self, wanted: Wanted) -> None:
        self.printer_card.prefer_habit(self.context.preferences.paper_habit(wanted.kind.value))
        self.printer_card.offer_accessible(wanted.kind in ACCESSIBLE)
        self.page_bar.show_title(say_when(wanted), making=True)
        services = self.context.services
        if wanted.kind in ABOUT_SOMEBODY:
            self.ask(
                "subjects",
                lambda: services.papers.subjects(wanted.kind, wanted.day),
                partial(self._show_subjects, wanted),
            )
            if not wanted.subject:
                return
        self.ask(
            "paper",
            lambda: services.papers.make(wanted),
            partial(self._show_paper, wanted),
            self._say_trouble,
        )

    def _show_subjects(self, wanted: Wanted, subjects: Sequence[Subject]) -> None:
        if wanted.kind is self.choices.wanted().kind:
            self.choices.show_subjects(subjects)
            if not subjects:
                self._show_nothing()

    def _show_nothing(self) -> None:
        """There is nobody to be about that day."""
        self.page_bar.show_title(say_when(self.choices.wanted()))
        self.said.say(_("Rien à imprimer : choisissez un autre jour."), "warning")

    def reload(self) -> None:
        """Make the paper again: something on it may have changed."""
        self._ask_for(self.choices.wanted())

    def _show_paper(self, wanted: Wanted, paper: Paper) -> None:
        self.printer_card.set_ready(True)
        self.page_bar.show_title(paper.title)
        if self.paper is not None and self.paper == paper:
            return
        self.paper, self._seen = paper, wanted
        self.view.show_pages(PdfPages(paper.pdf))
        self.setWindowTitle(paper.title)
        if self._wants_focus and self.view.hasFocus():
            self.printer_card.first_verb().setFocus()
        self._wants_focus = False
        self.shown.emit(paper)

    @Slot(object)
    def _show_printers(self, found: tuple[Printer, ...]) -> None:
        self.printer_card.show_printers(found)

    # -- printing ---------------------------------------------------------------------------

    @Slot(str, int)
    def print_paper(self, printer: str, _copies: int) -> None:
        """Print what is seen; without a printer, offer the file."""
        if self.paper is None:
            return
        if not printer:
            self.queue.printing.look_for_printers()
            self._say_trouble(Trouble("printer_missing"))
            return
        wanted = self._seen
        paper = wanted.paper if wanted.kind is PaperKind.WEEK else ""
        habit = self.printer_card.habit()._replace(paper=paper, audience=wanted.audience)
        self.context.preferences.keep_paper_habit(wanted.kind.value, habit)
        self.printer_card.prefer(printer)
        self.queue.add(wanted, habit)

    @Slot(object)
    def _on_task_ended(self, task: Task) -> None:
        """A paper that is held or failed is told as soon as it is known."""
        if self.isVisible() and task.state is State.HELD:
            self.said.say(trouble_of(task), "warning", _("Enregistrer…"), self.choose_file)

    def say_outcome(self, run: Sequence[Task]) -> None:
        """How what was printed went."""
        failed = failed_in(run)
        verb = _("Enregistrer…") if failed else ""
        do: Callable[[], object] | None = partial(self.save_failed, failed) if failed else None
        if len(failed) == 1 and failed[0].wanted == self._seen:
            do = self.choose_file
        self.said.say(say_outcome(run), tone_of(run), verb, do)

    # -- saving -----------------------------------------------------------------------------

    @Slot()
    def choose_file(self) -> None:
        """Ask where to save what is seen."""
        if self.paper is not None:
            self.saver.ask_where(self.paper.file_name, self.save_to)

    @Slot()
    def choose_accessible_file(self) -> None:
        """Ask where to save the tagged copy of what is seen."""
        if self.paper is not None:
            name = self.paper.file_name.removesuffix(".pdf") + "-accessible.pdf"
            self.saver.ask_where(name, self.save_accessible_to)

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Save what is seen in a file."""
        if self.paper is not None:
            self.saver.save_paper(self._seen, Path(file))

    @Slot(str)
    def save_accessible_to(self, file: str) -> None:
        """Save the tagged copy of what is seen in a file."""
        if self.paper is not None:
            self.saver.save_paper(self._seen, Path(file), accessible=True)

    @Slot(object)
    def save_failed(self, tasks: Sequence[Task]) -> None:
        """Ask for a folder for what could not be printed."""
        papers = [task.wanted for task in tasks]
        self.saver.ask_folder(lambda folder: self.saver.save_papers(papers, Path(folder)))

    @Slot(object)
    def _say_saved(self, path: Path) -> None:
        words = _("{file} est enregistré.").format(file=path.name)
        if path.is_dir():
            words = _("Les documents sont enregistrés dans {folder}.").format(folder=path.name)
        self.said.say(words, "ok", _("Ouvrir"), partial(open_file, path))

    @Slot(object)
    def _say_trouble(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            return
        if isinstance(error, Refusal) and self.choices.form.show_refusal(error):
            return
        tone = "warning" if isinstance(error, Trouble) else "error"
        self.said.say(say(error), tone, _("Enregistrer…"), self.choose_file if self.paper else None)

    def give_back(self) -> None:
        """End the thread and the document; the window is not used again."""
        self.worker.stop()
        self.view.close_pages()
