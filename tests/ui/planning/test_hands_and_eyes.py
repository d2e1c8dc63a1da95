"""The booking panel under the hand and the eye: the wheel, Tab, what is in sight, who is named."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.widgets import ChoiceField
from tests.ui.planning.desk import CONTROL, THURSDAY, TUESDAY, Desk, at, plainly

Key = Qt.Key


def turn_wheel(desk: Desk, widget: QWidget, notches: int = -2) -> None:
    """The wheel of a mouse that rests on the widget, towards oneself."""
    middle = widget.mapTo(desk.window, widget.rect().center())
    QTest.wheelEvent(desk.window.windowHandle(), QPointF(middle), QPoint(0, 120 * notches))
    desk.rest()


def open_booking(desk: Desk, title: str, day: date = THURSDAY) -> None:
    row = desk.booking(title, day)
    desk.screen.panels.open_booking(row.id)
    desk.until(lambda: desk.panel.row is not None and desk.panel.row.id == row.id)
    desk.rest()


def open_new(desk: Desk, day: date = TUESDAY) -> None:
    desk.screen.panels.book(Ghost(desk.room_id("AGB"), at(18, 30, day), at(20, 30, day)))
    desk.rest()


def is_in_sight(desk: Desk, part: QWidget) -> bool:
    view = desk.panel.scroll_area.viewport()
    return view.rect().contains(part.mapTo(view, part.rect().center()))


def test_the_wheel_scrolls_the_panel_and_changes_no_choice(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.form.more.click()
    desk.rest()
    bar = desk.panel.scroll_area.verticalScrollBar()
    for choice in desk.panel.findChildren(ChoiceField):
        if not choice.isVisible():
            continue
        desk.panel.scroll_area.ensureWidgetVisible(choice)
        before, place = choice.currentIndex(), bar.value()
        turn_wheel(desk, choice, -2 if place < bar.maximum() else 2)
        assert choice.currentIndex() == before
        assert not choice.hasFocus()
        assert bar.value() != place
    assert not desk.form.is_touched


def test_the_wheel_turns_a_choice_that_has_the_focus(desk: Desk) -> None:
    open_new(desk)
    kind = desk.form.kind
    kind.setFocus()
    turn_wheel(desk, kind, -1)
    assert kind.currentIndex() == 1


def test_another_booking_opens_at_its_top(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.form.more.click()
    desk.rest()
    bar = desk.panel.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not is_in_sight(desk, desk.panel.cancel_it)
    open_booking(desk, "P07")
    assert is_in_sight(desk, desk.panel.cancel_it)


def test_more_details_are_shown_where_one_looks(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.form.more.setFocus()
    desk.key(Key.Key_Return)
    assert is_in_sight(desk, desk.form.layout_choice)
    assert is_in_sight(desk, desk.form.equipment)


def test_tab_goes_down_the_form_as_one_reads_it(desk: Desk) -> None:
    open_new(desk)
    form = desk.form
    desk.fill(form.repeat, "chaque mardi, jusqu’au 12 janvier")
    desk.until(desk.panel.series.isVisible)
    seen = []
    for _stop in range(3):
        desk.key(Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [desk.panel.series.list, form.status._segments["confirmed"], form.more]
    desk.key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is form.status._segments["confirmed"]


def test_tab_stops_on_the_state_that_is_taken(desk: Desk) -> None:
    open_new(desk)
    desk.form.status.choose("option")
    desk.form.more.setFocus()
    desk.key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is desk.form.status._segments["option"]


@pytest.mark.parametrize("scale", [100, 200])
def test_every_choice_of_the_dates_touched_is_whole(desk: Desk, scale: int) -> None:
    desk.context.theme.set_scale(scale)
    open_booking(desk, "P06")
    choice = desk.panel.scope.choice
    choice.showPopup()
    desk.until(choice.view().isVisible)
    view = choice.view()
    last = view.visualRect(view.model().index(choice.count() - 1, 0))
    assert last.top() >= 0
    assert last.bottom() <= view.viewport().rect().bottom()
    choice.hidePopup()


def test_what_was_booked_for_another_week_is_shown(desk: Desk) -> None:
    open_new(desk, TUESDAY)
    desk.choose_organisation("canal 20")
    desk.key(Key.Key_Return, CONTROL)
    desk.until(lambda: TUESDAY in desk.view.shown.days)
    (row,) = desk.bookings(TUESDAY, "AGB")
    desk.until(lambda: row.id in desk.view.shown.by_id)
    assert (desk.screen.kind, desk.screen.day) == ("week", TUESDAY)


def test_one_who_looks_at_days_goes_on_looking_at_days(desk: Desk) -> None:
    desk.show_day(THURSDAY)
    open_new(desk, TUESDAY)
    desk.choose_organisation("canal 20")
    desk.key(Key.Key_Return, CONTROL)
    desk.until(lambda: desk.view.shown.days == (TUESDAY,))
    assert desk.screen.kind == "day"


def test_a_series_is_shown_at_its_first_date(desk: Desk) -> None:
    open_new(desk, TUESDAY)
    desk.choose_organisation("canal 20")
    desk.fill(desk.form.repeat, "chaque mardi, jusqu’au 12 janvier")
    desk.until(desk.panel.series.isVisible)
    desk.key(Key.Key_Return, CONTROL)
    desk.until(lambda: TUESDAY in desk.view.shown.days)


def test_the_names_of_a_discreet_booking_are_shown_on_demand(desk: Desk) -> None:
    open_booking(desk, "P07")
    form, names = desk.form, desk.form.names
    organisation = form.organisation.row()
    assert organisation is not None
    whole = organisation.name
    for field in (form.organisation, form.title):
        assert field.echoMode() == QLineEdit.EchoMode.Password
        assert whole not in field.displayText()
    assert desk.panel.title.text() == "Permanence"
    names.reveal.setFocus()
    desk.key(Key.Key_Return)
    assert form.organisation.displayText() == whole
    assert not names.isVisible()
    assert QApplication.focusWidget() is form.organisation
    open_booking(desk, "P06")
    assert not names.isVisible()
    open_booking(desk, "P07")
    assert form.organisation.displayText() != whole


def test_saving_a_discreet_booking_unseen_keeps_its_names(desk: Desk) -> None:
    open_booking(desk, "P07")
    before = desk.panel.row
    assert before is not None
    desk.fill(desk.form.heads, "2")
    desk.click(desk.panel.save)
    after = desk.booking("P07")
    assert after.heads == 2
    assert (after.title, after.organisation_id) == (before.title, before.organisation_id)


def test_a_near_name_is_told_before_the_file(desk: Desk) -> None:
    open_new(desk)
    field = desk.form.organisation
    desk.fill(field, "elan")
    desk.until(field.list.isVisible)
    second = plainly(field.list.item(0).text()).splitlines()[1]
    assert second.startswith("nom proche de « Elan du canal 20e »")
    QTest.keyClick(field, Key.Key_Escape)


def test_no_room_is_taken_before_one_is_chosen(desk: Desk) -> None:
    desk.screen.panels.book(None)
    desk.rest()
    form = desk.form
    assert form.room.currentIndex() == -1
    form.title.setText("Accueil")
    desk.fill(form.day, "01/12/2026")
    desk.fill(form.hours, "18h30-20h30")
    desk.key(Key.Key_Return, CONTROL)
    assert desk.fault("room") == "Choisissez une salle."
    assert form.room.hasFocus()
    form.room.choose(desk.room_id("AGB"))
    desk.key(Key.Key_Return, CONTROL)
    assert [row.title for row in desk.bookings(TUESDAY, "AGB")] == ["Accueil"]
