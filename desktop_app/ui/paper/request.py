"""Which sheet is wanted: the day's or the week's, for when, on what paper, for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.domain.civil_time import Week
from desktop_app.wording.dates import say_day, say_week

if TYPE_CHECKING:
    from desktop_app.services.house import Services
    from desktop_app.services.papers import Paper

DAY, WEEK = "day", "week"
TEAM, PUBLIC = "team", "public"


@dataclass(frozen=True, slots=True)
class Request:
    """A sheet by its choices. day: the day itself, or any day of the week."""

    kind: str
    day: date
    paper: str = "A4"
    audience: str = TEAM

    @property
    def week(self) -> Week:
        return Week.of(self.day)

    @property
    def landscape(self) -> bool:
        return self.kind == WEEK

    @property
    def sheet_paper(self) -> str:
        """The paper it is printed on: a day plan knows only A4."""
        return self.paper if self.kind == WEEK else "A4"

    def moved(self, periods: int) -> Request:
        """The same sheet for another day or week."""
        days = 7 if self.kind == WEEK else 1
        return replace(self, day=self.day + timedelta(days=days * periods))

    def period(self) -> str:
        """When, in words."""
        return say_week(self.week) if self.kind == WEEK else say_day(self.day)

    def maker(self, services: Services) -> Callable[[], Paper]:
        """The work that makes the sheet, for the database thread."""
        return partial(self._make, services)

    def _make(self, services: Services) -> Paper:
        if self.kind == WEEK:
            return services.papers.week_plan(self.week, paper=self.paper, audience=self.audience)
        return services.papers.day_plan(self.day, audience=self.audience)
