"""Parts of the panel that only show: the numbers and contact of an organisation, and lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_app.domain.identifiers import show_phone, show_siren
from desktop_app.domain.organisations import OrganisationRow
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Text
from desktop_app.wording import _

HIDDEN = "••••••"
"""What stands for a contact while names are masked."""


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Section(QWidget):
    """A small title, what stands beside it, and a column of things."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(title)
        self.head = QHBoxLayout()
        self.title = Text(theme, title, "label", "muted")
        self.head.addWidget(self.title, 1)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self.head)
        self._column.addLayout(self.rows)
        theme.changed.connect(self._dress)
        self._dress()

    def show_rows(self, widgets: Sequence[QWidget]) -> None:
        """Replace what the section holds."""
        empty(self.rows)
        for widget in widgets:
            self.rows.addWidget(widget)

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(4))


class IdentitySection(Section):
    """RNA, SIREN, telephone, e-mail, remarks; the contact is hidden while names are masked."""

    edit_asked = Signal()
    """Somebody wants to change the file."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Identité et contact"), parent)
        self._privacy = context.privacy
        self._row: OrganisationRow | None = None
        self.edit_button = Button(
            context.theme, _("Modifier"), icon="pencil", tone="ghost", keys="Ctrl+E", compact=True
        )
        self.edit_button.clicked.connect(self.edit_asked)
        self.head.addWidget(self.edit_button)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self.rows.addLayout(self._grid)
        self._values: list[Text] = []
        for place, label in enumerate(identity_labels()):
            name = Text(context.theme, label, "small", "muted")
            words = Text(context.theme, "", wraps=True)
            self._values.append(words)
            self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, place, 1)
        context.privacy.masked_changed.connect(self._refresh)
        context.theme.changed.connect(self._dress_grid)
        self._dress_grid()

    def show_row(self, row: OrganisationRow) -> None:
        self._row = row
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if self._row is None:
            return
        values = identity_of(self._row, self._privacy.masked)
        for words, label, value in zip(self._values, identity_labels(), values, strict=True):
            words.setText(value or "—")
            words.set_colour("ink" if value else "muted")
            words.setTextInteractionFlags(_COPIED if value else _UNTOUCHED)
            words.setAccessibleName(_("{label} : {value}").format(label=label, value=value or "—"))

    @Slot()
    def _dress_grid(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.px(16))
        self._grid.setVerticalSpacing(self._theme.px(4))


_COPIED = Qt.TextInteractionFlag.TextSelectableByMouse
_UNTOUCHED = Qt.TextInteractionFlag.NoTextInteraction


def identity_labels() -> list[str]:
    return [_("RNA"), _("SIREN"), _("Téléphone"), _("E-mail"), _("Remarques")]


def identity_of(row: OrganisationRow, masked: bool) -> list[str]:
    """Values in the order of `identity_labels`. masked: hide how to reach people."""
    phone, email = show_phone(row.phone) if row.phone else "", row.email
    if masked:
        phone, email = (HIDDEN if one else "" for one in (phone, email))
    return [row.rna, show_siren(row.siren), phone, email, row.note]
