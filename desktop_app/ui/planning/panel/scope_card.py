"""How much of a series a change touches: this date unless said otherwise, and how many that is."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bookings import Scope
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_field import ChoiceField
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _, n_


class ScopeCard(QWidget):
    """Three choices and a count. The panel asks the services for the counts."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[Scope, int] = {}
        self.heading = Text(
            theme, _("Cette réservation fait partie d’une série. Changer :"), "small"
        )
        self.heading.setWordWrap(True)
        self.choice = ChoiceField()
        self.choice.setAccessibleName(_("Dates concernées"))
        self.choice.addItem(_("Cette date"), Scope.THIS.value)
        self.choice.addItem(_("Celle-ci et les suivantes"), Scope.FOLLOWING.value)
        self.choice.addItem(_("Toutes les dates"), Scope.ALL.value)
        self.count = Text(theme, "", "small", "muted", wraps=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        for part in (self.heading, self.choice, self.count):
            self.column.addWidget(part)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def scope(self) -> Scope:
        return Scope(str(self.choice.key() or Scope.THIS.value))

    def start(self) -> None:
        """Back to this date only, counts not known yet."""
        self._counts.clear()
        self.choice.choose(Scope.THIS.value)
        self._say_count()

    def show_counts(self, counts: dict[Scope, int]) -> None:
        self._counts = dict(counts)
        self._say_count()

    @Slot()
    def _on_chosen(self) -> None:
        self._say_count()
        self.chosen.emit()

    def _say_count(self) -> None:
        count = self._counts.get(self.scope())
        if count is None:
            self.count.setText("")
            return
        words = n_("{n} date concernée.", "{n} dates concernées.", count)
        self.count.setText(words.format(n=count))

    @Slot()
    def _dress(self) -> None:
        self.column.setSpacing(self._theme.px(4))
