"""Choosing who the booking is for: a few letters in any order, without accents, then Enter.

The field asks for candidates with a signal and is handed them back: it knows no service.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.ui.planning.panel.organisation_words import are_near, file_of
from desktop_app.ui.theme import Theme
from desktop_app.wording import _
from desktop_app.wording.phrases import quote

_MOST = 7
_ROW = Qt.ItemDataRole.UserRole


class OrganisationField(QLineEdit):
    """A line edit with a list under it. Empty means: for nobody in particular."""

    searched = Signal(str)
    """Words were typed: wish for candidates (`show_candidates`)."""

    chosen = Signal(object)
    """An `OrganisationRow` was taken, or None when the field was emptied."""

    addition_wished = Signal(str)
    """Wish to add an organisation of this name."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self._row: OrganisationRow | None = None
        self.setPlaceholderText(_("Nom de l’association, ou rien"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Associations trouvées"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setWordWrap(False)
        self.list.hide()
        self.textEdited.connect(self._on_edited)
        self.list.itemClicked.connect(self._take_item)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.list.setFont(self._theme.font("body"))

    # -- value --------------------------------------------------------------------------------

    def row(self) -> OrganisationRow | None:
        """The organisation taken, if any."""
        return self._row

    def organisation_id(self) -> int | None:
        """Its id, None when the field is empty. Raises `organisation_unknown` for loose words."""
        if self._row is not None:
            return self._row.id
        if self.text().strip():
            raise Refusal("organisation_unknown", field="organisation")
        return None

    def set_row(self, row: OrganisationRow | None) -> None:
        """Take an organisation, or nobody, without announcing it."""
        self._row = row
        self.setText(row.name if row is not None else "")
        self.setCursorPosition(0)
        self.list.hide()

    # -- candidates ---------------------------------------------------------------------------

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self._row is not None or not text.strip():
            self._row = None
            self.chosen.emit(None)
        if text.strip():
            self.searched.emit(text)
        else:
            self.list.hide()

    def show_candidates(self, text: str, rows: Iterable[OrganisationRow]) -> None:
        """Show who answers to `text`, the best first; late answers to other words are dropped."""
        if text != self.text() or self._row is not None or not self.hasFocus():
            return
        self.list.clear()
        shown = tuple(rows)[:_MOST]
        for row in shown:
            item = QListWidgetItem(f"{row.name}\n{self._second_line(row, shown)}")
            item.setData(_ROW, row)
            item.setToolTip(row.name)
            self.list.addItem(item)
        add = QListWidgetItem(_("Ajouter {name}").format(name=quote(text.strip())))
        add.setIcon(self._theme.icon("plus", "info"))
        self.list.addItem(add)
        self.list.setCurrentRow(0)
        self._place_list()

    def _second_line(self, row: OrganisationRow, shown: tuple[OrganisationRow, ...]) -> str:
        """That another candidate is called nearly the same, then its file."""
        words = file_of(row, self._today)
        near = [other.name for other in shown if other is not row and are_near(row, other)]
        if not near:
            return words
        return _("nom proche de {name} · {file}").format(file=words, name=quote(near[0]))

    def _place_list(self) -> None:
        """Under the field, above what follows: nothing in the form moves."""
        holder = self.window()
        self.list.setParent(holder)
        height = sum(self.list.sizeHintForRow(place) for place in range(self.list.count()))
        corner = self.mapTo(holder, QPoint(0, self.height() + 2))
        height = min(height + self._theme.px(10), max(holder.height() - corner.y(), 80))
        self.list.setGeometry(corner.x(), corner.y(), self.width(), height)
        self.list.show()
        self.list.raise_()

    def _take_item(self, item: QListWidgetItem) -> None:
        row = item.data(_ROW)
        self.list.hide()
        if row is None:
            self.addition_wished.emit(" ".join(self.text().split()))
            return
        self.set_row(row)
        self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.list.isVisible():
            super().keyPressEvent(event)
            return
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._take_item(item)
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._take_obvious()
            self.list.hide()

    def _take_obvious(self) -> None:
        """Leaving with one candidate, or with a name typed whole, takes it."""
        rows = [self.list.item(place).data(_ROW) for place in range(self.list.count())]
        rows = [row for row in rows if row is not None]
        if not self.list.isVisible() or self._row is not None or not rows:
            return
        exact = [row for row in rows if fold(row.name) == fold(self.text())]
        if len(exact) == 1 or len(rows) == 1:
            row = (exact or rows)[0]
            self.set_row(row)
            self.chosen.emit(row)

    def hideEvent(self, event: object) -> None:
        self.list.hide()
        super().hideEvent(event)  # type: ignore[arg-type]

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), super().sizeHint().height())
