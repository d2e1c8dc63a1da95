"""Forms: a label above each field, what was understood below it, and a refusal where it belongs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.reading_field import ReadingField
from desktop_app.ui.widgets.text import Text


class FormRow(QWidget):
    """Label, field, and one line below: the echo of what was read, or the refusal."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._hint = theme, hint
        self.field = field
        self.label = Text(theme, label, "label", "muted")
        self.label.setBuddy(field)
        self.line = Text(theme, hint, "small", "muted", wraps=True)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.label, field, self.line):
            self._column.addWidget(part)
        # Only now that it has a parent: before, it would open as a window of its own.
        self.line.setVisible(bool(hint))
        self.setFocusProxy(field)
        if isinstance(field, ReadingField):
            field.echo_changed.connect(self.set_echo)
            field.fault_found.connect(self.show_fault)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot(str)
    def set_echo(self, words: str) -> None:
        """Say what was understood, muted; nothing brings the hint back."""
        self._set_line(words or self._hint, "muted")
        self._mark(False)

    @Slot(str)
    def show_fault(self, sentence: str) -> None:
        """Say the refusal in place, in the colour of an error."""
        self._set_line(sentence, "error")
        self._mark(bool(sentence))

    def clear_fault(self) -> None:
        self.set_echo(self.field.echo() if isinstance(self.field, ReadingField) else "")

    def _set_line(self, words: str, colour: str) -> None:
        self.line.setText(words)
        self.line.set_colour(colour)
        self.line.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def _mark(self, faulty: bool) -> None:
        if self.field.property("faulty") != faulty:
            self.field.setProperty("faulty", faulty)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(4))


class Form:
    """The rows of a form by the names refusals use (`start`, `heads`, `organisation`…)."""

    def __init__(self) -> None:
        self.rows: dict[str, FormRow] = {}

    def add(self, name: str, row: FormRow) -> FormRow:
        self.rows[name] = row
        field = row.field
        # Typing again is the answer to a refusal: the red goes away at the first key.
        if isinstance(field, QLineEdit) and not isinstance(field, ReadingField):
            field.textEdited.connect(row.clear_fault)
        elif isinstance(field, QComboBox):
            field.currentIndexChanged.connect(row.clear_fault)
        elif isinstance(field, QPlainTextEdit):
            field.textChanged.connect(row.clear_fault)
        return row

    def show_refusal(self, error: Refusal) -> bool:
        """Show the refusal at the faulty field and put the focus there; False if none is named.

        Nothing typed is changed. The caller shows the sentence elsewhere when this says False.
        """
        from desktop_app.wording.refusals import say

        self.clear_faults()
        row = self.rows.get(error.field or "")
        if row is None:
            return False
        row.show_fault(say(error))
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(row.field, QLineEdit):
            row.field.selectAll()
        return True

    def clear_faults(self) -> None:
        for row in self.rows.values():
            row.clear_fault()
