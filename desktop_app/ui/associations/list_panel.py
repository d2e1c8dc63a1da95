"""The list at the left: search, filter, table; and the verb that adds one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.search_text import fold
from desktop_app.domain.standing import gravity
from desktop_app.ui.associations.facts import Line, found
from desktop_app.ui.associations.looks import look_of, name_of
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.table_model import Column, RowModel
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Card, EmptyState, SegmentedControl, TableView
from desktop_app.wording import _
from desktop_app.wording.labels import label_of_organisation_kind
from desktop_app.wording.organisations import say_state, say_until
from desktop_app.wording.phrases import quote

KIND, INSURANCE, AGREEMENT, STATE = range(1, 5)
"""Columns after the name, which takes what they leave. The first and the third give way when
the list is narrow."""

WIDTHS = {KIND: 174, INSURANCE: 114, AGREEMENT: 114, STATE: 174}
"""Of these columns, at 100 %. Fixed: a list that is narrowed while one types must not jump."""


_FIXED = QHeaderView.ResizeMode.Fixed


class NarrowingBox(QLineEdit):
    """Narrows the list while one types. Down goes to the list, Escape erases."""

    left_downwards = Signal()
    """Down or Enter: on to the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setTextMargins(self._theme.px(24), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._theme.px(17)
        corner = QPoint(self._theme.px(11), (self.height() - size) // 2)
        QPainter(self).drawPixmap(corner, self._theme.pixmap("search", "muted", 17))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_downwards.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)


class ListPanel(QWidget):
    """Knows which lines are shown; what is chosen in it is told, nothing is done about it."""

    chosen = Signal(object)
    """The row now under the cursor, or None."""

    opened = Signal()
    """Somebody pressed Enter on the row under the cursor, or clicked it twice: on to its file."""

    clicked = Signal()
    """Somebody clicked a row once."""

    new_asked = Signal(str)
    """Somebody wants to add one, perhaps with this name."""

    import_asked = Signal()
    """Somebody wants to bring the list of associations in."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: tuple[Line, ...] = ()
        self._stacked: bool | None = None
        theme = context.theme
        self.search = NarrowingBox(theme)
        self.search.setPlaceholderText(_("Nom, code, RNA ou SIREN"))
        self.search.setAccessibleName(_("Chercher une association"))
        self.filter = SegmentedControl(
            theme,
            _("Quelles associations"),
            [("all", _("Toutes")), ("care", _("À suivre")), ("archived", _("Archivées"))],
        )
        self.new_button = Button(
            theme, _("Nouvelle association"), icon="plus", tone="primary", keys="Ctrl+N"
        )
        self.model = RowModel(self._columns(), key=_id_of)
        self.table = TableView(theme, _("Associations"), self.model)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in WIDTHS:
            self.table.horizontalHeader().setSectionResizeMode(column, _FIXED)
        self._make_empty_states()
        self._lay_out()
        self._connect()
        self._dress()

    def _columns(self) -> list[Column]:
        return [
            Column(_("Nom"), self._name, sort=_folded_name, detail=_whole_name),
            Column(_("Nature"), _kind),
            Column(_("Assurance"), _insurance, sort=_insurance_day),
            Column(_("Convention"), _agreement, sort=_agreement_day),
            Column(_("État"), _state, sort=_state_rank, icon=self._state_icon),
        ]

    def _make_empty_states(self) -> None:
        theme = self._context.theme
        self.nobody = EmptyState(
            theme,
            "handshake",
            _("Aucune association pour l’instant"),
            _("Importez votre tableau, ou ajoutez la première avec « Nouvelle association »."),
            verb=_("Importer des tableaux"),
            verb_icon="file-spreadsheet",
        )
        self.no_match = EmptyState(
            theme, "search", "", "", verb=_("Créer cette association"), verb_icon="plus"
        )
        self.nothing_here = EmptyState(theme, "circle-check", "", "")

    def _lay_out(self) -> None:
        self._tools = QGridLayout()
        self._tools.setColumnStretch(0, 1)
        self.pages = QStackedWidget()
        for page in (self.table, self.nobody, self.no_match, self.nothing_here):
            self.pages.addWidget(page)
        self.card = Card(self._context.theme, padded=False)
        self.card.setAccessibleName(_("Associations"))
        self.card.body.addWidget(self.pages)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._tools)
        self._column.addWidget(self.card, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._refresh)
        self.search.left_downwards.connect(self._enter_table)
        self.filter.chosen.connect(self._refresh)
        self.new_button.clicked.connect(self._ask_for_new)
        self.table.row_chosen.connect(self._tell_chosen)
        self.table.row_opened.connect(self.opened)
        self.table.clicked.connect(self.clicked)
        for state, slot in (
            (self.nobody, self.import_asked.emit),
            (self.no_match, self._ask_for_sought),
        ):
            assert state.button is not None
            state.button.clicked.connect(slot)
        self._context.privacy.masked_changed.connect(self._repaint)
        self._context.theme.changed.connect(self._dress)
        self.table.sort_by(0)

    # -- showing --------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these organisations, as far as the search and the filter let them through."""
        self._lines = tuple(lines)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        typed, which = self.search.text(), self.filter.current()
        shown = found(self._lines, typed, which)
        before = self.table.current_row()
        self.model.set_rows(shown)
        if shown and (before is None or not self.choose(before.row.id)):
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self.pages.setCurrentWidget(self._page(shown, typed, which))

    def _page(self, shown: Sequence[Line], typed: str, which: str) -> QWidget:
        if shown:
            return self.table
        if not self._lines:
            return self.nobody
        if fold(typed):
            title = _("Aucune association ne répond à {text}").format(text=quote(typed.strip()))
            self.no_match.set_words(title, _("Essayez un seul mot, ou le début d’un mot."))
            return self.no_match
        if which == "care":
            self.nothing_here.set_words(
                _("Tous les dossiers sont en ordre"),
                _("Les assurances qui finissent bientôt apparaîtront ici."),
            )
        else:
            self.nothing_here.set_words(_("Aucune association archivée"))
        return self.nothing_here

    def choose(self, organisation_id: int) -> bool:
        """Put the cursor on an organisation; False when it is not in the list as it is shown."""
        return self.table.choose(organisation_id)

    def show_everything(self) -> None:
        """Take search and filter away, so that whatever is looked for is in the list."""
        self.filter.choose("all")
        self.search.clear()
        self._refresh()

    # -- telling --------------------------------------------------------------------------

    @Slot(object)
    def _tell_chosen(self, line: Line | None) -> None:
        self.chosen.emit(line.row if line is not None else None)

    @Slot()
    def _ask_for_new(self) -> None:
        self.new_asked.emit("")

    @Slot()
    def _ask_for_sought(self) -> None:
        self.new_asked.emit(self.search.text().strip())

    @Slot()
    def _enter_table(self) -> None:
        if self.pages.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _repaint(self) -> None:
        self.table.viewport().update()

    # -- looks ----------------------------------------------------------------------------

    def _name(self, line: Line) -> str:
        return name_of(line.row, self._context.privacy)

    def _state_icon(self, line: Line) -> QIcon:
        tone, icon = look_of(line.state)
        return self._context.theme.icon(icon, tone, 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, width = self._context.theme.px, self.width()
        self.table.setColumnHidden(AGREEMENT, width < px(800))
        self.table.setColumnHidden(KIND, width < px(690))
        stacked = width < px(720)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        tools: tuple[QWidget, ...] = (self.search, self.filter, self.new_button)
        for widget in tools:
            self._tools.removeWidget(widget)
        if stacked:
            self._tools.addWidget(self.search, 0, 0)
            self._tools.addWidget(self.new_button, 0, 1)
            self._tools.addWidget(self.filter, 1, 0, 1, 2)
        else:
            for place, widget in enumerate(tools):
                self._tools.addWidget(widget, 0, place)

    @Slot()
    def _dress(self) -> None:
        px = self._context.theme.px
        self.table.setIconSize(QSize(px(16), px(16)))
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, px(width))
        self._tools.setSpacing(px(12))
        self._column.setContentsMargins(px(22), px(18), px(22), px(18))
        self._column.setSpacing(px(14))
        self._arrange()


def _id_of(line: Line) -> int:
    return line.row.id


def _folded_name(line: Line) -> str:
    return fold(line.row.name)


def _whole_name(line: Line) -> str:
    return line.row.name if len(line.row.name) > 40 and not line.row.discreet else ""


def _kind(line: Line) -> str:
    return label_of_organisation_kind(line.row.kind)


def _insurance(line: Line) -> str:
    return say_until(line.row.insurance_until)


def _insurance_day(line: Line) -> str:
    day = line.row.insurance_until
    return day.isoformat() if day is not None else ""


def _agreement(line: Line) -> str:
    return say_until(line.row.agreement_until)


def _agreement_day(line: Line) -> str:
    day = line.row.agreement_until
    return day.isoformat() if day is not None else ""


def _state(line: Line) -> str:
    return say_state(line.state)


def _state_rank(line: Line) -> tuple[int, str]:
    rank = 99 if line.state is None else gravity(line.state)
    return rank, fold(line.row.name)
