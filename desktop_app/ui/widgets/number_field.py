"""Fields for numbers that have one form: RNA, SIREN, telephone, e-mail.

What is typed in any spelling is rewritten in that form when the field is left; what cannot be
read stays as it was typed, with its refusal below.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui.privacy import Privacy
from desktop_app.ui.widgets.reading_field import ReadingField


class NumberField(ReadingField):
    """normalise: text to stored form, raises a `Refusal`; show: stored form to what people read.

    privacy: given for contacts: they are hidden, typing included, while names are masked.
    """

    def __init__(
        self,
        normalise: Callable[[str], str],
        show: Callable[[str], str] = str,
        *,
        privacy: Privacy | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(normalise, self._say_reading, show, parent)
        self._show = show
        self._privacy = privacy
        self.editingFinished.connect(self._rewrite)
        if privacy is not None:
            privacy.masked_changed.connect(self._mask)
            self._mask()

    def _say_reading(self, value: str) -> str:
        """The form it will have, unless it is typed that way or must not be seen."""
        if self._privacy is not None and self._privacy.masked:
            return ""
        shown = self._show(value)
        return "" if shown == self.text() else shown

    @Slot()
    def _rewrite(self) -> None:
        value = self.reading()
        if value and self._show(value) != self.text():
            self.set_value(value)

    @Slot()
    def _mask(self) -> None:
        assert self._privacy is not None
        hidden = self._privacy.masked
        self.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
