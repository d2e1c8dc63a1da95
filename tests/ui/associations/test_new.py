"""A new organisation, or its facts changed: each refusal on its field, nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.associations.desk import COLLEAGUE, CONTROL, plainly


def start(desk) -> None:
    desk.list.new_button.click()
    desk.until(desk.edit.isVisible)


def fill(desk, **typed: str) -> None:
    for name, text in typed.items():
        desk.type_in(getattr(desk.form, name), text)


def test_a_new_association_by_keyboard_alone(desk) -> None:
    desk.list.search.setFocus()
    desk.press(Qt.Key.Key_N, CONTROL)
    assert QApplication.focusWidget() is desk.form.name
    fill(
        desk,
        name="Les Marmites",
        rna="w759 000 099",
        siren="000001008",
        phone="+33 (0)6 39 98 12 34",
        email="Marmites@Example.org",
    )
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.until(lambda: desk.title() == "Les Marmites")
    row = desk.stored("Les Marmites")
    assert (row.rna, row.siren) == ("W759000099", "000001008")
    assert (row.phone, row.email) == ("+33639981234", "marmites@example.org")
    assert desk.said() == "Les Marmites : fiche créée"
    assert desk.list.table.current_row().row.id == row.id
    assert desk.screen.side.currentWidget() is desk.file


def test_numbers_take_their_form_when_the_field_is_left(desk) -> None:
    start(desk)
    fill(desk, rna="w759 000 099", siren="000001008", phone="0639981234", email="")
    assert desk.form.rna.text() == "W759000099"
    assert plainly(desk.form.siren.text()) == "000 001 008"
    assert plainly(desk.form.phone.text()) == "06 39 98 12 34"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "", "Indiquez le nom de l’association."),
        ("rna", "W12", "n’est pas un numéro RNA"),
        ("rna", "W759000035", "déjà celui de Croix du Sud Solidarité"),
        ("siren", "000 001 009", "Ce numéro SIREN est incorrect (clé de contrôle)"),
        ("siren", "12", "il faut neuf chiffres"),
        ("phone", "06 39 98 12", "il faut dix chiffres"),
        ("email", "jean@", "n’est pas une adresse e-mail"),
    ],
)
def test_a_refusal_is_said_at_its_field_with_the_focus(desk, field, typed, sentence) -> None:
    before = len(desk.names())
    start(desk)
    fill(desk, **({"name": "Les Marmites", "note": "vu le 26"} | {field: typed}))
    desk.edit.save_button.click()
    desk.until(lambda: desk.fault(field))
    assert sentence in desk.fault(field)
    assert QApplication.focusWidget() is getattr(desk.form, field)
    assert getattr(desk.form, field).text() == typed
    assert desk.form.note.toPlainText() == "vu le 26"
    assert desk.edit.save_button.isEnabled()
    assert len(desk.ask(lambda services: services.organisations.everyone())) == before


def test_every_fault_is_said_at_once_and_the_first_has_the_focus(desk) -> None:
    start(desk)
    fill(desk, name="Les Marmites", siren="12", phone="06", email="jean@")
    desk.edit.save_button.click()
    assert all(desk.fault(name) for name in ("siren", "phone", "email"))
    assert QApplication.focusWidget() is desk.form.siren
    desk.type_in(desk.form.siren, "000 001 008")
    assert desk.fault("siren") == ""


def test_a_name_too_long_and_a_note_too_long(desk) -> None:
    start(desk)
    fill(desk, name="Les Marmites", note="x" * 401)
    desk.edit.save_button.click()
    desk.until(lambda: desk.fault("note"))
    assert "400 caractères au plus" in desk.fault("note")


def test_a_nearly_known_name_is_hinted_at_and_opens_the_known_one(desk) -> None:
    start(desk)
    fill(desk, name="elan du canal")
    desk.until(desk.form.near.isVisible)
    words = [plainly(button.word()) for button in desk.form.near.buttons]
    assert words == ["Choisir Élan du Canal", "Choisir Elan du canal 20e"]
    desk.form.near.buttons[0].click()
    desk.until(lambda: desk.title() == "Élan du Canal")
    assert desk.screen.side.currentWidget() is desk.file


def test_a_nearly_known_name_is_never_refused(desk) -> None:
    start(desk)
    fill(desk, name="Elan du canal")
    desk.until(desk.form.near.isVisible)
    desk.edit.save_button.click()
    desk.until(lambda: desk.said() == "Elan du canal : fiche créée")


def test_closing_the_panel_loses_nothing_and_cancel_gives_up(desk) -> None:
    start(desk)
    fill(desk, name="Les Marmites", siren="000 001")
    desk.press(Qt.Key.Key_Escape)
    assert desk.screen.side.currentWidget() is desk.file
    start(desk)
    assert (desk.form.name.text(), desk.form.siren.text()) == ("Les Marmites", "000 001")
    desk.edit.cancel_button.click()
    start(desk)
    assert (desk.form.name.text(), desk.form.siren.text()) == ("", "")


def test_a_new_one_half_typed_waits_while_a_known_one_is_changed(desk) -> None:
    start(desk)
    fill(desk, name="Les Marmites")
    desk.press(Qt.Key.Key_Escape)
    desk.look_at("Élan du Canal")
    desk.file.identity.edit_button.click()
    assert desk.form.name.text() == "Élan du Canal"
    desk.press(Qt.Key.Key_Escape)
    start(desk)
    assert desk.form.name.text() == "Les Marmites"


def test_facts_of_a_known_one_are_changed(desk) -> None:
    desk.look_at("Élan du Canal")
    desk.press(Qt.Key.Key_E, CONTROL)
    fill(desk, phone="06 39 98 12 34")
    desk.form.discreet.click()
    desk.edit.save_button.click()
    desk.until(lambda: desk.said() == "Élan du Canal : fiche enregistrée")
    row = desk.stored("Élan du Canal")
    assert (row.phone, row.discreet) == ("+33639981234", True)
    desk.until(lambda: "06 39 98 12 34" in desk.words())


def test_two_desks_change_the_same_fact_and_both_versions_are_shown(desk) -> None:
    desk.look_at("Élan du Canal")
    row = desk.stored("Élan du Canal")
    desk.file.identity.edit_button.click()
    fill(desk, phone="06 39 98 12 34")
    listeners = desk.context.services.database.listeners
    listeners.clear()
    desk.ask(
        lambda services: services.organisations.change(
            row.id, row.version, by=COLLEAGUE, phone="01 99 00 12 34"
        )
    )
    desk.edit.save_button.click()
    desk.until(desk.edit.conflict.isVisible)
    words = plainly(desk.edit.conflict.words())
    assert "Téléphone : enregistré 01 99 00 12 34, votre saisie 06 39 98 12 34." in words
    assert desk.stored("Élan du Canal").phone == "+33199001234"
    desk.edit.conflict.keep_button.click()
    desk.until(lambda: desk.stored("Élan du Canal").phone == "+33639981234")


def test_typing_a_contact_is_hidden_while_names_are_masked(desk) -> None:
    start(desk)
    desk.context.privacy.toggle()
    desk.type_in(desk.form.phone, "0639981234")
    assert desk.form.phone.echoMode() == QLineEdit.EchoMode.Password
    assert desk.form.form.rows["phone"].line.text() == ""
    desk.context.privacy.toggle()
    assert desk.form.phone.echoMode() == QLineEdit.EchoMode.Normal


def test_a_role_without_the_right_is_told_so(desk) -> None:
    from desktop_app.domain.staff import Actor, Role

    desk.context.actor = Actor("jnk", Role.TRAINING)
    start(desk)
    fill(desk, name="Les Marmites")
    desk.edit.save_button.click()
    desk.until(lambda: desk.notices)
    assert desk.form.name.text() == "Les Marmites"
    assert desk.edit.save_button.isEnabled()


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_wider_than_the_form(desk, scale) -> None:
    desk.context.theme.set_scale(scale)
    start(desk)
    fill(desk, name="elan du canal", siren="12", phone="06 39", email="jean@")
    desk.until(desk.form.near.isVisible)
    desk.edit.save_button.click()
    inner = desk.edit.scroll_area.widget()
    assert inner.minimumSizeHint().width() <= desk.edit.scroll_area.viewport().width()
    desk.qtbot.waitUntil(lambda: not desk.form.siren.visibleRegion().isEmpty(), timeout=3000)
