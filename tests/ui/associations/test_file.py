"""The file of one organisation: what is wrong, its two dates, its numbers, what comes next."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop_app.domain.bookings import Draft, Kind
from desktop_app.domain.staff import Actor, Role
from desktop_app.ui.associations.link_line import LinkLine
from tests.ui.associations.desk import COLLEAGUE, plainly

CROIX = "Croix du Sud Solidarité"
MANAGER = Actor("mdf", Role.MANAGER, may_override=True)


def insurance(desk):
    return desk.dates.fields["insurance_until"]


def echo(desk, name: str = "insurance_until") -> str:
    return plainly(desk.dates.form.rows[name].line.text())


def lines(section) -> list[LinkLine]:
    found = [section.rows.itemAt(place).widget() for place in range(section.rows.count())]
    return [widget for widget in found if isinstance(widget, LinkLine)]


# -- what is wrong, and what to do -----------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "fact", "advice"),
    [
        (CROIX, "Assurance expirée le 31 octobre 2026", "Demandez la nouvelle attestation"),
        ("Écran total", "suspendu jusqu’au 31 décembre 2026", "Aucune réservation avant"),
        ("Habitants du quai", "Dossier incomplet", "Seule une option est possible"),
        ("Secours Lumière", "Convention finie le 31 août 2026", "Faites signer"),
        ("Vélo-cargo solidaire", "L’assurance finit le 15 décembre 2026", "dès maintenant"),
        ("Fil d’Ariane", "Dossier archivé", "Plus aucune réservation"),
    ],
)
def test_an_alert_says_the_fact_and_what_to_do(desk, name, fact, advice) -> None:
    desk.look_at(name)
    assert fact in desk.words()
    assert advice in desk.words()


def test_a_file_in_order_says_so_and_nothing_more(desk) -> None:
    desk.look_at("Élan du Canal")
    assert desk.file.state_chip.text() == "À jour"
    assert "Demandez" not in desk.words()


def test_numbers_are_shown_as_people_read_them(desk) -> None:
    row = desk.stored(CROIX)
    desk.ask(
        lambda services: services.organisations.change(
            row.id, row.version, by=COLLEAGUE, phone="0639981234", email="Sud@Example.org"
        )
    )
    desk.look_at(CROIX)
    desk.until(lambda: "06 39 98 12 34" in desk.words())
    for shown in ("W759000035", "000 001 347", "sud@example.org"):
        assert shown in desk.words()


def test_one_key_hides_how_to_reach_people(desk) -> None:
    row = desk.stored(CROIX)
    desk.ask(
        lambda services: services.organisations.change(
            row.id, row.version, by=COLLEAGUE, phone="0639981234", email="sud@example.org"
        )
    )
    desk.look_at(CROIX)
    desk.until(lambda: "sud@example.org" in desk.words())
    desk.context.privacy.toggle()
    assert "sud@example.org" not in desk.words()
    assert "06 39" not in desk.words()
    assert "W759000035" in desk.words()
    desk.context.privacy.toggle()
    assert "sud@example.org" in desk.words()


def test_masked_a_discreet_association_shows_its_initials(desk) -> None:
    desk.look_at("Femmes en chemin")
    assert desk.file.discreet_chip.isVisible()
    desk.context.privacy.toggle()
    assert "Femmes en chemin" not in desk.names()
    assert plainly(desk.title()) == "F. E. C."


# -- the two dates ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1/10/27", "vendredi 1er octobre 2027"),
        ("1er octobre 2027", "vendredi 1er octobre 2027"),
        ("01.10.2027", "vendredi 1er octobre 2027"),
        ("2027-10-01", "vendredi 1er octobre 2027"),
        ("11/12", "vendredi 11 décembre 2026"),
        ("12/11", "vendredi 12 novembre 2027"),
        ("31/10/2026", "samedi 31 octobre 2026 : déjà passé"),
    ],
)
def test_a_date_is_read_back_day_first(desk, typed, read) -> None:
    desk.look_at(CROIX)
    desk.type_in(insurance(desk), typed)
    assert echo(desk) == read


def test_the_paper_brought_to_the_desk_makes_the_alert_disappear(desk) -> None:
    desk.look_at(CROIX)
    desk.list.table.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is insurance(desk)
    desk.type_in(insurance(desk), "1er octobre 2027")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.file.state_chip.text() == "À jour")
    assert desk.stored(CROIX).insurance_until == date(2027, 10, 1)
    assert desk.said() == f"{CROIX} : assurance jusqu’au 01/10/2027"
    assert desk.screen.subtitle().endswith("4 dossiers à suivre")
    assert not desk.dates.save_button.isEnabled()


def test_a_stored_date_can_be_taken_back_from_the_notice(desk) -> None:
    desk.look_at(CROIX)
    desk.type_in(insurance(desk), "1/10/27")
    desk.dates.save_button.click()
    desk.until(lambda: desk.notices)
    desk.notices[-1].action.do()
    desk.until(lambda: desk.said() == f"{CROIX} : modification annulée")
    assert desk.stored(CROIX).insurance_until == date(2026, 10, 31)
    desk.until(lambda: insurance(desk).text() == "31/10/2026")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/11/2026", "Le 31 novembre n’existe pas."),
        ("bientôt", "bientôt"),
        ("12/13/2027", "13"),
    ],
)
def test_an_impossible_date_is_refused_at_its_field(desk, typed, sentence) -> None:
    desk.look_at(CROIX)
    desk.type_in(insurance(desk), typed)
    desk.press(Qt.Key.Key_Return)
    assert sentence in desk.date_fault("insurance_until")
    assert QApplication.focusWidget() is insurance(desk)
    assert insurance(desk).text() == typed
    assert desk.stored(CROIX).insurance_until == date(2026, 10, 31)


def test_what_was_half_typed_waits_while_another_file_is_looked_at(desk) -> None:
    desk.look_at(CROIX)
    desk.type_in(insurance(desk), "1er oct")
    desk.look_at("Élan du Canal")
    assert insurance(desk).text() == "31/12/2026"
    desk.look_at(CROIX)
    assert insurance(desk).text() == "1er oct"


def test_an_emptied_date_is_a_paper_not_supplied(desk) -> None:
    desk.look_at("Élan du Canal")
    desk.type_in(desk.dates.fields["agreement_until"], "")
    desk.dates.save_button.click()
    desk.until(lambda: desk.file.state_chip.text() == "Dossier incomplet")
    assert desk.stored("Élan du Canal").agreement_until is None


def test_reset_brings_back_what_is_stored(desk) -> None:
    desk.look_at(CROIX)
    desk.type_in(insurance(desk), "bientôt")
    desk.dates.reset_button.click()
    assert insurance(desk).text() == "31/10/2026"
    assert desk.date_fault("insurance_until") == ""


# -- two desks -------------------------------------------------------------------------------


def test_two_desks_two_dates_both_are_shown_and_one_is_chosen(desk) -> None:
    desk.look_at(CROIX)
    desk.type_in(insurance(desk), "1er octobre 2027")
    desk.colleague_insures(CROIX, date(2027, 12, 31))
    desk.dates.save_button.click()
    desk.until(desk.dates.conflict.isVisible)
    words = plainly(desk.dates.conflict.words())
    assert "Modifiée par acl à 9 h 55" in words
    assert "31/12/2027" in words
    assert "1er octobre 2027" in words
    assert desk.stored(CROIX).insurance_until == date(2027, 12, 31), "never a silent overwrite"
    assert insurance(desk).text() == "1er octobre 2027"
    desk.dates.conflict.keep_button.click()
    desk.until(lambda: desk.stored(CROIX).insurance_until == date(2027, 10, 1))


def test_the_other_version_may_be_kept(desk) -> None:
    desk.look_at(CROIX)
    desk.type_in(insurance(desk), "1er octobre 2027")
    desk.colleague_insures(CROIX, date(2027, 12, 31))
    desk.dates.save_button.click()
    desk.until(desk.dates.conflict.isVisible)
    desk.dates.conflict.take_button.click()
    assert insurance(desk).text() == "31/12/2027"
    assert not desk.dates.conflict.isVisible()
    assert desk.stored(CROIX).insurance_until == date(2027, 12, 31)


def test_a_change_of_another_fact_is_no_conflict(desk) -> None:
    desk.look_at(CROIX)
    desk.type_in(desk.dates.fields["agreement_until"], "30/06/2028")
    desk.colleague_insures(CROIX, date(2027, 12, 31))
    desk.dates.save_button.click()
    desk.until(lambda: desk.stored(CROIX).agreement_until == date(2028, 6, 30))
    assert desk.stored(CROIX).insurance_until == date(2027, 12, 31)
    assert not desk.dates.conflict.isVisible()


# -- what comes next -------------------------------------------------------------------------


def test_the_series_tells_its_rule_and_its_dates(desk) -> None:
    desk.look_at("Collectif Exil-Accueil")
    (line,) = lines(desk.file.series)
    said = plainly(line.accessibleName())
    assert said == (
        "P06 · chaque jeudi, de 10 h à 13 h, Bureau 2 · 42 dates, 3 supprimées (fermeture)"
    )


def test_a_booking_leads_to_the_planning(desk) -> None:
    desk.look_at("Collectif Exil-Accueil")
    first, second = lines(desk.file.coming)[:2]
    assert plainly(first.accessibleName()).startswith("jeu. 26/11 · 10 h – 13 h, Bureau 2")
    second.setFocus()
    desk.press(Qt.Key.Key_Return)
    (going,) = desk.went
    assert (going.screen, going.day) == ("planning", date(2026, 12, 3))
    assert going.booking_id is not None


def test_a_booking_made_elsewhere_appears(desk) -> None:
    desk.look_at("Élan du Canal")
    assert "Aucune réservation à venir." in desk.words()
    row = desk.stored("Élan du Canal")

    def book(services):
        from datetime import datetime

        room = services.venue.venue().by_code["AGB"]
        draft = Draft(
            room.id,
            datetime(2026, 12, 1, 18, 30),
            datetime(2026, 12, 1, 20, 30),
            Kind.MEETING,
            "Assemblée",
            organisation_id=row.id,
        )
        return services.bookings.book(draft, by=MANAGER)

    desk.ask(book)
    desk.until(lambda: "mar. 01/12 · 18 h 30 – 20 h 30" in desk.words())
    assert "Agora B · Assemblée" in desk.words()


# -- for the ear, and at any size ------------------------------------------------------------


def test_every_control_has_a_name_and_a_role(desk) -> None:
    desk.look_at("Collectif Exil-Accueil")
    for part in (desk.list, desk.file):
        for widget in part.findChildren(object):
            if getattr(widget, "focusPolicy", None) and widget.isVisibleTo(part):
                if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                    continue
                spoken = QAccessible.queryAccessibleInterface(widget)
                assert spoken.text(QAccessible.Text.Name), widget


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_wider_than_the_panel(desk, scale) -> None:
    desk.context.theme.set_scale(scale)
    for name in (CROIX, "Collectif Exil-Accueil", "Femmes en chemin"):
        desk.look_at(name)
        desk.rest()
        inner = desk.file.scroll_area.widget()
        assert inner.minimumSizeHint().width() <= desk.file.scroll_area.viewport().width()
