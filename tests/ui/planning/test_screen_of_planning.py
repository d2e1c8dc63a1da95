"""Going from day to day, the toolbar that folds, the wishes that lead elsewhere."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.civil_time import Week
from desktop_app.ui.navigation import Destination
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.screen import PlanningScreen
from tests.ui.planning.desk import THURSDAY, TUESDAY, Desk, at, plainly

Key = Qt.Key


@pytest.mark.parametrize(
    ("typed", "kind", "day"),
    [
        ("S49", "week", date(2026, 11, 30)),
        ("semaine 53", "week", date(2026, 12, 28)),
        ("mardi prochain", "week", TUESDAY),
        ("26/11", "week", THURSDAY),
    ],
)
def test_a_day_or_a_week_is_typed(desk: Desk, typed: str, kind: str, day: date) -> None:
    desk.fill(desk.screen.toolbar.period, typed)
    desk.key(Key.Key_Return)
    assert (desk.screen.kind, desk.screen.day) == (kind, day)
    desk.until(lambda: day in desk.view.shown.days)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("S54", "Il n’y a pas de semaine 54."),
        ("semaine 0", "Il n’y a pas de semaine 0."),
        ("31/11/2026", "Le 31 novembre n’existe pas."),
        ("26/11/20226", "L’année 20226 n’est pas possible."),
        ("bientôt", "« bientôt » n’est pas une date."),
    ],
)
def test_what_is_no_period_is_refused_and_the_planning_stays(
    desk: Desk, typed: str, sentence: str
) -> None:
    period = desk.screen.toolbar.period
    desk.fill(period, typed)
    desk.key(Key.Key_Return)
    fault = desk.screen.toolbar.fault
    assert fault.isVisible()
    assert plainly(fault.text()).startswith(sentence)
    assert period.text() == typed
    assert period.hasFocus()
    assert desk.screen.day == THURSDAY


def test_escape_gives_the_period_back(desk: Desk) -> None:
    period = desk.screen.toolbar.period
    before = period.text()
    desk.fill(period, "n’importe quoi")
    desk.key(Key.Key_Escape)
    assert period.text() == before


def test_pages_turn_by_week_and_by_day(desk: Desk) -> None:
    desk.click(desk.screen.toolbar.after)
    assert desk.screen.day == THURSDAY + timedelta(days=7)
    desk.screen.show_view("day")
    desk.click(desk.screen.toolbar.before)
    assert desk.screen.day == THURSDAY + timedelta(days=6)
    desk.click(desk.screen.toolbar.today.wide)
    assert desk.screen.day == THURSDAY


def test_a_late_answer_does_not_show_the_wrong_week(desk: Desk) -> None:
    for _turn in range(5):
        desk.screen.page(1)
    desk.rest()
    assert desk.view.shown.days[0] == Week.of(THURSDAY + timedelta(days=35)).monday
    assert plainly(desk.screen.toolbar.period.text()).startswith("28 décembre 2026 au 3 janvier")


def test_a_booking_made_elsewhere_appears_by_the_bell(desk: Desk) -> None:
    row = desk.colleague_books("PAS", at(18), at(19), "Venue d’à côté")
    desk.until(lambda: row.id in desk.view.shown.by_id)


def test_a_destination_opens_the_booking_on_its_day(desk: Desk) -> None:
    row = desk.booking("T06", date(2026, 11, 27))
    desk.context.navigator.open(Destination("planning", day=date(2026, 11, 27), booking_id=row.id))
    desk.until(lambda: desk.panel.row is not None)
    assert desk.screen.day == date(2026, 11, 27)
    assert desk.view.selected_id == row.id


def test_a_booking_opened_before_the_rooms_are_known_keeps_its_room(qtbot: Any, desk: Desk) -> None:
    row = desk.booking("P06")
    screen = PlanningScreen(desk.context)
    qtbot.addWidget(screen)
    screen.show()
    screen.open(Destination("planning", day=THURSDAY, booking_id=row.id))
    desk.until(lambda: screen.panel.row is not None)
    desk.rest()
    assert screen.panel.form.room.key() == row.room_id


def test_a_destination_may_ask_for_the_finder(desk: Desk) -> None:
    words = "salle mardi prochain 18h30-20h30 20 personnes vidéoprojecteur PMR"
    desk.context.navigator.open(Destination("planning", text=words))
    assert desk.finder.isVisible()
    assert desk.finder.day.value() == TUESDAY
    assert desk.finder.heads.value() == 20
    assert desk.finder.step_free.isChecked()
    desk.until(lambda: desk.finder.offers.buttons)
    assert desk.finder.offers.buttons[0].offer.room.name == "Agora B"


def test_words_that_say_no_need_leave_the_finder_as_it_was(desk: Desk) -> None:
    desk.fill(desk.finder.heads, "12")
    desk.context.navigator.open(Destination("planning", text="Nom introuvable"))
    assert desk.finder.isVisible()
    assert desk.finder.heads.value() == 12


def test_a_destination_may_name_a_room(desk: Desk) -> None:
    desk.context.navigator.open(Destination("planning", room_id=desk.room_id("BOU")))
    desk.until(lambda: desk.screen.kind == "day" and desk.view.plan is not None)
    desk.until(lambda: desk.view.place.room == desk.row_of("BOU"))


def test_names_of_people_are_dots_while_they_are_masked(desk: Desk) -> None:
    fields = (desk.form.responsible, desk.form.contact, desk.form.phone)
    desk.form.responsible.setText("Awa d’Hérouville-Test")
    desk.key(Key.Key_F12)
    assert all("Awa" not in field.displayText() for field in fields)
    desk.key(Key.Key_F12)
    assert desk.form.responsible.displayText() == "Awa d’Hérouville-Test"


def test_printing_is_a_wish_for_the_paper_of_what_is_shown(desk: Desk) -> None:
    wishes: list[Destination] = []
    desk.context.navigator.go.connect(wishes.append)
    desk.click(desk.screen.toolbar.print_plan.wide)
    desk.screen.show_view("day")
    desk.click(desk.screen.toolbar.print_plan.wide)
    assert [(one.screen, one.day, one.text) for one in wishes] == [
        ("paper", THURSDAY, "week"),
        ("paper", THURSDAY, "day"),
    ]


def test_the_present_moves_without_a_question_to_the_database(desk: Desk) -> None:
    desk.show_day(THURSDAY)
    before = desk.view.day_frame.now_x()
    desk.context.clock.set(datetime(2026, 11, 26, 11, 30))  # type: ignore[attr-defined]
    desk.screen._move_present()
    assert desk.view.day_frame.now_x() > before
    assert plainly(desk.view.shown.now.isoformat()) == "2026-11-26T11:30:00"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_planning_and_its_panel_fit_the_window(
    desk: Desk, width: int, height: int, scale: int
) -> None:
    desk.context.theme.set_scale(scale)
    desk.window.resize(width, height)
    desk.screen.panels.book(Ghost(desk.room_id("ATE"), at(18, 30, TUESDAY), at(20, 30, TUESDAY)))
    desk.rest()
    desk.form.more.setChecked(True)
    desk.rest()
    area: Any = desk.window.stack.currentWidget()
    assert desk.screen.width() <= area.viewport().width()
    assert desk.screen.height() <= area.viewport().height()
    body: Any = desk.panel.scroll_area
    assert body.widget().minimumSizeHint().width() <= body.viewport().width()
    assert desk.view.content_area().width() >= 150


def test_words_fold_away_before_anything_is_cut(desk: Desk) -> None:
    bar = desk.screen.toolbar
    assert bar.find_room.wide.isVisible()
    desk.screen.panels.book(None)
    desk.rest()
    for button in (bar.find_room, bar.book_room, bar.print_plan):
        shown = button.small if button.wide.isHidden() else button.wide
        assert bar.rect().contains(shown.geometry().translated(button.pos()))
    assert bar.find_room.small.isVisible()
    assert bar.find_room.small.toolTip().startswith("Trouver une salle")
