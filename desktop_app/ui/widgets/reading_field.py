"""Fields that read what people type: “mardi prochain”, “14h30”, “20”; and say what they read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.clock import Clock
from desktop_app.domain.refusals import Refusal


class ReadingField(QLineEdit):
    """A line edit with a reader. It echoes while one types and complains only when one leaves."""

    echo_changed = Signal(str)
    """What was understood, in words; empty when nothing is typed or it cannot be read yet."""

    fault_found = Signal(str)
    """Why it cannot be read, said once the field is left."""

    value_changed = Signal(object)
    """The new value, or None when there is none."""

    def __init__(
        self,
        read: Callable[[str], Any],
        say: Callable[[Any], str],
        write: Callable[[Any], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._say, self._write = read, say, write
        self._value: Any = None
        self._echo = ""
        self.textChanged.connect(self._on_text)

    def value(self) -> Any:
        """The value, None when the field is empty; raises the reader's `Refusal` otherwise."""
        return self._read(self.text()) if self.text().strip() else None

    def reading(self) -> Any:
        """The value if there is a readable one, else None. Never raises."""
        return self._value

    def echo(self) -> str:
        return self._echo

    def set_value(self, value: Any) -> None:
        """Write a value the way people write it."""
        self.setText("" if value is None else self._write(value))

    @Slot()
    def _on_text(self) -> None:
        try:
            value = self.value()
        except Refusal:
            value = None
        self._echo = "" if value is None else self._say(value)
        self.echo_changed.emit(self._echo)
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        try:
            self.value()
        except Refusal as error:
            from desktop_app.wording.refusals import say

            self.fault_found.emit(say(error))


class TimeField(ReadingField):
    """A time of day, as people type it: “14h30”, “9”, “14:30”."""

    def __init__(self, *, field: str = "start", parent: QWidget | None = None) -> None:
        from desktop_app.domain.reading_time import parse_time
        from desktop_app.wording.dates import say_time

        def read(text: str) -> time:
            return parse_time(text, field=field)

        super().__init__(read, say_time, say_time, parent)


class HoursField(ReadingField):
    """Two times at once: “14h-17h”, “de 9h à 12h30”. Its value is a pair of times."""

    def __init__(self, *, field: str = "hours", parent: QWidget | None = None) -> None:
        from desktop_app.domain.reading_time import parse_hours
        from desktop_app.wording.dates import say_hours

        def read(text: str) -> tuple[time, time]:
            return parse_hours(text, field=field)

        def words(hours: tuple[time, time]) -> str:
            day = date(2000, 1, 1)
            return say_hours(*(datetime.combine(day, hour) for hour in hours))

        super().__init__(read, words, words, parent)


class DateField(ReadingField):
    """A civil day; the echo gives weekday, whole date and ISO week: no more wrong Tuesdays."""

    def __init__(self, clock: Clock, *, field: str = "day", parent: QWidget | None = None) -> None:
        from desktop_app.domain.civil_time import Week
        from desktop_app.domain.reading_day import parse_day
        from desktop_app.wording import _
        from desktop_app.wording.dates import say_date, say_day

        def read(text: str) -> date:
            return parse_day(text, clock.today(), field=field)

        def words(day: date) -> str:
            return _("{day}, semaine {week}").format(day=say_day(day), week=Week.of(day).number)

        super().__init__(read, words, say_date, parent)


class CountField(ReadingField):
    """A whole number of people, never negative."""

    def __init__(self, *, field: str = "heads", parent: QWidget | None = None) -> None:
        from desktop_app.domain.reading_time import parse_count

        def read(text: str) -> int:
            return parse_count(text, field=field)

        def nothing(count: int) -> str:
            return ""

        super().__init__(read, nothing, str, parent)
