"""The list of people and the search above it, worked by one hand: type, arrow, Enter."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from desktop_app.domain.trainings import AttendeeRow
from desktop_app.ui.theme import Theme
from desktop_app.ui.trainings.attendee_model import AttendeeModel
from desktop_app.ui.trainings.attendee_painter import AttendeePainter
from desktop_app.wording import _

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


class PeopleSearch(QLineEdit):
    """Arrows move in the list below while one types; Enter takes; Escape empties."""

    moved = Signal(int)
    """Wish to go this many lines down (or up, below zero)."""

    entered = Signal()
    """Enter: wish to check in whoever is meant."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(_("Nom, e-mail ou téléphone — « ben sal »"))
        self.setAccessibleName(_("Chercher dans la liste"))
        theme.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Qt draws the icon of an action at one size whatever the text's.
        side = self._theme.px(18)
        place = self._theme.px(12), (self.height() - side) // 2
        QPainter(self).drawPixmap(*place, self._theme.pixmap("search", "muted"))

    @Slot()
    def _dress(self) -> None:
        self.setTextMargins(self._theme.px(26), 0, 0, 0)


class PeopleList(QListView):
    """The people of the session, one of them chosen or none."""

    chosen = Signal(object)
    """The `AttendeeRow` now chosen, or None."""

    entered = Signal()
    """Enter or two clicks: wish to check in the chosen person."""

    def __init__(self, theme: Theme, model: AttendeeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self.painter = AttendeePainter(theme, model, self)
        self.setAccessibleName(_("Personnes de la session"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kept: int | None = None
        self._to_show: int | None = None
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._find_again)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self.entered)
        theme.changed.connect(self._dress)

    def row(self) -> AttendeeRow | None:
        """The person chosen, by hand or by a search that leaves only one."""
        chosen = self.selectionModel().selectedIndexes()
        return self._people.rows[chosen[0].row()] if chosen else None

    @Slot(int)
    def move_by(self, lines: int) -> None:
        """Choose the person this many lines further; from nobody, the first or the last."""
        count = len(self._people.rows)
        if not count:
            return
        row = self.row()
        place = self._people.place_of(row.enrolment_id) if row is not None else None
        if place is None:
            place = -1 if lines > 0 else count
            lines = 1 if lines > 0 else -1
        self._choose(max(0, min(count - 1, place + lines)))

    def choose(self, enrolment_id: int | None) -> None:
        """Choose this person, or nobody."""
        place = self._people.place_of(enrolment_id)
        if place is None:
            self.clearSelection()
        else:
            self._choose(place)

    def show_just_in(self, enrolment_id: int | None) -> None:
        """Mark the person who has just been answered, and bring them into view."""
        self.painter.just_in = self._to_show = enrolment_id
        self._bring_into_view()
        self.viewport().update()

    def _bring_into_view(self) -> None:
        """Once: the list may be read a moment after the verdict, and people scroll."""
        place = self._people.place_of(self._to_show)
        if place is not None:
            self._to_show = None
            self.scrollTo(self._people.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._people.index(place), flag)
        self.scrollTo(self._people.index(place))

    @Slot()
    def _keep(self) -> None:
        row = self.row()
        self._kept = row.enrolment_id if row is not None else None

    @Slot()
    def _find_again(self) -> None:
        self.choose(self._kept)
        self._bring_into_view()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.row())

    @Slot()
    def _dress(self) -> None:
        # Lines are measured once: have them measured again at the new size.
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
