"""What can be done for the person chosen on the list: check in, excuse, admit."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.trainings import AttendeeRow, EnrolmentStatus
from desktop_app.ui.theme import Theme
from desktop_app.ui.trainings.attendee_model import AttendeeModel
from desktop_app.ui.widgets import Button, ElidedLabel
from desktop_app.wording import _
from desktop_app.wording.dates import say_instant_time
from desktop_app.wording.labels import label_of_enrolment_status

_EXPECTED = (EnrolmentStatus.ENROLLED, EnrolmentStatus.ABSENT)
_MAY_COME = (*_EXPECTED, EnrolmentStatus.EXCUSED, EnrolmentStatus.PRESENT, EnrolmentStatus.WALK_IN)


class PersonBar(QWidget):
    """Hidden until somebody is chosen."""

    check_in_asked = Signal()
    """Wish to check in the person chosen."""

    excuse_asked = Signal(bool)
    """Wish to note the person as excused, or no longer."""

    badge_asked = Signal()
    """Wish to see the badge of the person: print it again, or declare it lost."""

    admit_asked = Signal()
    """Wish to give the person of the waiting list a place."""

    def __init__(self, theme: Theme, model: AttendeeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.row: AttendeeRow | None = None
        self.words = ElidedLabel(theme, "", "small", "muted")
        self.followed = ElidedLabel(theme, "", "small_strong")
        self.check_in = Button(theme, _("Pointer"), icon="check", tone="primary")
        self.excuse = Button(theme, _("Absence excusée"), icon="message-circle-warning")
        self.expect = Button(theme, _("Attendre de nouveau"), icon="undo-2")
        self.admit = Button(theme, _("Admettre"), icon="user-check", tone="primary")
        self.badge = Button(theme, _("Badge de cette personne"), icon="id-card", icon_only=True)
        self._buttons = QHBoxLayout()
        for button in (self.check_in, self.admit, self.excuse, self.expect, self.badge):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self._column.addWidget(self.followed)
        self._column.addLayout(self._buttons)
        self.check_in.clicked.connect(self.check_in_asked)
        self.admit.clicked.connect(self.admit_asked)
        self.badge.clicked.connect(self.badge_asked)
        self.excuse.clicked.connect(self._ask_excuse)
        self.expect.clicked.connect(self._ask_expect)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_person(None)

    def show_followed(self, person_id: int, words: str) -> None:
        """Add what this person has followed, if they are still the one shown."""
        if self.row is not None and self.row.person_id == person_id:
            self.followed.setText(words)
            self.followed.setVisible(bool(words))

    @Slot(object)
    def show_person(self, row: AttendeeRow | None) -> None:
        """Offer what fits this person's state."""
        self.row = row
        self.setVisible(row is not None)
        self.followed.setVisible(False)
        if row is None:
            return
        status = EnrolmentStatus(row.status)
        here = row.arrival_on(self._model.half_day_id)
        name = self._model.name_of(row)
        if here is not None:
            since = say_instant_time(here.at)
            self.words.setText(_("{name} est là depuis {hour}").format(name=name, hour=since))
        else:
            state = label_of_enrolment_status(status)
            words = _("{name} — n° {number}, {state}")
            self.words.setText(words.format(name=name, number=row.number, state=state.lower()))
        self.check_in.setVisible(here is None and status in _MAY_COME)
        self.excuse.setVisible(here is None and status in _EXPECTED)
        self.expect.setVisible(here is None and status is EnrolmentStatus.EXCUSED)
        self.admit.setVisible(status is EnrolmentStatus.WAITLISTED)

    @Slot()
    def _ask_excuse(self) -> None:
        self.excuse_asked.emit(True)

    @Slot()
    def _ask_expect(self) -> None:
        self.excuse_asked.emit(False)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(8), px(16), px(10))
        self._column.setSpacing(px(6))
        self._buttons.setSpacing(px(8))
