"""Which pictures are taken. Each screen registers its own here, in the order of the rail.

A shot is a destination and, if the screen needs a gesture first, a function that makes it. The
function gets the whole desk and a `settle` that waits for the database's answers.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from desktop_app.ui.cafe.screen import CafeScreen
from desktop_app.ui.navigation import Destination
from desktop_app.ui.today import TodayScreen
from desktop_app.ui.welcome import WelcomeScreen
from tests.screenshots.at_the_associations import (
    add_an_association,
    give_the_association_up,
    leave_the_file,
    look_at_an_alert,
)
from tests.screenshots.at_the_door import leave_the_door, open_the_door, somebody_comes
from tests.screenshots.at_the_planning import (
    find_a_room,
    leave_the_planning,
    look_at_the_day,
    make_a_series,
    open_a_permanence,
)
from tests.screenshots.at_the_printer import (
    look_at_the_badges,
    look_at_the_week,
    preview_of,
    put_paper_away,
    studio_of,
)

if TYPE_CHECKING:
    from desktop_app.ui.front_desk import FrontDesk

Settle = Callable[[], None]


_NEW_ASSOCIATIONS = """\
code;nom;nature;RNA;SIREN;assurance jusqu’au;convention jusqu’au;remarques
A01;Droits & Toit;association déclarée;W759000001;000 001 008;31/12/2027;30/06/2027;
A02;Les Mots en partage;association déclarée;W759000002;000 001 016;31/12/2026;30/06/2027;
A03;Santé-Passerelle;association déclarée;W759000003;000 001 024;31/02/2027;30/06/2027;
A41;La Halte du Bassin;association déclarée;W759000041;;31/12/2026;30/06/2027;
A42;Œuvre des Écluses;association déclarée;W759000042;000 001 409;31/12/2026;30/06/2027;
A43;Les Voisins du 10e;collectif d’habitants;;;;30/06/2027;
A44;;association déclarée;W759000044;;31/12/2026;30/06/2027;
A45;Chœur de la Villette;compagnie;W75900004;;11/12;30/06/2027;
"""


class Shot(NamedTuple):
    """One picture. after undoes what prepare did, so that the next shot finds a clean window.

    window: which one is photographed; the desk's own if none is named.
    """

    name: str
    destination: Destination
    prepare: Callable[[FrontDesk, Settle], None] | None = None
    after: Callable[[FrontDesk], None] | None = None
    window: Callable[[FrontDesk], QWidget] | None = None


def _search(desk: FrontDesk, settle: Settle) -> None:
    desk.window.command_bar.box.setText("mar")
    desk.window.activateWindow()
    settle()
    desk.window.command_bar.enter()


def _leave_search(desk: FrontDesk) -> None:
    desk.window.command_bar.panel.hide()
    desk.window.command_bar.box.clear()
    _focus_screen(desk)


def _focus_screen(desk: FrontDesk) -> None:
    screen: QWidget | None = desk.window.current
    if screen is not None:
        screen.setFocus()


def _first_start(desk: FrontDesk, settle: Settle) -> None:
    screen = desk.window.current
    assert isinstance(screen, WelcomeScreen)
    screen.pages.setCurrentWidget(screen.choices)


def _dry_run(desk: FrontDesk, settle: Settle) -> None:
    screen = desk.window.current
    assert isinstance(screen, WelcomeScreen)
    screen.pages.setCurrentWidget(screen.lists)
    with tempfile.TemporaryDirectory(prefix="accueil-tables-") as folder:
        table = Path(folder) / "associations.csv"
        table.write_text(_NEW_ASSOCIATIONS, encoding="utf-8")
        screen.lists.judge(table)
        settle()


def _examine(desk: FrontDesk, settle: Settle) -> None:
    desk.window.current.care.doctor_button.click()  # type: ignore[union-attr]
    settle()


def _open_card(desk: FrontDesk, settle: Settle) -> None:
    screen = desk.window.current
    assert isinstance(screen, TodayScreen)
    assert screen.board is not None
    (permanence,) = [row for row in screen.board.bookings if row.room_code == "BP2"]
    screen.open_booking(permanence.id)


def _close_card(desk: FrontDesk) -> None:
    desk.window.current.panel.close_panel()  # type: ignore[union-attr]


def _correct(desk: FrontDesk, settle: Settle) -> None:
    screen = desk.window.current
    assert isinstance(screen, CafeScreen)
    screen.tally.cell_opened.emit(19, "cafe")


SHOTS: tuple[Shot, ...] = (
    Shot("today", Destination("today")),
    Shot("booking", Destination("today"), _open_card, _close_card),
    Shot("search", Destination("today"), _search, _leave_search),
    Shot("planning", Destination("planning")),
    Shot("planning-day", Destination("planning"), look_at_the_day, leave_the_planning),
    Shot("planning-series", Destination("planning"), make_a_series, leave_the_planning),
    Shot("planning-find", Destination("planning"), find_a_room, leave_the_planning),
    Shot("planning-booking", Destination("planning"), open_a_permanence, leave_the_planning),
    Shot("paper", Destination("planning"), look_at_the_week, put_paper_away, preview_of),
    Shot("trainings", Destination("trainings")),
    Shot("station", Destination("trainings"), open_the_door, leave_the_door),
    Shot("checkin", Destination("trainings"), somebody_comes, leave_the_door),
    Shot("badges", Destination("trainings"), look_at_the_badges, put_paper_away, studio_of),
    Shot("cafe", Destination("cafe")),
    Shot("cafe-correction", Destination("cafe"), _correct, _close_card),
    Shot("associations", Destination("associations"), look_at_an_alert, leave_the_file),
    Shot(
        "association-new",
        Destination("associations"),
        add_an_association,
        give_the_association_up,
    ),
    Shot("settings", Destination("settings"), _examine),
    Shot("welcome", Destination("welcome"), _first_start),
    Shot("import", Destination("welcome"), _dry_run),
)
