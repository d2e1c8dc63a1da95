"""The badge studio: cards of a session, or of one person, seen as they will be printed.

Drawn on a thread of its own, with its progress; given up at once when something else is wanted.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app.domain.badge_list import BadgeRow, not_printed
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.printing import Printing
from desktop_app.ui.session_papers.sheet_choices import Layout, SheetChoices
from desktop_app.ui.session_papers.sheet_window import SheetWindow
from desktop_app.ui.widgets import Button, Text
from desktop_app.wording import _, n_

if TYPE_CHECKING:
    from desktop_app.services.papers import Paper


class Order(NamedTuple):
    """Badges to draw, and how many of the list are printed already."""

    rows: tuple[BadgeRow, ...]
    facts: Any
    printed: int


class BadgeStudio(SheetWindow):
    """Cards already printed are left out unless somebody asks for them."""

    watches: ClassVar[frozenset[str]] = frozenset({"enrolment", "person"})

    progressed = Signal(int, int, int)
    """Which drawing, badges drawn, badges in all: comes from the drawing thread."""

    def __init__(self, context: ScreenContext, printing: Printing, parent: QWidget) -> None:
        super().__init__(context, printing, parent)
        theme = context.theme
        self.session_id, self.person_id = 0, 0
        self._turn = 0
        self._shown: tuple[BadgeRow, ...] = ()
        self._paper_size: tuple[float, float] | None = None
        self.count = Text(theme, "", "strong", wraps=True)
        self.choices = SheetChoices(theme)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Badges dessinés"))
        self.progress.setTextVisible(False)
        self.stop_button = Button(theme, _("Arrêter"), icon="x")
        self.lost = Button(theme, _("Déclarer perdu et refaire"), icon="badge-x", tone="danger")
        self.calibrate = Button(theme, _("Page de calibrage"), icon="move")
        for part in (self.count, self.lost, self.progress, self.stop_button, self.choices):
            self.column.addWidget(part)
        self.end_column()
        self.column.insertWidget(self.column.count() - 1, self.calibrate)
        self.choices.changed.connect(self.reload)
        self.stop_button.clicked.connect(self.stop_drawing)
        self.lost.clicked.connect(self._declare_lost)
        self.calibrate.clicked.connect(self._see_calibration)
        self.progressed.connect(self._show_progress)
        self._show_drawing(False)
        self.setWindowTitle(_("Badges"))

    def printer_choice(self) -> str:
        return "badges"

    def true_size(self) -> tuple[float, float] | None:
        return self._paper_size

    def open_session(self, session_id: int, person_id: int = 0) -> None:
        """Look at the badges of a session; person_id: at this person's only, printed or not."""
        self.session_id, self.person_id = session_id, person_id
        self.lost.setVisible(bool(person_id))
        self.choices.everybody.setVisible(not person_id)
        self.said.hide()
        self.reload()
        self.come_forward()

    @Slot()
    def reload(self) -> None:
        layout = self.choices.layout_wanted()
        if layout is None or not self.session_id:
            return
        self.stop_drawing()
        self._paper_size = (layout.sheet.paper_width, layout.sheet.paper_height)
        self.page_bar.show_title(_("Badges"), making=True)
        work = partial(_order, self.context, self.session_id, self.person_id, layout)
        self.ask("badges", work, self._draw, self._refused)

    def _draw(self, order: Order) -> None:
        """Draw on the window's own thread: the database and the desk go on."""
        self._turn += 1
        turn = self._turn
        self._say_count(order)
        self._shown = order.rows
        self._show_drawing(True)
        draw = self.context.services.badges.draw

        def tick(done: int, of: int) -> bool:
            if done % 10 == 0 or done == of:
                self.progressed.emit(turn, done, of)
            return self._turn == turn

        def work() -> Paper | None:
            from desktop_app.services.badges import DrawingStopped

            try:
                return draw(order.facts, tick)
            except DrawingStopped:
                return None

        self.worker.ask(work, partial(self._show_cards, turn), self._refused, owner=self)

    def _show_cards(self, turn: int, paper: Paper | None) -> None:
        if turn == self._turn and paper is not None:
            self._show_drawing(False)
            self.show_paper(paper)

    def _refused(self, error: Exception) -> None:
        self._show_drawing(False)
        self.show_no_paper()
        self.page_bar.show_title(_("Badges"))
        self.say_trouble(error)

    def _say_count(self, order: Order) -> None:
        count = len(order.rows)
        words = n_("{n} badge", "{n} badges", count).format(n=count)
        if order.printed and not self.person_id:
            done = n_("{n} déjà imprimé", "{n} déjà imprimés", order.printed)
            words = _("{badges}, {done}").format(badges=words, done=done.format(n=order.printed))
        self.count.setText(words)

    @Slot()
    def stop_drawing(self) -> None:
        """Give up what is being drawn; the last sheet stays in sight."""
        self._turn += 1
        self._show_drawing(False)

    @Slot(int, int, int)
    def _show_progress(self, turn: int, done: int, of: int) -> None:
        if turn == self._turn:
            self.progress.setMaximum(of)
            self.progress.setValue(done)

    def _show_drawing(self, drawing: bool) -> None:
        self.progress.setVisible(drawing)
        self.stop_button.setVisible(drawing)
        if drawing:
            self.progress.setValue(0)

    def after_output(self) -> None:
        """Cards that were printed are not printed again by themselves."""
        context, ids = self.context, [row.badge_id for row in self._shown]
        if not ids:
            return

        def work() -> None:
            context.services.badges.note_printed(ids, by=context.actor)

        context.background.ask(work, self._noted)

    def _noted(self, _nothing: None) -> None:
        """The sheet stays in sight until something else is asked."""

    @Slot()
    def _see_calibration(self) -> None:
        layout = self.choices.layout_wanted()
        if layout is None:
            return
        self.stop_drawing()
        self._shown = ()
        work = partial(self.context.services.badges.calibration, layout.sheet)
        self.ask("badges", work, self.show_paper, self._refused)

    @Slot()
    def _declare_lost(self) -> None:
        context, person_id = self.context, self.person_id

        def work() -> BadgeRow:
            return context.services.badges.declare_lost(person_id, by=context.actor)

        context.background.ask(work, self._say_lost, self.say_trouble, owner=self)

    def _say_lost(self, _row: BadgeRow) -> None:
        self.said.say(_("L’ancien badge ne passe plus : imprimez le nouveau."))
        self.reload()

    def give_back(self) -> None:
        self.stop_drawing()
        super().give_back()


def _order(context: ScreenContext, session_id: int, person_id: int, layout: Layout) -> Order:
    """Asked on the database thread; whoever has no badge gets one."""
    badges = context.services.badges
    rows = badges.complete(session_id, by=context.actor)
    printed = len(rows) - len(not_printed(rows))
    if person_id:
        rows = tuple(row for row in rows if row.person_id == person_id)
    elif not layout.everybody:
        rows = not_printed(rows)
    facts = badges.facts(rows, sheet=layout.sheet, start=layout.start, backs=layout.backs)
    return Order(rows, facts, printed)
