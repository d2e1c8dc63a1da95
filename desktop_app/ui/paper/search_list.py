"""A choice among many: words typed above a short list leave only what answers to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.search_text import fold, matches
from desktop_app.ui.theme import Theme
from desktop_app.wording import _

_KEY = Qt.ItemDataRole.UserRole


class _Box(QLineEdit):
    """Where one types; the arrows and Enter belong to the list below."""

    stepped = Signal(int)
    accepted = Signal()

    def event(self, event: QEvent) -> bool:
        # Escape empties the box first; only an empty one leaves it to the window.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class SearchList(QWidget):
    """Entries by key. The current one stays chosen while words hide the others.

    rows: how many are seen at once.
    """

    chosen = Signal(object)
    """The key of another entry, by click, by arrow or by Enter."""

    def __init__(
        self, theme: Theme, name: str, *, rows: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._rows = theme, rows
        self._entries: tuple[tuple[object, str], ...] = ()
        self._key: object = None
        self.box = _Box()
        self.box.setPlaceholderText(_("Chercher…"))
        self.box.setClearButtonEnabled(True)
        self.box.setAccessibleName(_("{name}, chercher").format(name=name))
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.list)
        self._column = column
        self.box.textChanged.connect(self._filter)
        self.box.stepped.connect(self._step)
        self.box.accepted.connect(self._take_current)
        self.list.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self._dress)
        self._dress()

    def show_entries(self, entries: Sequence[tuple[object, str]]) -> None:
        """Offer these; the one chosen stays if it is among them."""
        entries = tuple(entries)
        if entries != self._entries:
            self._entries = entries
            self._fill()

    def choose(self, key: object) -> None:
        """Show this entry as the chosen one, without announcing it."""
        self._key = key
        self._mark()

    def key(self) -> object:
        return self._key

    def labels(self) -> list[str]:
        """What the list shows now."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    @Slot()
    def _filter(self) -> None:
        self._fill()

    def _fill(self) -> None:
        typed = self.box.text()
        shown = [one for one in self._entries if not fold(typed) or matches(typed, fold(one[1]))]
        self.list.blockSignals(True)
        self.list.clear()
        for key, words in shown:
            item = QListWidgetItem(words)
            item.setData(_KEY, key)
            item.setToolTip(words)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._dress()
        self._mark()

    def _mark(self) -> None:
        """Show the chosen entry where it is; when words hide it, the first of the others waits."""
        self.list.blockSignals(True)
        rows = [row for row in range(self.list.count()) if self._key_at(row) == self._key]
        self.list.setCurrentRow(rows[0] if rows else (0 if self.box.text() else -1))
        self.list.blockSignals(False)

    def _key_at(self, row: int) -> object:
        return self.list.item(row).data(_KEY)

    @Slot(int)
    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    @Slot()
    def _take_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._take(item)
            self.box.clear()

    @Slot()
    def _on_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        key = item.data(_KEY)
        if key != self._key:
            self._key = key
            self.chosen.emit(key)

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(4))
        line = max(self.list.sizeHintForRow(0), self._theme.metrics("body").height())
        frame = 2 * self.list.frameWidth() + self._theme.px(4)
        self.list.setFixedHeight(line * self._rows + frame)
