"""A date until which a paper is valid, typed as people type dates, read back in full."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.clock import Clock
from desktop_app.domain.reading_day import parse_day
from desktop_app.ui.widgets import ReadingField
from desktop_app.wording import _
from desktop_app.wording.dates import say_date, say_day


class UntilField(ReadingField):
    """“1/10/27”, “1er octobre 2027”, “11/12”: day first, always. The echo says the whole day."""

    def __init__(self, clock: Clock, *, field: str, parent: QWidget | None = None) -> None:
        def read(text: str) -> date:
            # A certificate is brought for the time to come: “31/10” is the next one.
            return parse_day(text, clock.today(), field=field, recent=0)

        def words(day: date) -> str:
            if day < clock.today():
                return _("{day} : déjà passé").format(day=say_day(day))
            return say_day(day)

        super().__init__(read, words, say_date, parent)
        self.setPlaceholderText(_("jj/mm/aaaa"))
