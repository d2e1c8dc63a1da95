"""The venue as it is known: read only here, it comes from the imported tables."""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.opening import Calendar, OpeningPeriod
from desktop_app.domain.venue import Venue
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Card, Text
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_hours, say_weekday


class VenueCard(Card):
    """Name, rooms, headcount, opening hours and the rules of the house."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Le lieu"), parent=parent)
        self._facts = QGridLayout()
        self._facts.setColumnStretch(1, 1)
        self._facts.setHorizontalSpacing(theme.px(16))
        self._facts.setVerticalSpacing(theme.px(6))
        self.body.addLayout(self._facts)

    def show_venue(self, venue: Venue) -> None:
        """Replace what is shown."""
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (name, value) in enumerate(facts_of(venue)):
            label = Text(self._theme, name, "small", "muted")
            words = Text(self._theme, value, "body", wraps=True)
            words.setAccessibleName(_("{label} : {value}").format(label=name, value=value))
            self._facts.addWidget(label, row, 0)
            self._facts.addWidget(words, row, 1)


def facts_of(venue: Venue) -> list[tuple[str, str]]:
    """The venue's facts as (name, value), in words."""
    rules, rooms = venue.rules, len(venue.elementary)
    names = ", ".join(room.name for room in venue.elementary)
    return [
        (_("Nom"), rules.venue_name),
        (
            _("Salles"),
            n_("{n} salle : {names}", "{n} salles : {names}", rooms).format(n=rooms, names=names)
            if rooms
            else _("aucune encore"),
        ),
        (_("Public maximal"), _("{n} personnes").format(n=rules.max_headcount)),
        *_opening(venue.calendar),
        (_("Entre deux groupes"), _("{n} minutes").format(n=rules.turnaround_minutes)),
        (_("Une option tient"), _("{n} jours").format(n=rules.option_days)),
        (
            _("Pointage ouvert"),
            _("{n} minutes avant la séance").format(n=rules.check_in_opens_minutes),
        ),
        (_("Vacances scolaires"), _("zone {zone}").format(zone=rules.school_zone)),
    ]


def _opening(calendar: Calendar) -> list[tuple[str, str]]:
    facts = []
    for weekday in range(7):
        periods = [p for p in calendar.periods if p.weekday == weekday]
        if periods:
            facts.append((say_weekday(weekday).capitalize(), ", ".join(map(_say_period, periods))))
    return facts


def _say_period(period: OpeningPeriod) -> str:
    hours = say_hours(_clock(period.opens), _clock(period.closes))
    if period.nth is None:
        return hours
    ranks = {
        1: _("{hours} (le premier du mois)"),
        2: _("{hours} (le deuxième du mois)"),
        3: _("{hours} (le troisième du mois)"),
        4: _("{hours} (le quatrième du mois)"),
        5: _("{hours} (le cinquième du mois)"),
        -1: _("{hours} (le dernier du mois)"),
    }
    return ranks.get(period.nth, "{hours}").format(hours=hours)


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
