"""Find me a room; add an association on the way; make a series date by date."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.planning.ghost import Ghost
from tests.ui.planning.desk import CONTROL, TUESDAY, Desk, at, plainly, type_text

Key = Qt.Key


@pytest.fixture
def finder(desk: Desk) -> Desk:
    """The finder, opened by its key."""
    desk.view.setFocus()
    desk.key(Key.Key_F, CONTROL)
    return desk


def names(desk: Desk) -> list[str]:
    return [button.offer.room.name for button in desk.finder.offers.buttons]


def ask_for(desk: Desk, day: str, hours: str, heads: str = "", equipment: str = "") -> None:
    panel = desk.finder
    fields = ((panel.day, day), (panel.hours, hours), (panel.heads, heads))
    for field, words in (*fields, (panel.equipment, equipment)):
        desk.fill(field, words)


def test_rooms_are_ranked_the_smallest_sufficient_first(finder: Desk) -> None:
    ask_for(finder, "mardi prochain", "18h30 → 20.30", "20", "vidéoprojecteur")
    finder.finder.step_free.setChecked(True)
    finder.key(Key.Key_Return)
    finder.until(lambda: names(finder))
    line = finder.finder.form.rows["day"].line
    assert plainly(line.text()) == "mardi 1er décembre 2026, semaine 49"
    assert names(finder)[:3] == ["Agora B", "Agora A", "Agora (A+B)"]
    buttons = finder.finder.offers.buttons
    takeable = [one.offer.room.name for one in buttons if one.offer.can_be_taken]
    assert takeable == ["Agora B", "Agora A", "Agora (A+B)"]
    workshop = next(b for b in finder.finder.offers.buttons if b.offer.room.name == "Atelier")
    assert "Atelier est réservé de 18 h 30 à 20 h 30" in plainly(workshop.accessibleName())
    assert names(finder)[-1] == "Bureau 3"


def test_enter_searches_and_enter_again_carries_the_room_to_the_panel(finder: Desk) -> None:
    ask_for(finder, "mardi prochain", "18h30-20h30", "20", "vidéoprojecteur")
    finder.key(Key.Key_Return)
    finder.until(lambda: names(finder))
    assert finder.finder.offers.buttons[0].hasFocus()
    finder.key(Key.Key_Return)
    assert not finder.finder.isVisible()
    form = finder.form
    assert form.room.key() == finder.room_id("AGB")
    assert form.read_times() == (at(18, 30, TUESDAY), at(20, 30, TUESDAY))
    assert form.heads.text() == "20"
    assert form.equipment.text() == "vidéoprojecteur"


def test_arrows_go_down_the_rooms(finder: Desk) -> None:
    ask_for(finder, "mardi prochain", "18h30-20h30", "20")
    finder.key(Key.Key_Return)
    finder.until(lambda: names(finder))
    finder.key(Key.Key_Down)
    assert finder.finder.offers.buttons[1].hasFocus()


def test_answers_come_while_one_types(finder: Desk) -> None:
    ask_for(finder, "mardi prochain", "18h30-20h30")
    finder.until(lambda: names(finder))
    assert finder.finder.equipment.hasFocus()


@pytest.mark.parametrize(
    ("day", "hours", "heads", "field", "sentence"),
    [
        ("31/11/2026", "18h30-20h30", "20", "day", "Le 31 novembre n’existe pas."),
        ("01/12/2025", "18h30-20h30", "20", "day", "Cette date est passée."),
        ("01/12/2026", "21h-23h", "20", "hours", "Le lieu ferme à 21 h 30."),
        ("25/12/2026", "18h30-20h30", "20", "day", "Fermé : Noël."),
        (
            "01/12/2026",
            "18h30-20h30",
            "9000",
            "heads",
            "Aucune salle de cette taille (maximum 80).",
        ),
        ("01/12/2026", "18h30-20h30", "-3", "heads", "« -3 » est négatif."),
        ("01/12/2026", "18h30-20h30", "20,5", "heads", "« 20,5 » n’est pas un nombre entier."),
        ("", "18h30-20h30", "20", "day", "Indiquez un jour"),
        ("01/12/2026", "", "20", "hours", "Indiquez une heure de début et une heure de fin"),
    ],
)
def test_a_need_that_cannot_be_is_refused_at_its_field(
    finder: Desk, day: str, hours: str, heads: str, field: str, sentence: str
) -> None:
    ask_for(finder, day, hours, heads)
    finder.key(Key.Key_Return)
    finder.until(lambda: finder.finder_fault(field))
    assert finder.finder_fault(field).startswith(sentence)
    assert finder.finder.form.rows[field].field.hasFocus()
    assert finder.finder.day.text() == day
    assert finder.finder.heads.text() == heads
    assert names(finder) == []


def test_a_room_that_cannot_be_had_is_said_why_and_not_taken(finder: Desk) -> None:
    ask_for(finder, "mardi prochain", "18h30-20h30", "18")
    finder.key(Key.Key_Return)
    finder.until(lambda: names(finder))
    workshop = next(b for b in finder.finder.offers.buttons if b.offer.room.name == "Atelier")
    finder.click(workshop)
    assert finder.finder.isVisible()
    assert "Atelier est réservé" in finder.said()


def test_an_association_is_added_in_the_middle_of_a_booking(desk: Desk) -> None:
    desk.screen.panels.book(Ghost(desk.room_id("AGB"), at(18, 30, TUESDAY), at(20, 30, TUESDAY)))
    desk.fill(desk.form.title, "Première rencontre")
    field = desk.form.organisation
    desk.fill(field, "Les Voisins d’Élan")
    desk.until(field.list.isVisible)
    field.list.setCurrentRow(field.list.count() - 1)
    desk.key(Key.Key_Return)
    adding = desk.screen.panels.addition
    assert adding.isVisible()
    form = adding.form
    assert form.name.text() == "Les Voisins d’Élan"
    desk.fill(form.rna, "w759 000 199")
    desk.fill(form.siren, "000 001 009")
    assert form.rna.text() == "W759000199"
    desk.key(Key.Key_Return, CONTROL)
    row = form.form.rows["siren"]
    assert plainly(row.line.text()).startswith("Ce numéro SIREN est incorrect (clé de contrôle).")
    assert form.siren.hasFocus()
    assert form.siren.text() == "000 001 009"
    desk.fill(form.siren, "")
    desk.key(Key.Key_Return, CONTROL)
    desk.until(lambda: field.row() is not None)
    assert desk.panel.isVisible()
    assert desk.form.title.text() == "Première rencontre"
    known = desk.ask(lambda services: services.organisations.find("voisins elan"))
    assert [(one.name, one.rna) for one in known] == [("Les Voisins d’Élan", "W759000199")]


def test_a_name_near_another_may_be_taken_instead(desk: Desk) -> None:
    desk.screen.panels.book(Ghost(desk.room_id("AGB"), at(18, 30, TUESDAY), at(20, 30, TUESDAY)))
    desk.screen.panels._add("Élan du Canal nord")
    near = desk.screen.panels.addition.form.near
    desk.until(lambda: near.buttons)
    assert plainly(near.buttons[0].word()) == "Choisir Élan du Canal"
    desk.click(near.buttons[0])
    desk.until(lambda: desk.form.organisation.text() == "Élan du Canal")
    assert desk.panel.isVisible()


def test_an_rna_that_is_known_is_refused(desk: Desk) -> None:
    desk.screen.panels._add("Tout autre nom")
    form = desk.screen.panels.addition.form
    desk.fill(form.rna, "W759000019")
    desk.key(Key.Key_Return, CONTROL)
    row = form.form.rows["rna"]
    desk.until(lambda: row.field.property("faulty"))
    assert "Élan du Canal" in row.line.text()


@pytest.fixture
def series(desk: Desk) -> Desk:
    """Ateliers Ficelle, every Tuesday evening in Passerelle until 12 January."""
    desk.screen.panels.book(Ghost(desk.room_id("AGB"), at(10, 0, TUESDAY), at(11, 0, TUESDAY)))
    desk.choose_organisation("ateliers ficelle")
    desk.fill(desk.form.repeat, "chaque mardi, 18 h 30–20 h 30, Passerelle, jusqu’au 12 janvier")
    desk.until(desk.panel.series.isVisible)
    desk.rest()
    return desk


def lines(desk: Desk) -> list[str]:
    shown = desk.panel.series.list
    return [plainly(shown.item(place).text()) for place in range(shown.count())]


def test_a_series_is_seen_date_by_date_before_it_is_made(series: Desk) -> None:
    assert series.form.room.key() == series.room_id("PAS")
    assert series.form.read_times() == (at(18, 30, TUESDAY), at(20, 30, TUESDAY))
    card = series.panel.series
    assert plainly(card.summary.text()) == "6 dates à créer sur 7"
    assert "jusqu’au 12 janvier 2027" in plainly(card.told.text())
    assert [line.split(" · ")[0] for line in lines(series)] == [
        *("mar. 01/12", "mar. 08/12", "mar. 15/12", "mar. 22/12", "mar. 29/12"),
        *("mar. 05/01", "mar. 12/01"),
    ]
    assert lines(series)[4] == "mar. 29/12 · supprimée (fermeture annuelle d’hiver)"
    assert "mar. 05/01 et mar. 12/01 : Ateliers Ficelle : assurance valable" in plainly(
        card.alerts.text()
    )


def test_dates_left_out_are_not_booked_and_stay_listed(series: Desk) -> None:
    shown = series.panel.series.list
    shown.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert plainly(series.panel.series.summary.text()) == "5 dates à créer sur 7"
    series.key(Key.Key_Return, CONTROL)
    assert series.said() == "Série créée : 5 dates."
    booked = series.bookings(TUESDAY, "PAS")
    assert [row.organisation_name for row in booked] == ["Ateliers Ficelle"]
    assert series.bookings(date(2026, 12, 8), "PAS") == []
    left_out = series.booking("Ateliers Ficelle", date(2026, 12, 8))
    assert (left_out.status, left_out.reason) == ("cancelled", "skipped")
    closed = series.booking("Ateliers Ficelle", date(2026, 12, 29))
    assert closed.status == "dropped_closure"


def test_a_series_is_undone_in_one_go(series: Desk) -> None:
    series.key(Key.Key_Return, CONTROL)
    assert series.said() == "Série créée : 6 dates."
    series.view.setFocus()
    series.key(Key.Key_Z, CONTROL)
    assert series.bookings(TUESDAY, "PAS") == []
    assert series.bookings(date(2027, 1, 12), "PAS") == []


def test_taken_dates_are_shown_struck_and_cannot_be_ticked(series: Desk) -> None:
    series.colleague_books("PAS", at(19, 0, date(2026, 12, 15)), at(20, 0, date(2026, 12, 15)))
    type_text(series.form.heads, "9")
    series.until(lambda: "8/12" in lines(series)[1] and "réservée" in lines(series)[2])
    item = series.panel.series.list.item(2)
    assert not item.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert plainly(series.panel.series.summary.text()) == "5 dates à créer sur 7"


def test_a_series_without_a_free_date_is_refused_at_the_rule(desk: Desk) -> None:
    ghost = Ghost(desk.room_id("ATE"), at(18, 30, TUESDAY), at(20, 30, TUESDAY))
    desk.screen.panels.book(ghost)
    desk.fill(desk.form.title, "Trop tard")
    desk.fill(desk.form.repeat, "chaque mardi jusqu’au 15 décembre")
    desk.until(desk.panel.series.isVisible)
    desk.key(Key.Key_Return, CONTROL)
    desk.until(lambda: desk.fault("repeat"))
    assert desk.fault("repeat").startswith("Aucune des dates retenues n’est libre.")
    assert desk.form.repeat.text() == "chaque mardi jusqu’au 15 décembre"


def test_an_open_ended_rule_stops_with_the_season(desk: Desk) -> None:
    ghost = Ghost(desk.room_id("BOU"), at(18, 30, TUESDAY), at(20, 30, TUESDAY))
    desk.screen.panels.book(ghost)
    desk.fill(desk.form.title, "Toute la saison")
    desk.fill(desk.form.repeat, "chaque mardi")
    desk.until(desk.panel.series.isVisible)
    assert "jusqu’au 31 juillet 2027" in plainly(desk.panel.series.told.text())
