"""The people of a session as a list: filtered by what is typed, homonyms told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.identifiers import show_phone
from desktop_app.domain.people import full_name, initials, masked_email
from desktop_app.domain.search_text import fold, matches
from desktop_app.domain.trainings import AttendeeRow, EnrolmentStatus, is_behind
from desktop_app.ui.privacy import Privacy
from desktop_app.ui.trainings.session_state import State
from desktop_app.wording import _
from desktop_app.wording.dates import say_instant_time
from desktop_app.wording.labels import label_of_enrolment_status

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole `AttendeeRow`."""


class AttendeeModel(QAbstractListModel):
    """Rows in alphabetical order; those whose enrolment was cancelled only when searched for."""

    def __init__(self, privacy: Privacy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self._all: tuple[AttendeeRow, ...] = ()
        self._folded: dict[int, str] = {}
        self._names: Counter[str] = Counter()
        self._query, self._figure = "", ""
        self.half_day_id: int | None = None
        self.rows: list[AttendeeRow] = []

    def show_people(self, people: Sequence[AttendeeRow], half_day_id: int | None) -> None:
        """Show this list, as it stands on this half-day."""
        self._all, self.half_day_id = tuple(people), half_day_id
        self._folded = {one.enrolment_id: _sought(one) for one in people}
        self._names = Counter(_name_key(one) for one in people)
        self._refresh()

    def look_for(self, text: str) -> None:
        """Keep those who answer this text; nothing typed keeps everybody."""
        self._query = text
        self._refresh()

    def keep_behind(self, figure: str) -> None:
        """Keep those a figure of the summary counts; none keeps everybody."""
        self._figure = figure
        self._refresh()

    def _refresh(self) -> None:
        self.beginResetModel()
        if self._figure:
            self.rows = [one for one in self._all if is_behind(self._figure, one)]
        elif fold(self._query):
            self.rows = [
                one for one in self._all if matches(self._query, self._folded[one.enrolment_id])
            ]
        else:
            self.rows = [one for one in self._all if one.status != EnrolmentStatus.CANCELLED]
        self.endResetModel()

    def place_of(self, enrolment_id: int | None) -> int | None:
        """The line of this enrolment, or None."""
        places = (n for n, one in enumerate(self.rows) if one.enrolment_id == enrolment_id)
        return next(places, None)

    def name_of(self, row: AttendeeRow) -> str:
        """The name as the hall may read it."""
        return self._privacy.show(full_name(row.last_name, row.first_name))

    def avatar_of(self, row: AttendeeRow) -> str:
        return initials(row.last_name, row.first_name)

    def is_homonym(self, row: AttendeeRow) -> bool:
        """Does somebody else on the list have this very name?"""
        return self._names[_name_key(row)] > 1

    def detail_of(self, row: AttendeeRow) -> str:
        """The second line: where the person comes from, or what tells two of one name apart."""
        if not self.is_homonym(row):
            return row.organisation_label
        number = _("inscription n° {number}").format(number=row.number)
        mail = "" if self._privacy.masked else masked_email(row.email)
        return " · ".join(part for part in (number, mail, row.organisation_label) if part)

    def state_of(self, row: AttendeeRow) -> State:
        """The chip of a row: the hour of arrival, or what is known instead."""
        arrival = row.arrival_on(self.half_day_id)
        walk_in = row.status == EnrolmentStatus.WALK_IN
        if arrival is not None:
            icon, tone = ("user-plus", "warning") if walk_in else ("circle-check", "ok")
            return State(say_instant_time(arrival.at), tone, icon)
        if row.status in (EnrolmentStatus.ENROLLED, EnrolmentStatus.PRESENT) or walk_in:
            return State(_("à pointer"), "neutral", "")
        tones = {
            EnrolmentStatus.WAITLISTED: ("info", "hourglass"),
            EnrolmentStatus.EXCUSED: ("neutral", "message-circle-warning"),
            EnrolmentStatus.ABSENT: ("error", "user-x"),
        }
        tone, icon = tones.get(EnrolmentStatus(row.status), ("neutral", "x"))
        return State(label_of_enrolment_status(row.status), tone, icon)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                said = (self.name_of(row), self.detail_of(row), self.state_of(row).text)
                return ", ".join(part for part in said if part)
            case _ if role == ROW_ROLE:
                return row
        return None


def _name_key(row: AttendeeRow) -> str:
    return fold(full_name(row.last_name, row.first_name))


def _sought(row: AttendeeRow) -> str:
    phone = f"{row.phone} {show_phone(row.phone)}" if row.phone else ""
    return fold(f"{row.first_name} {row.last_name} {row.email} {phone} {row.number}")
