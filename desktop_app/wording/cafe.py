"""What is said of the café's tally: its categories, its steps, what is usual on such a day."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.presence import HALF_HOURS, CafeDay, VisitStep, half_hour_start
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_hours, say_number, say_weekday


def _categories() -> dict[str, str]:
    return {
        "cafe": _("Café"),
        "reading": _("Lecture"),
        "information": _("Renseignement"),
        "collection": _("Collecte"),
    }


def label_of_visit(category: str) -> str:
    """What a passage was for: “Lecture”."""
    return _categories().get(category, category)


def say_half_hour(half_hour: int) -> str:
    """“9 h 30 – 10 h”."""
    return say_hours(half_hour_start(half_hour), half_hour_start((half_hour + 1) % HALF_HOURS))


def say_passages(count: int) -> str:
    """“47 passages”."""
    return n_("{n} passage", "{n} passages", count).format(n=say_number(count))


def say_usual(day: CafeDay) -> str:
    """“moyenne d’un lundi : 52”; empty when nothing is known yet."""
    if not day.usual:
        return ""
    weekday = day.tally.day.weekday()
    return _WEEKDAY_USUAL[weekday]().format(n=say_number(day.usual_total))


# One sentence per weekday: languages differ in what they put before the day.
_WEEKDAY_USUAL: tuple[Callable[[], str], ...] = (
    lambda: _("moyenne d’un lundi : {n}"),
    lambda: _("moyenne d’un mardi : {n}"),
    lambda: _("moyenne d’un mercredi : {n}"),
    lambda: _("moyenne d’un jeudi : {n}"),
    lambda: _("moyenne d’un vendredi : {n}"),
    lambda: _("moyenne d’un samedi : {n}"),
    lambda: _("moyenne d’un dimanche : {n}"),
)


def say_usual_days(day: CafeDay) -> str:
    """“moyenne des 4 derniers jeudis”, as the legend of a chart."""
    weekday = say_weekday(day.tally.day.weekday())
    count = len(day.usual)
    return n_("le dernier {weekday}", "moyenne des {n} derniers {weekday}s", count).format(
        n=count, weekday=weekday
    )


def say_step(step: VisitStep) -> str:
    """“+1 Café”, “−1 Lecture”."""
    return _("{step} {category}").format(
        step=signed(step.step), category=label_of_visit(step.category)
    )


def signed(number: int) -> str:
    """“+1”, “−3” with a real minus."""
    return f"+{number}" if number > 0 else f"−{-number}"
