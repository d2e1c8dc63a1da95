"""The list of organisations: found however typed, their state in words, those to look after."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.staff import Actor, Role
from desktop_app.ui.associations import AssociationsScreen
from desktop_app.ui.associations.list_panel import AGREEMENT, INSURANCE, KIND, STATE
from desktop_app.ui.navigation import Destination
from tests.ui.associations.desk import AssociationsDesk, plainly

DEMONSTRATION_TO_CARE_FOR = {
    "Croix du Sud Solidarité": "Assurance expirée",
    "Écran total": "Suspendue",
    "Habitants du quai": "Dossier incomplet",
    "Secours Lumière": "Convention finie",
    "Vélo-cargo solidaire": "À renouveler",
}


def cell(desk: AssociationsDesk, place: int, column: int) -> str:
    return desk.list.table.model().index(place, column).data()


def test_every_organisation_is_listed_in_the_order_of_the_alphabet(desk) -> None:
    names = desk.names()
    assert len(names) == len(desk.ask(lambda services: services.organisations.everyone()))
    assert names.index("Écran total") < names.index("Élan du Canal") < names.index("Fil d’Ariane")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("exil", "Collectif Exil-Accueil"),
        ("oeuvre", "Œuvre des petits matins"),
        ("CROIX sud", "Croix du Sud Solidarité"),
        ("sud croix", "Croix du Sud Solidarité"),
        ("a35", "Croix du Sud Solidarité"),
        ("W759000035", "Croix du Sud Solidarité"),
        ("000 001 347", "Croix du Sud Solidarité"),
    ],
)
def test_the_search_box_narrows_the_list_and_shows_the_first(desk, typed, first) -> None:
    desk.type_in(desk.list.search, typed)
    assert desk.names() == [first]
    desk.until(lambda: desk.title() == first)


def test_two_names_that_are_nearly_the_same_are_both_found(desk) -> None:
    desk.type_in(desk.list.search, "elan du canal")
    assert desk.names() == ["Élan du Canal", "Elan du canal 20e"]


def test_what_nobody_answers_to_can_be_created_with_the_words_typed(desk) -> None:
    desk.type_in(desk.list.search, "Les Marmites")
    assert desk.list.pages.currentWidget() is desk.list.no_match
    desk.list.no_match.button.click()
    assert desk.form.name.text() == "Les Marmites"
    assert desk.screen.side.currentWidget() is desk.edit


def test_those_to_look_after_are_one_key_away_with_their_state_in_words(desk) -> None:
    desk.list.filter._segments["care"].click()
    states = {cell(desk, place, 0): cell(desk, place, STATE) for place in range(5)}
    assert states == DEMONSTRATION_TO_CARE_FOR
    icons = {
        desk.list.table.model().index(place, STATE).data(Qt.ItemDataRole.DecorationRole).cacheKey()
        for place in range(5)
    }
    assert len(icons) == 5, "colour alone would tell states apart"


def test_sorted_by_state_the_gravest_come_first(desk) -> None:
    desk.list.table.sort_by(STATE)
    assert [cell(desk, place, STATE) for place in range(5)] == [
        "Suspendue",
        "Assurance expirée",
        "Convention finie",
        "Dossier incomplet",
        "À renouveler",
    ]


def test_the_archived_are_apart_and_still_found(desk) -> None:
    desk.list.filter._segments["archived"].click()
    assert desk.names() == ["Fil d’Ariane"]
    desk.list.filter._segments["all"].click()
    assert "Fil d’Ariane" in desk.names()


def test_the_alerts_are_those_of_the_home_screen(desk) -> None:
    today = desk.context.clock.today()
    alerts = desk.ask(lambda services: services.organisations.alerts(today))
    listed = {(line.row.id, matter.code) for line in desk.screen.lines for matter in line.matters}
    assert {(alert.organisation_id, alert.code) for alert in alerts} <= listed


def test_the_subtitle_counts(desk) -> None:
    assert desk.screen.subtitle().endswith("5 dossiers à suivre")


def test_a_destination_chooses_its_organisation_whatever_hides_it(desk) -> None:
    desk.type_in(desk.list.search, "exil")
    wanted = desk.stored("Croix du Sud Solidarité")
    desk.screen.open(Destination("associations", organisation_id=wanted.id))
    desk.until(lambda: desk.title() == "Croix du Sud Solidarité")
    assert desk.list.table.current_row().row.id == wanted.id


def test_a_destination_before_the_first_reading_is_kept(qtbot, context, services) -> None:
    screen = AssociationsScreen(context)
    qtbot.addWidget(screen)
    screen.open(Destination("associations", organisation_id=35))
    screen.resize(1270, 700)
    screen.show()
    desk = AssociationsDesk(qtbot, context, screen)
    desk.until(lambda: desk.file.file is not None and desk.file.file.row.id == 35)


def test_what_another_desk_adds_appears(desk) -> None:
    desk.ask(
        lambda services: services.organisations.add(
            "Les Marmites", "association", by=Actor("acl", Role.RECEPTION)
        )
    )
    desk.until(lambda: "Les Marmites" in desk.names())


def test_from_the_search_box_down_to_the_list_and_back(desk) -> None:
    desk.list.search.setFocus()
    desk.type_in(desk.list.search, "elan")
    desk.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is desk.list.table
    desk.press(Qt.Key.Key_Down)
    desk.until(lambda: desk.title() == "Elan du canal 20e")
    desk.list.search.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.list.search.text() == ""
    assert len(desk.names()) > 30


def test_an_empty_venue_says_what_to_do_first(qtbot, context, empty_house) -> None:
    screen = AssociationsScreen(context)
    qtbot.addWidget(screen)
    desk = AssociationsDesk(qtbot, context, screen)
    assert desk.list.pages.currentWidget() is desk.list.nobody
    assert desk.list.nobody.isVisible()
    assert not desk.screen.side.isVisible()
    assert "« Nouvelle association »" in plainly(desk.list.nobody.sentence.text())
    assert desk.list.nobody.button is not None
    desk.list.nobody.button.click()
    assert desk.went == [Destination("welcome")]


def test_a_narrow_list_gives_up_what_the_panel_says_anyway(desk) -> None:
    table = desk.list.table
    assert not any(map(table.isColumnHidden, (KIND, INSURANCE, AGREEMENT, STATE)))
    desk.context.theme.set_scale(200)
    desk.rest()
    assert table.isColumnHidden(KIND)
    assert table.isColumnHidden(AGREEMENT)
    assert not table.isColumnHidden(INSURANCE)
    assert not table.isColumnHidden(STATE)


def test_at_twice_the_text_size_one_place_shows_list_or_file(desk) -> None:
    desk.context.theme.set_scale(200)
    desk.rest()
    assert desk.list.isVisible()
    assert not desk.screen.side.isVisible()
    desk.list.table.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.screen.side.isVisible()
    assert not desk.list.isVisible()
    desk.file.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.list.isVisible()
    assert not desk.screen.side.isVisible()
