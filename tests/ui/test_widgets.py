"""The small parts: named for screen readers, worked by keyboard, whole at twice the text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.ui.privacy import Privacy, initials
from desktop_app.ui.widgets import (
    Button,
    Card,
    Chip,
    CountField,
    DateField,
    ElidedLabel,
    EmptyState,
    Form,
    FormRow,
    Gauge,
    HoursField,
    PersonLabel,
    RingGauge,
    SegmentedControl,
    SidePanel,
    Text,
    TimeField,
)
from desktop_app.ui.widgets.gauge import tone_of
from desktop_app.ui.widgets.keys import say_keys
from tests.ui.typing_keys import press


@pytest.fixture
def panel(qtbot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def put(panel, *widgets: QWidget) -> None:
    for widget in widgets:
        panel.layout().addWidget(widget)
        widget.show()


def spoken(widget: QWidget) -> tuple[str, QAccessible.Role]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.role()


def test_a_button_is_a_button_with_its_word(panel, theme) -> None:
    button = Button(theme, "Réserver & prévenir", icon="check", tone="primary")
    put(panel, button)
    assert spoken(button) == ("Réserver & prévenir", QAccessible.Role.Button)


def test_an_icon_alone_says_its_word_to_the_ear_and_the_mouse(panel, theme) -> None:
    button = Button(theme, "Fermer", icon="x", icon_only=True, keys="Esc")
    put(panel, button)
    assert spoken(button)[0] == "Fermer"
    assert button.toolTip() == "Fermer\u00a0(Échap)"


def test_a_busy_button_ignores_presses_and_keeps_the_focus(panel, theme, qtbot) -> None:
    button = Button(theme, "Sauvegarder", keys="Ctrl+S")
    put(panel, button)
    clicked = QSignalSpy(button.clicked)
    button.setFocus()
    button.set_busy(True)
    press(panel, Qt.Key.Key_Return)
    press(panel, Qt.Key.Key_Space)
    press(panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (clicked.count(), button.hasFocus()) == (0, True)
    button.set_busy(False)
    press(panel, Qt.Key.Key_Return)
    assert clicked.count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_obeys_space_and_enter(panel, theme, key) -> None:
    button = Button(theme, "Accueillir")
    put(panel, button)
    clicked = QSignalSpy(button.clicked)
    button.setFocus()
    press(panel, key)
    assert clicked.count() == 1


def test_its_key_presses_it_unless_the_window_owns_it(panel, theme) -> None:
    own = Button(theme, "Réserver", keys="Ctrl+Return")
    shown = Button(theme, "Café", keys="F1", binds_keys=False)
    put(panel, own, shown)
    first, second = QSignalSpy(own.clicked), QSignalSpy(shown.clicked)
    press(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(panel, Qt.Key.Key_F1)
    assert (first.count(), second.count()) == (1, 0)


def test_the_ring_shows_what_has_the_focus(panel, theme) -> None:
    button, other = Button(theme, "Un", tone="primary"), Button(theme, "Deux")
    put(panel, button, other)
    other.setFocus()
    edge = QPoint(button.width() // 2, 0)
    assert button.grab().toImage().pixelColor(edge) != theme.colour("focus")
    button.setFocus()
    assert button.grab().toImage().pixelColor(edge) == theme.colour("focus")


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_word_is_clipped_at_any_text_size(panel, theme, scale) -> None:
    theme.set_scale(scale)
    button = Button(theme, "Imprimer la journée", icon="printer", keys="Ctrl+P", binds_keys=False)
    chip = Chip(theme, "Sauvegardé 11 h 30", "ok", "check")
    put(panel, button, chip)
    word = theme.metrics("strong").horizontalAdvance("Imprimer la journée")
    assert button.sizeHint().width() > word + theme.px(18)
    assert button.sizeHint().height() >= theme.metrics("strong").height()
    assert chip.height() >= theme.metrics("small_strong").height()
    assert chip.width() > theme.metrics("small_strong").horizontalAdvance(chip.text())


def test_a_narrow_button_gives_up_its_key_cap_but_not_its_word(panel, theme) -> None:
    button = Button(theme, "Réserver", keys="Ctrl+Return")
    put(panel, button)
    button.resize(button.minimumSizeHint())
    assert "Ctrl" in button.toolTip()
    button.resize(button.sizeHint())
    assert button.toolTip() == ""


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Ctrl+Shift+Z", "Ctrl\u00a0Maj\u00a0Z"),
        ("Ctrl++", "Ctrl\u00a0+"),
        ("Ctrl+Return", "Ctrl\u00a0⏎"),
        ("F12", "F12"),
    ],
)
def test_keys_are_named_as_on_the_keyboard(keys, said) -> None:
    assert say_keys(keys) == said


def test_a_segment_is_chosen_by_arrows_and_told_once(panel, theme) -> None:
    control = SegmentedControl(theme, "Vue", [("day", "Jour"), ("week", "Semaine")])
    put(panel, control)
    told = QSignalSpy(control.chosen)
    segment = control._segments["day"]
    segment.setFocus()
    press(panel, Qt.Key.Key_Right)
    assert (control.current(), told.count(), told.at(0)) == ("week", 1, ["week"])
    control.choose("day")
    assert (control.current(), told.count()) == ("day", 1)
    assert spoken(segment) == ("Jour", QAccessible.Role.RadioButton)


def test_a_card_says_its_title(panel, theme) -> None:
    card = Card(theme, "À accueillir")
    put(panel, card)
    assert card.accessibleName() == "À accueillir"


def test_escape_and_the_cross_close_a_side_panel(panel, theme, qtbot) -> None:
    side = SidePanel(theme, "Nouvelle réservation")
    field = QLineEdit()
    side.body.addWidget(field)
    put(panel, side)
    field.setFocus()
    with qtbot.waitSignal(side.closed):
        press(panel, Qt.Key.Key_Escape)
    assert not side.isVisible()
    side.show()
    with qtbot.waitSignal(side.closed):
        side.cross.click()


def test_what_people_typed_is_never_markup(panel, theme) -> None:
    label = Text(theme, "<b>Réunion</b>")
    put(panel, label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    short = ElidedLabel(theme, "<b>Réunion des bénévoles</b>")
    short.setFixedWidth(60)
    put(panel, short)
    assert short.toolTip() == "<span>&lt;b&gt;Réunion des bénévoles&lt;/b&gt;</span>"


def test_a_long_name_ends_in_dots_and_says_all_in_a_tooltip(panel, theme) -> None:
    label = ElidedLabel(theme, "Collectif des habitants du canal Saint-Martin")
    label.setFixedWidth(100)
    put(panel, label)
    assert label.toolTip() == label.text()
    label.setFixedWidth(600)
    QTest.qWait(1)
    assert label.toolTip() == ""


def test_a_name_masks_itself(panel, theme) -> None:
    privacy = Privacy()
    label = PersonLabel(theme, privacy, "Aïcha Ben Salem")
    put(panel, label)
    privacy.set_masked(True)
    assert label.text() == "A.\u00a0B.\u00a0S."
    assert spoken(label)[0] == label.text()
    label.set_name("Éric d’Aubigny")
    assert label.text() == "É.\u00a0D.\u00a0A."
    privacy.toggle()
    assert label.text() == "Éric d’Aubigny"


def test_initials_of_nobody_are_nothing() -> None:
    assert initials("  ") == ""


@pytest.mark.parametrize(
    ("value", "maximum", "tone"),
    [(0, 180, "ok"), (161, 180, "ok"), (162, 180, "warning"), (180, 180, "error"), (5, 0, "ok")],
)
def test_a_gauge_warns_before_it_is_full(value, maximum, tone) -> None:
    assert tone_of(value, maximum) == tone


def test_a_gauge_says_its_numbers(panel, theme) -> None:
    bar, ring = Gauge(theme, "Jauge du lieu"), RingGauge(theme, "Présents")
    put(panel, bar, ring)
    bar.set_values(84, 180)
    ring.set_values(19, 25)
    assert bar.accessibleName() == "Jauge du lieu\u00a0: 84\u00a0/\u00a0180"
    assert QColor(bar.grab().toImage().pixelColor(3, bar.height() // 2)) == theme.colour("ok")


def test_an_empty_place_offers_a_way_out(panel, theme, qtbot) -> None:
    empty = EmptyState(theme, "calendar-days", "Rien aujourd’hui", "Réservez.", verb="Réserver")
    put(panel, empty)
    assert empty.button is not None
    assert empty.accessibleName() == "Rien aujourd’hui"


# -- forms ----------------------------------------------------------------------------------


@pytest.fixture
def form(panel, theme, context) -> Form:
    made = Form()
    made.add("day", FormRow(theme, "Date", DateField(context.clock)))
    made.add("start", FormRow(theme, "Début", TimeField()))
    made.add("hours", FormRow(theme, "Horaire", HoursField()))
    made.add("heads", FormRow(theme, "Participants", CountField(), hint="Formateur compris."))
    made.add("title", FormRow(theme, "Objet", QLineEdit()))
    for row in made.rows.values():
        put(panel, row)
    return made


def test_a_date_is_echoed_with_its_weekday_and_week(form) -> None:
    row = form.rows["day"]
    row.field.setText("1/12")
    assert row.line.text() == "mardi 1er\u00a0décembre 2026, semaine\u00a049"
    assert row.field.accessibleDescription() == row.line.text()


def test_a_time_is_read_as_people_type_it(form) -> None:
    row = form.rows["start"]
    row.field.setText("18h30")
    assert (row.field.reading().hour, row.line.text()) == (18, "18\u00a0h\u00a030")
    row = form.rows["hours"]
    row.field.setText("9h-12h30")
    assert row.line.text() == "9\u00a0h – 12\u00a0h\u00a030"


def test_nothing_is_complained_of_while_one_types(form) -> None:
    row = form.rows["start"]
    row.field.setFocus()
    row.field.setText("18h300")
    assert (row.line.isVisible(), row.field.reading()) == (False, None)
    form.rows["title"].field.setFocus()
    assert row.line.isVisible()
    assert row.field.property("faulty") is True
    assert row.field.text() == "18h300", "what was typed is kept"
    row.field.setText("18h30")
    assert row.field.property("faulty") is False


def test_a_refusal_goes_to_its_field_with_the_focus(form, panel) -> None:
    refusal = Refusal("count_negative", field="heads", text="-3")
    assert form.show_refusal(refusal)
    row = form.rows["heads"]
    assert row.field.hasFocus()
    assert row.line.text() not in ("", "Formateur compris.")
    assert row.field.accessibleDescription() == row.line.text()
    form.clear_faults()
    assert row.line.text() == "Formateur compris."


def test_a_refusal_without_a_field_is_left_to_the_screen(form) -> None:
    assert not form.show_refusal(Refusal("role_forbidden"))


def test_typing_again_takes_the_red_away(form) -> None:
    row = form.rows["title"]
    row.show_fault("Donnez un objet.")
    row.field.textEdited.emit("R")
    assert row.line.text() == ""
    assert row.field.property("faulty") is False


def test_a_field_is_named_by_its_label(form) -> None:
    assert spoken(form.rows["heads"].field)[0] == "Participants"


def test_a_value_is_written_as_people_write_it_and_read_back(form, context) -> None:
    field = form.rows["day"].field
    field.set_value(context.clock.today())
    assert (field.text(), field.value()) == ("26/11/2026", context.clock.today())
    field.set_value(None)
    assert field.value() is None
