"""Badges read by the real key filter: seen, heard, counted; none lost, no key strayed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from desktop_app.domain.verdicts import Code, Family
from desktop_app.ui.trainings import verdict_panel
from desktop_app.ui.trainings.arrivals_by_badge import ArrivalsByBadge
from desktop_app.ui.trainings.screen import TrainingsScreen
from tests.ui.houses import ask
from tests.ui.typing_keys import press, press_letter, type_fast
from tests.ui.windows import a_window, entry

ENTER = Qt.Key.Key_Return


def shown(screen: TrainingsScreen) -> Code | None:
    verdict = screen.station.panel.verdict
    return verdict.code if verdict is not None else None


def scan(qtbot, screen: TrainingsScreen, code: str) -> Code | None:
    """A badge goes over the reader; the code of the verdict that follows."""
    with qtbot.waitSignal(screen._arrivals.verdict_given) as given:
        type_fast(screen, code, end=ENTER)
    return given.args[0].code


def present(qtbot, context, session_id: int) -> int:
    session = ask(qtbot, context, lambda: context.services.trainings.session(session_id))
    return session.session.present


def test_a_badge_is_welcomed_in_green_while_the_cursor_is_in_the_search(
    qtbot, context, screen, sounds, badges, session_id
):
    press_letter(screen, "a")
    qtbot.waitUntil(lambda: screen.station.card.search.text() == "a")
    assert scan(qtbot, screen, badges[0]) is Code.OK
    panel, card = screen.station.panel, screen.station.card
    assert (panel.look().tone, panel.look().icon) == ("ok", "circle-check")
    assert panel.look().said.headline == "Nour Petipont-001"
    assert panel.look().said.line == "Bienvenue — Agora B, 14\u00a0h"
    assert card.search.text() == "a"
    qtbot.waitUntil(lambda: card.present.text() == "1")
    assert card.awaited.text() == "/ 10"
    assert sounds.heard == [Family.WELCOME]


def test_the_row_is_written_before_the_sound(qtbot, context, screen, sounds, badges, session_id):
    written: list[int] = []

    def play(family: str) -> None:
        written.append(present(qtbot, context, session_id))

    sounds.play = play
    scan(qtbot, screen, badges[0])
    qtbot.waitUntil(lambda: written == [1])


def test_eight_badges_without_a_pause_are_eight_arrivals(
    qtbot, context, screen, sounds, badges, session_id
):
    given = QSignalSpy(screen._arrivals.verdict_given)
    for badge in badges:
        type_fast(screen, badge, end=ENTER)
    qtbot.waitUntil(lambda: given.count() == 8)
    assert present(qtbot, context, session_id) == 8
    assert sounds.heard == [Family.WELCOME] * 8
    assert screen.station.card.search.text() == ""
    assert screen.station.panel.verdict.person.last_name == "Petipont-008"


def test_bad_good_bad_good(qtbot, screen, badges, sounds):
    seen = [
        scan(qtbot, screen, code) for code in (badges[0][:9], badges[0], badges[1][:10], badges[1])
    ]
    assert seen == [Code.UNREADABLE, Code.OK, Code.UNREADABLE, Code.OK]
    assert sounds.heard == [Family.NO, Family.WELCOME] * 2


def test_a_bounce_is_neither_shown_nor_heard_and_later_it_is_orange(
    qtbot, context, screen, badges, sounds
):
    scan(qtbot, screen, badges[0])
    context.clock.advance(seconds=3)
    scan(qtbot, screen, badges[0])
    assert shown(screen) is Code.OK
    assert sounds.heard == [Family.WELCOME]
    context.clock.advance(minutes=2)
    scan(qtbot, screen, badges[0])
    look = screen.station.panel.look()
    assert (look.tone, look.icon) == ("warning", "history")
    assert look.said.line == "Déjà enregistré à 13\u00a0h\u00a050"
    assert sounds.heard == [Family.WELCOME, Family.ALREADY]


def test_small_letters_of_caps_lock_are_the_same_badge(qtbot, screen, badges):
    assert scan(qtbot, screen, badges[1].lower()) is Code.OK


def test_the_panel_waits_again_after_some_seconds_without_being_asked(
    qtbot, screen, badges, monkeypatch
):
    monkeypatch.setattr(verdict_panel, "SECONDS", dict.fromkeys(Family, 0))
    returned = QSignalSpy(screen.station.panel.returned)
    scan(qtbot, screen, badges[0])
    qtbot.waitUntil(lambda: returned.count() == 1)
    assert screen.station.panel.is_waiting
    assert screen.station.panel.look().said.headline == "Présentez votre badge"


def test_a_badge_read_on_another_screen_brings_its_session_up(
    qtbot, context, arrivals: ArrivalsByBadge, scanner, badges, session_id, monkeypatch
):
    from tests.ui import windows

    def trainings(a_context) -> TrainingsScreen:
        return TrainingsScreen(a_context, arrivals)

    entries = [one for one in windows.ENTRIES if one.key != "trainings"]
    made = entry("trainings", "graduation-cap", "Ctrl+3")._replace(factory=trainings)
    monkeypatch.setattr(windows, "ENTRIES", (*entries, made))
    window = a_window(context)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = window.current
    assert isinstance(before, windows.PlainScreen)
    before.field.setFocus()
    with qtbot.waitSignal(arrivals.verdict_given):
        type_fast(window, badges[0], end=ENTER)
    screen = window.current
    assert isinstance(screen, TrainingsScreen)
    assert screen.shows_station
    assert shown(screen) is Code.OK
    qtbot.waitUntil(lambda: screen.title() == "Le B.A.-BA de la lutte contre l’exclusion")
    assert screen.subtitle() == "14\u00a0h – 17\u00a0h · Agora B"


def test_a_strangers_badge_shows_red_at_the_door_of_the_session_that_runs(
    qtbot, context, screen, badges, session_id
):
    screen.show_list()
    context.desk.scan_unreadable.emit("https://example.org/billet/7")
    qtbot.waitUntil(lambda: shown(screen) is Code.UNKNOWN)
    qtbot.waitUntil(lambda: screen.session_id == session_id)
    assert screen.station.panel.look().tone == "error"


def test_a_database_that_cannot_write_is_told_as_loudly_as_a_verdict(
    qtbot, context, screen, badges, sounds, monkeypatch
):
    from desktop_app.domain.refusals import Trouble

    def full(*_args, **_more):
        raise Trouble("disk_full")

    monkeypatch.setattr(type(context.services.check_in), "scan", full)
    type_fast(screen, badges[0], end=ENTER)
    qtbot.waitUntil(lambda: screen.station.panel.look().tone == "error")
    assert screen.station.panel.look().said.headline == "Non enregistré à 13\u00a0h\u00a050"
    assert sounds.heard == [Family.NO]
    monkeypatch.undo()
    assert scan(qtbot, screen, badges[0]) is Code.OK


def test_one_key_masks_the_name_on_the_verdict_and_on_the_list(qtbot, context, screen, badges):
    scan(qtbot, screen, badges[0])
    context.privacy.set_masked(True)
    assert screen.station.panel.look().said.headline == "N.\u00a0P."
    model = screen.station.card.model
    assert model.name_of(model.rows[0]) == "C.\u00a0M."
    assert "@" not in model.detail_of(model.rows[0])


@pytest.mark.alone
def test_the_verdict_is_there_within_a_tenth_of_a_second_of_the_last_key(
    qtbot, context, screen, badges
):
    from time import perf_counter

    taken = []
    for badge in badges:
        type_fast(screen, badge)
        started = perf_counter()
        with qtbot.waitSignal(screen._arrivals.verdict_given):
            press(screen, ENTER)
        screen.station.panel.repaint()
        taken.append(perf_counter() - started)
    assert sorted(taken)[len(taken) // 2] < 0.1
