"""The day by half-hour, its history, and corrections that keep what was typed when refused."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop_app.domain.presence import VisitCategory
from tests.builders import RECEPTION
from tests.ui.cafe.conftest import THURSDAY, CafeDesk
from tests.ui.today.desk import plainly

LAST_THURSDAY = date(2026, 11, 19)
CAFE, READING = VisitCategory.CAFE, VisitCategory.READING


def correct(desk: CafeDesk, total: str, reason: str) -> None:
    desk.fill(desk.panel.total, total)
    desk.fill(desk.panel.reason, reason)
    desk.key(Qt.Key.Key_Return)


def test_a_cell_opens_its_correction_filled_with_what_is_counted(desk: CafeDesk) -> None:
    desk.click_cell(19, "cafe")
    counted = desk.screen.view.day.tally.at(19, "cafe")  # type: ignore[union-attr]
    assert desk.panel.half_hour.currentData() == 19
    assert desk.panel.category.currentData() == CAFE
    assert desk.panel.total.text() == str(counted)
    assert plainly(desk.panel.form.rows["total"].line.text()) == f"Compté : {counted} passages"
    assert QApplication.focusWidget() is desk.panel.total
    assert plainly(desk.panel.day_words.text()) == "jeudi 26 novembre 2026, semaine 48"


def test_a_correction_is_counted_with_its_reason(desk: CafeDesk) -> None:
    desk.click_cell(19, "reading")
    correct(desk, "7", "papier du matin")
    newest = desk.steps()[0]
    assert (newest.half_hour, newest.category, newest.reason) == (19, "reading", "papier du matin")
    assert desk.screen.view.day.tally.at(19, "reading") == 7  # type: ignore[union-attr]
    assert not desk.panel.isVisible()
    assert desk.said() == "Compte corrigé."


def test_a_correction_of_today_is_taken_back_from_the_notice(desk: CafeDesk) -> None:
    before = desk.total()
    desk.click_cell(19, "reading")
    correct(desk, "40", "erreur")
    action = desk.notices[-1].action
    assert action is not None
    action.do()
    desk.rest()
    assert desk.total() == before


def test_without_a_reason_it_is_refused_there_and_the_number_stays(desk: CafeDesk) -> None:
    before = desk.total()
    desk.click_cell(19, "reading")
    correct(desk, "7", "")
    assert desk.fault("reason") == "Indiquez le motif de la correction."
    assert QApplication.focusWidget() is desk.panel.reason
    assert desk.panel.total.text() == "7"
    assert desk.total() == before


def test_a_number_that_is_none_is_refused_there_and_the_reason_stays(desk: CafeDesk) -> None:
    for typed, words in (("-3", "négatif"), ("12,5", "entier"), ("abc", ""), ("", "Indiquez")):
        desk.click_cell(19, "reading")
        desk.fill(desk.panel.reason, "papier du matin")
        desk.fill(desk.panel.total, typed)
        desk.key(Qt.Key.Key_Return)
        assert desk.fault("total"), typed
        assert words in desk.fault("total")
        assert QApplication.focusWidget() is desk.panel.total
        assert desk.panel.reason.text() == "papier du matin"
        assert desk.panel.total.text() == typed


def test_a_time_to_come_is_refused_at_the_half_hour(desk: CafeDesk) -> None:
    desk.click_cell(30, "cafe")
    correct(desk, "4", "en avance")
    assert desk.fault("half_hour") == (
        "Personne n’a encore pu venir jeudi 26 novembre à 15 h : choisissez un moment passé."
    )
    assert QApplication.focusWidget() is desk.panel.half_hour


def test_the_same_number_is_nothing_to_correct(desk: CafeDesk) -> None:
    desk.click_cell(19, "cafe")
    counted = desk.panel.total.text()
    correct(desk, counted, "rien")
    assert desk.fault("total").startswith("Rien à corriger")


def test_what_is_typed_survives_a_count_from_another_desk(desk: CafeDesk) -> None:
    desk.click_cell(19, "cafe")
    desk.fill(desk.panel.total, "30")
    desk.fill(desk.panel.reason, "papier")
    desk.ask(lambda services: services.cafe.count(CAFE, "elsewhere", by=RECEPTION))
    desk.rest()
    assert (desk.panel.total.text(), desk.panel.reason.text()) == ("30", "papier")
    assert desk.panel.half_hour.currentData() == 19


def test_another_day_is_seen_and_corrected_and_not_counted_on(desk: CafeDesk) -> None:
    before = desk.total(LAST_THURSDAY)
    desk.click(desk.screen.days.before)
    for _day in range(6):
        desk.click(desk.screen.days.before)
    assert desk.screen.view.day.tally.day == LAST_THURSDAY  # type: ignore[union-attr]
    assert not desk.screen.tiles[0].isEnabled()
    assert not desk.screen.undo.isVisible()
    desk.click_cell(20, "cafe")
    counted = int(desk.panel.total.text())
    correct(desk, str(counted + 5), "oubli")
    assert desk.total(LAST_THURSDAY) == before + 5
    assert desk.notices[-1].action is None, "only today's steps are taken back"


def test_counting_while_looking_at_the_past_comes_back_to_today(desk: CafeDesk) -> None:
    desk.screen.show_day(LAST_THURSDAY)
    desk.rest()
    before = desk.total()
    desk.key(Qt.Key.Key_F1)
    assert desk.screen.view.day.tally.day == THURSDAY  # type: ignore[union-attr]
    assert desk.total() == before + 1


def test_a_day_is_reached_as_people_say_it_and_never_to_come(desk: CafeDesk) -> None:
    desk.fill(desk.screen.days.field, "jeudi dernier")
    assert "19 novembre 2026" in plainly(desk.screen.days.echo.text())
    desk.key(Qt.Key.Key_Return)
    assert desk.screen.view.day.tally.day == LAST_THURSDAY  # type: ignore[union-attr]
    desk.fill(desk.screen.days.field, "27/11/2026")
    desk.key(Qt.Key.Key_Return)
    assert plainly(desk.screen.days.echo.text()) == "Ce jour n’est pas encore venu."
    assert desk.screen.view.day.tally.day == LAST_THURSDAY  # type: ignore[union-attr]


def test_the_history_says_what_was_taken_back_and_why(desk: CafeDesk) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.click(desk.screen.undo)
    desk.click_cell(19, "reading")
    correct(desk, "9", "papier")
    model = desk.screen.history.model
    shown = [
        (
            plainly(str(model.index(place, 1).data())),
            plainly(str(model.index(place, 2).data())),
        )
        for place in range(3)
    ]
    assert shown[0][1] == "9 h 30 : papier"
    assert shown[1] == ("−1 Lecture", "annulation")
    assert shown[2] == ("+1 Lecture", "annulé ensuite")


def test_arrows_walk_over_the_cells_and_enter_corrects(desk: CafeDesk) -> None:
    tally = desk.screen.tally
    tally.setFocus()
    assert tally.current_cell() == (19, "cafe"), "the present half-hour"
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Right)
    assert tally.current_cell() == (20, "reading")
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Up)
    assert tally.current_cell() == (20, "cafe"), "at the edge it stays"
    desk.key(Qt.Key.Key_Return)
    assert desk.panel.half_hour.currentData() == 20


def test_escape_gives_up_a_correction_and_the_hand_is_back_on_the_cells(desk: CafeDesk) -> None:
    desk.click_cell(19, "cafe")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.panel.isVisible()
    assert QApplication.focusWidget() is desk.screen.tally


def test_a_screen_reader_finds_each_cell_by_name(desk: CafeDesk) -> None:
    tally = desk.screen.tally
    found = QAccessible.queryAccessibleInterface(tally)
    assert found.childCount() == 4 * 24
    counted = desk.screen.view.day.tally.at(19, "cafe")  # type: ignore[union-attr]
    passages = "passage" if counted == 1 else "passages"
    assert plainly(found.child(0).text(QAccessible.Text.Name)) == (
        f"Café, 9 h 30 – 10 h : {counted} {passages}"
    )


def test_a_closed_day_can_be_corrected_too(desk: CafeDesk) -> None:
    sunday = date(2026, 11, 22)
    desk.screen.show_day(sunday)
    desk.rest()
    desk.click_cell(20, "collection")
    correct(desk, "12", "collecte exceptionnelle")
    assert desk.total(sunday) == 12
