"""« La permanence arrive »: scenario A1 of the venue, steps 5, 6 and 9, and the group that does
not come, through the window, with real keys, on the demonstration venue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from desktop_app.domain.bookings import Status
from desktop_app.domain.today import Verb
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.navigation import Destination
from desktop_app.ui.screen import ScreenEntry
from desktop_app.ui.today import TodayScreen
from tests.ui.today.desk import CONTROL, TodayDesk, plainly

AWA = "Awa d’Hérouville-Test"


@pytest.fixture
def desk(qtbot, housed: ScreenContext) -> Iterator[TodayDesk]:
    entry = ScreenEntry("today", "Aujourd’hui", "sun", TodayScreen, "Ctrl+1")
    window = MainWindow(housed, (entry,), lambda text: (), title="Accueil")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.go(Destination("today"))
    window.activateWindow()
    qtbot.waitActive(window)
    made = TodayDesk(qtbot, housed, window)
    made.until(lambda: made.screen.board is not None)
    made.rest()
    yield made
    window.close()


def test_the_permanence_arrives_takes_its_key_and_brings_it_back(desk: TodayDesk) -> None:
    move_to_bureau_1(desk)
    hand_the_key_to_awa(desk)
    refuse_it_to_another_group(desk)
    bring_it_back_with_a_remark(desk)
    read_the_remark_on_the_next_card(desk)


def move_to_bureau_1(desk: TodayDesk) -> None:
    """Steps 3 and 4: somebody sits in Bureau 2."""
    desk.open("P06")
    desk.click(desk.panel.verbs.buttons[Verb.MOVE])
    desk.until(desk.panel.move_rooms.isVisible)
    desk.key(Qt.Key.Key_Return)
    assert desk.booking("P06").room_code == "BP1"


def hand_the_key_to_awa(desk: TodayDesk) -> None:
    """Step 5, at two to ten: arrival, then K08 to a named person, due at a quarter past one."""
    desk.at(9, 58)
    desk.click(desk.panel.verbs.buttons[Verb.ARRIVE])
    assert desk.booking("P06").status == Status.ARRIVED
    assert QApplication.focusWidget() is desk.hand.holder
    desk.write(AWA)
    desk.key(Qt.Key.Key_Return)
    (loan,) = [one for one in desk.board.keys_out if one.key_code == "K08"]
    assert (loan.handed_to, loan.due_at) == (AWA, datetime(2026, 11, 26, 13, 15))
    desk.key(Qt.Key.Key_Escape)
    assert not desk.panel.isVisible()


def refuse_it_to_another_group(desk: TodayDesk) -> None:
    """Step 6: the group of the afternoon asks for the same key."""
    desk.open("P07")
    desk.click(desk.hand.chip("K08"))
    desk.hand.holder.setFocus()
    desk.write("Une autre personne")
    desk.key(Qt.Key.Key_Return)
    assert desk.key_fault("key") == (
        "Cette clé est déjà sortie : Collectif Exil-Accueil, depuis 9 h 58."
    )
    assert QApplication.focusWidget() is desk.hand.chip("K08")
    assert desk.hand.holder.text() == "Une autre personne"
    assert desk.booking("P07").status == Status.CONFIRMED
    desk.key(Qt.Key.Key_Escape)


def bring_it_back_with_a_remark(desk: TodayDesk) -> None:
    """Step 9."""
    desk.at(12, 58)
    desk.open("P06")
    form = desk.loan("K08")
    _ok, remark = form.verdict.findChildren(QRadioButton)
    desk.click(remark)
    assert QApplication.focusWidget() is form.remark
    desk.write("2 chaises manquantes")
    desk.key(Qt.Key.Key_Return)
    assert desk.booking("P06").status == Status.DONE
    assert "K08" not in [loan.key_code for loan in desk.board.keys_out]
    assert desk.said().startswith("Clé K08 rendue, départ noté")


def read_the_remark_on_the_next_card(desk: TodayDesk) -> None:
    desk.open("P07")
    assert desk.panel.remark.isVisible()
    assert plainly(desk.panel.remark.title.text()) == "État de la salle : 2 chaises manquantes"


def test_a_group_that_does_not_come_frees_its_room_and_may_come_after_all(desk: TodayDesk) -> None:
    desk.at(10, 31)
    desk.click(desk.welcome_row("P06 Exil").absent)
    assert desk.booking("P06").status == Status.NO_SHOW
    free = desk.ask(
        lambda services: [
            offer.room.code
            for offer in services.today.other_rooms(desk_booking_id(services))
            if offer.can_be_taken
        ]
    )
    assert "BP2" in free
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: desk.booking("P06").status == Status.CONFIRMED)
    desk.click(desk.welcome_row("P06 Exil").button)
    assert desk.booking("P06").status == Status.ARRIVED


def desk_booking_id(services) -> int:
    """The permanence P07 of the afternoon: another group that looks for a room."""
    day = datetime(2026, 11, 26).date()
    (found,) = [row for row in services.planning.days(day, day) if row.title.startswith("P07")]
    return int(found.id)
