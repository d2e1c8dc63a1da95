"""The screen *Associations*: who may use the venue, until when, and what to do about it."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.organisations import OrganisationKind, OrganisationRow
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.associations.edit_panel import EditPanel
from desktop_app.ui.associations.facts import File, Line, read_file, read_lines
from desktop_app.ui.associations.file_panel import FilePanel
from desktop_app.ui.associations.list_panel import ListPanel
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.notices import NoticeAction
from desktop_app.ui.screen import Screen
from desktop_app.wording import _, n_
from desktop_app.wording.organisations import say_until

BESIDE = 900
"""Width, at 100 %, from which list and panel stand side by side."""


class AssociationsScreen(Screen):
    """List at the left, panel at the right; on a narrow window one of them at a time."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"organisation", "booking", "series", "room", "setting"}
    )

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._lines: tuple[Line, ...] = ()
        self._wanted: int | None = None
        self._shown_id: int | None = None
        self._panel_open = False
        self.list = ListPanel(context)
        self.file = FilePanel(context)
        self.edit = EditPanel(context)
        self.side = QStackedWidget()
        self.side.addWidget(self.file)
        self.side.addWidget(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.side)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._enter_panel)
        self.list.clicked.connect(self._open_panel)
        self.list.new_asked.connect(self._start_new)
        self.list.import_asked.connect(self._import)
        self.file.closed.connect(self._close_panel)
        self.file.edit_asked.connect(self._start_change)
        self.file.booking_opened.connect(self._see_booking)
        self.file.dates.save_asked.connect(self._save_dates)
        self.edit.closed.connect(self._close_panel)
        self.edit.add_asked.connect(self._add)
        self.edit.change_asked.connect(self._save_change)
        self.edit.fields.known_chosen.connect(self.show_organisation)
        self.context.theme.changed.connect(self._arrange)

    # -- what a screen says ---------------------------------------------------------------

    def title(self) -> str:
        return _("Associations")

    def subtitle(self) -> str:
        known = sum(not line.is_archived for line in self._lines)
        care = sum(line.needs_care for line in self._lines)
        words = [n_("{n} en activité", "{n} en activité", known).format(n=known)]
        if care:
            words.append(n_("{n} dossier à suivre", "{n} dossiers à suivre", care).format(n=care))
        return " · ".join(words) if self._lines else ""

    def first_focus(self) -> QWidget:
        return self.list.search

    def open(self, destination: Destination) -> None:
        if destination.organisation_id is not None:
            self.show_organisation(destination.organisation_id)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every organisation as it was read last, whatever the list shows of them."""
        return self._lines

    # -- reading --------------------------------------------------------------------------

    def reload(self) -> None:
        self.ask("lines", partial(read_lines, self.context), self._show_lines)
        if self._shown_id is not None:
            self._ask_for_file(self._shown_id)

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self.title_changed.emit()
        self.list.show_lines(lines)
        self._arrange()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.show_organisation(wanted)

    @Slot(int)
    def show_organisation(self, organisation_id: int) -> None:
        """Choose an organisation and open its file, whatever the search and the filter hide."""
        if not self._lines:
            self._wanted = organisation_id
            return
        if not self.list.choose(organisation_id):
            self.list.show_everything()
            self.list.choose(organisation_id)
        self._turn_to(organisation_id)
        self._open_panel()

    @Slot(object)
    def _choose(self, row: OrganisationRow | None) -> None:
        if row is not None and row.id != self._shown_id:
            self._turn_to(row.id)

    def _turn_to(self, organisation_id: int) -> None:
        self._shown_id = organisation_id
        self.side.setCurrentWidget(self.file)
        self._ask_for_file(organisation_id)

    def _ask_for_file(self, organisation_id: int) -> None:
        self.ask("file", partial(read_file, self.context, organisation_id), self._show_file)

    def _show_file(self, file: File | None) -> None:
        if file is None:
            return
        self.file.show_file(file)
        self.edit.hear_of(file.row, file.last_change)
        self._arrange()

    # -- writing --------------------------------------------------------------------------

    @Slot(object, object)
    def _save_dates(self, row: OrganisationRow, facts: dict[str, Any]) -> None:
        before = {name: getattr(row, name) for name in facts}
        self.context.background.ask(
            partial(_change, self.context, row, facts),
            partial(self._say_dates, before),
            partial(self._dates_refused, row.id),
            owner=self,
        )

    def _say_dates(self, before: dict[str, Any], row: OrganisationRow) -> None:
        words = {
            "insurance_until": _("{name} : assurance jusqu’au {day}"),
            "agreement_until": _("{name} : convention jusqu’au {day}"),
        }
        said = [
            words[name].format(name=row.name, day=say_until(getattr(row, name))) for name in before
        ]
        undo = NoticeAction(_("Annuler"), partial(self._put_back, row, before), "Ctrl+Z")
        self.context.notices.say(". ".join(said), action=undo)
        self._ask_for_file(row.id)

    def _put_back(self, row: OrganisationRow, facts: dict[str, Any]) -> None:
        """Undo: what stood before stands again, unless somebody changed the file since."""
        self.context.background.ask(
            partial(_change, self.context, row, facts), self._say_put_back, owner=self
        )

    def _say_put_back(self, row: OrganisationRow) -> None:
        self.context.notices.say(_("{name} : modification annulée").format(name=row.name))

    def _dates_refused(self, organisation_id: int, error: Exception) -> None:
        if isinstance(error, Refusal) and error.code == "stale_edit":
            self._ask_again(organisation_id, self.file.dates.ask_to_save)
        elif not isinstance(error, Refusal) or not self.file.dates.form.show_refusal(error):
            self.context.notices.say_refusal(error)  # type: ignore[arg-type]

    def _ask_again(self, organisation_id: int, then: Any) -> None:
        """Read what is stored; the form compares, and stores by itself when nothing differs."""
        self.ask(
            "file",
            partial(read_file, self.context, organisation_id),
            partial(self._show_and_retry, then),
        )

    def _show_and_retry(self, then: Any, file: File | None) -> None:
        self._show_file(file)
        if file is not None:
            then()

    @Slot(object)
    def _add(self, facts: dict[str, Any]) -> None:
        self._edit_with(partial(_add, self.context, facts), None)

    @Slot(object, object)
    def _save_change(self, row: OrganisationRow, facts: dict[str, Any]) -> None:
        self._edit_with(partial(_change, self.context, row, facts), row.id)

    def _edit_with(self, work: Any, organisation_id: int | None) -> None:
        # One press, one organisation: the button comes back with the answer.
        self.edit.save_button.setEnabled(False)
        self.context.background.ask(
            work,
            self._edited,
            partial(self._edit_refused, organisation_id),
            ended=self._give_button_back,
            owner=self,
        )

    def _give_button_back(self) -> None:
        self.edit.save_button.setEnabled(True)

    def _edited(self, row: OrganisationRow) -> None:
        is_new = self.edit.row is None
        self.edit.forget()
        words = _("{name} : fiche créée") if is_new else _("{name} : fiche enregistrée")
        self.context.notices.say(words.format(name=row.name))
        self._wanted = row.id
        self.side.setCurrentWidget(self.file)
        self.ask("lines", partial(read_lines, self.context), self._show_lines)

    def _edit_refused(self, organisation_id: int | None, error: Exception) -> None:
        stale = isinstance(error, Refusal) and error.code == "stale_edit"
        if stale and organisation_id is not None:
            self._ask_again(organisation_id, self.edit.ask_to_save)
        else:
            self.edit.show_refusal(error)

    # -- going ----------------------------------------------------------------------------

    @Slot(str)
    def _start_new(self, name: str) -> None:
        self.edit.start_new(name)
        self._open_edit()

    @Slot(object)
    def _start_change(self, row: OrganisationRow) -> None:
        self.edit.start_change(row)
        self._open_edit()

    def _open_edit(self) -> None:
        self.edit.show()
        self.side.setCurrentWidget(self.edit)
        self._open_panel()

    @Slot(object)
    def _see_booking(self, row: BookingRow) -> None:
        day = row.starts_at.date()
        self.context.navigator.open(Destination("planning", day=day, booking_id=row.id))

    @Slot()
    def _import(self) -> None:
        self.context.navigator.open(Destination("welcome"))

    @Slot()
    def _open_panel(self) -> None:
        self._panel_open = True
        self._arrange()

    @Slot()
    def _enter_panel(self) -> None:
        """On to the file, by keyboard: its first field is the date most often changed."""
        self._open_panel()
        self.file.dates.first_focus()

    @Slot()
    def _close_panel(self) -> None:
        """Escape or the cross: from the form back to the file, from the file back to the list."""
        from_form = self.side.currentWidget() is self.edit
        self.side.setCurrentWidget(self.file)
        self.file.show()
        self._panel_open = from_form and self._panel_open and self._shown_id is not None
        self._arrange()
        self.list.table.setFocus()

    # -- looks ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        beside = self.width() >= self.context.theme.px(BESIDE)
        something = self.side.currentWidget() is self.edit or self.file.file is not None
        self.list.setVisible(beside or not self._panel_open)
        self.side.setVisible(something and (beside or self._panel_open))
        self.file.set_filling(not beside)
        self.edit.set_filling(not beside)
        self.file.cross.setVisible(not beside)


def _change(context: ScreenContext, row: OrganisationRow, facts: dict[str, Any]) -> OrganisationRow:
    return context.services.organisations.change(row.id, row.version, by=context.actor, **facts)


def _add(context: ScreenContext, facts: dict[str, Any]) -> OrganisationRow:
    facts = dict(facts)
    name, kind = facts.pop("name"), OrganisationKind(facts.pop("kind"))
    return context.services.organisations.add(name, kind, by=context.actor, **facts)
