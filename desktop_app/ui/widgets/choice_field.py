"""One choice of a few that folds away. Every list that folds in this program is one of these."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceField(QComboBox):
    """Choices by key. The wheel turns them only while the field has the focus: a hand that scrolls
    the panel must not change the room on its way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel gives no focus either
        # A long name must not widen the panel.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(16)

    def key(self) -> object:
        return self.currentData()

    def choose(self, key: object) -> None:
        """Take a choice; nothing happens when there is no such one."""
        place = self.findData(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        """Every row whole: Qt forgets the padding of a styled list and cuts the last one."""
        super().showPopup()
        view = self.view()
        sheet = view.window()
        rows = range(min(self.count(), self.maxVisibleItems()))
        missing = sum(view.sizeHintForRow(row) for row in rows) - view.viewport().height()
        if missing <= 0:
            return
        room = self.screen().availableGeometry()
        place = sheet.geometry()
        place.setHeight(min(place.height() + missing, room.height()))
        if place.bottom() > room.bottom():
            place.moveBottom(room.bottom())
        sheet.setGeometry(place)
