"""The list of sessions: today's first, the way to each station, nothing without words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.navigation import Destination
from desktop_app.ui.notices import Notice
from desktop_app.ui.trainings.screen import TrainingsScreen
from tests.builders import THURSDAY, a_session
from tests.ui.houses import ask
from tests.ui.typing_keys import press


@pytest.fixture
def listed(qtbot, context, arrivals, services, session_id) -> TrainingsScreen:
    """The screen on its list; another session tonight, one tomorrow, one last week."""

    def work() -> None:
        a_session(services, "PAS", "18:30-20:30", title="Responsable d’équipe")
        a_session(services, "PAS", "10:00-12:00", title="Demain", day=THURSDAY + timedelta(days=1))

    ask(qtbot, context, work)
    made = TrainingsScreen(context, arrivals)
    qtbot.addWidget(made)
    context.navigator.go.connect(made.open)
    made.resize(1240, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made.list.facts is not None)
    return made


def test_todays_sessions_come_first_with_their_counts_and_their_state(listed):
    first, second = (line for line in listed.list.today_rows if line.isVisible())
    assert first.hours.text() == "14\u00a0h – 17\u00a0h"
    assert first.facts.text() == "Agora B · 10 inscriptions · 1 en attente"
    assert (first.state.text(), second.state.text()) == (
        "Pointage ouvert",
        "Ouvre à 18\u00a0h\u00a015",
    )
    assert listed.subtitle() == "2 sessions aujourd’hui"
    assert [row.title for row in listed.list.model.rows] == ["Demain"]


def test_the_button_leads_to_the_station_and_the_keyboard_to_its_search(qtbot, listed, session_id):
    listed.list.first_focus().setFocus()
    press(listed, Qt.Key.Key_Return)
    assert listed.shows_station
    assert listed.session_id == session_id
    qtbot.waitUntil(lambda: listed.title() == "Le B.A.-BA de la lutte contre l’exclusion")
    assert listed.station.card.search.hasFocus()
    listed.station.back.click()
    assert not listed.shows_station
    assert listed.title() == "Formations"


def test_past_sessions_are_one_click_away_and_an_empty_list_says_what_to_do(listed):
    listed.list.period.chosen.emit("over")
    assert listed.list.none_there.isVisible()
    assert listed.list.none_there.button.word() == "Importer une liste"


def test_a_search_hit_opens_the_station_of_its_session(qtbot, context, listed, session_id):
    context.navigator.open(Destination("trainings", session_id=session_id))
    qtbot.waitUntil(lambda: listed.station.facts is not None)
    assert listed.shows_station


def test_a_session_that_is_gone_is_told_and_the_list_comes_back(qtbot, context, listed):
    said: list[Notice] = []
    context.notices.said.connect(said.append)
    context.navigator.open(Destination("trainings", session_id=999))
    qtbot.waitUntil(lambda: not listed.shows_station and bool(said))
    assert said[0].text == "Cette session n’existe plus. Revenez à la liste des sessions."


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_asks_for_more_room_than_a_small_screen_has(
    qtbot, context, listed, session_id, scale
):
    context.theme.set_scale(scale)
    width = 1254  # 1366 less the rail at 200 %
    listed.resize(width, 588)
    assert listed.list.minimumSizeHint().width() <= width
    context.navigator.open(Destination("trainings", session_id=session_id))
    qtbot.waitUntil(lambda: bool(listed.station.card.model.rows))
    qtbot.waitUntil(lambda: listed.minimumSizeHint().height() <= 588)
    assert listed.minimumSizeHint().width() <= width
    listed.station.start_walk_in()
    assert listed.minimumSizeHint().width() <= width
    context.theme.set_scale(100)
