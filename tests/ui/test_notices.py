"""Notices tell without stopping anybody: ten seconds, an undo, a queue, a pause while one reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.notice_bar import NoticeBar, NoticeCard
from desktop_app.ui.notices import SECONDS, Notice, NoticeAction, Notices
from desktop_app.ui.widgets import Button


@pytest.fixture
def host(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


@pytest.fixture
def notices(theme, host) -> Notices:
    said = Notices(host)
    host.bar = NoticeBar(theme, host)
    said.said.connect(host.bar.show_notice)
    return said


def texts(host) -> list[str]:
    return [host.bar.card.notice.text] if host.bar.card is not None else []


def test_a_notice_shows_and_goes_by_itself(host, notices) -> None:
    notices.say("Réservation confirmée.")
    assert texts(host) == ["Réservation confirmée."]
    assert host.bar.isVisible()
    timer = card(host)._timer
    assert timer.interval() == SECONDS * 1000
    timer.timeout.emit()
    QApplication.processEvents()
    assert texts(host) == []
    assert not host.bar.isVisible()


def test_its_verb_is_done_once_and_the_notice_goes(host, notices, qtbot) -> None:
    undone: list[str] = []
    notices.say("Annulée.", action=NoticeAction("Rétablir", lambda: undone.append("x"), "Ctrl+Z"))
    card(host).findChildren(QPushButton)[0].click()
    assert (undone, texts(host)) == (["x"], [])


def test_the_newest_notice_stands_alone(host, notices) -> None:
    for number in range(4):
        notices.say(f"n° {number}")
    assert texts(host) == ["n° 3"]
    card(host).finish()
    assert texts(host) == []


def test_a_warning_comes_back_when_the_newer_notice_has_gone(host, notices) -> None:
    notices.say("Assurance expirée.", "warning")
    notices.say("+1 café.")
    assert texts(host) == ["+1 café."]
    card(host).finish()
    assert texts(host) == ["Assurance expirée."]


def test_only_the_last_thing_done_can_be_taken_back(host, notices) -> None:
    """An older notice would take back the wrong one."""
    undone: list[str] = []
    notices.say("Réservée.", action=NoticeAction("Annuler", lambda: undone.append("9"), "Ctrl+Z"))
    notices.say("Clé remise.", action=NoticeAction("Annuler", lambda: undone.append("K"), "Ctrl+Z"))
    assert visible_verbs(card(host)) == ["Annuler"]
    host.bar.take_undo()()
    assert undone == ["K"]
    assert visible_verbs(card(host)) == []
    card(host).finish()
    assert texts(host) == []
    host.bar.take_undo()()
    assert undone == ["K", "9"]
    assert host.bar.take_undo() is None


def test_what_was_undone_from_its_notice_is_not_undone_again(host, notices) -> None:
    undone: list[str] = []
    notices.say("Réservée.", action=NoticeAction("Annuler", lambda: undone.append("9"), "Ctrl+Z"))
    card(host).findChildren(QPushButton)[0].click()
    assert (undone, host.bar.take_undo()) == (["9"], None)


def test_an_undo_outlives_a_word_in_passing(host, notices) -> None:
    undone: list[str] = []
    notices.say("Clé remise.", action=NoticeAction("Annuler", lambda: undone.append("K"), "Ctrl+Z"))
    notices.say("Taille du texte : 110 %", "info")
    assert texts(host) == ["Taille du texte : 110 %"]
    card(host).finish()
    assert texts(host) == ["Clé remise."]
    host.bar.take_undo()()
    assert undone == ["K"]


def test_a_verb_that_is_no_undo_stays(host, notices) -> None:
    notices.say("Session close.", action=NoticeAction("Rouvrir", print))
    notices.say("Réservée.", action=NoticeAction("Annuler", print, "Ctrl+Z"))
    card(host).finish()
    assert (texts(host), visible_verbs(card(host))) == (["Session close."], ["Rouvrir"])


def test_it_lies_on_nothing_that_is_kept_free(qtbot, theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 500)
    host.show()
    tiles = QWidget(host)
    tiles.setGeometry(0, 400, 600, 100)
    tiles.show()
    bar = NoticeBar(theme, host, lambda: tiles)
    bar.show_notice(Notice("Réservée."))
    assert bar.isVisible()
    assert not bar.geometry().intersects(tiles.geometry())
    tiles.hide()
    host.resize(901, 500)
    QApplication.processEvents()
    assert bar.geometry().bottom() > 400


def test_it_waits_while_the_mouse_is_over_it(host, notices) -> None:
    notices.say("À lire.")
    here = QPointF(1, 1)
    QApplication.sendEvent(card(host), QEnterEvent(here, here, here))
    assert not card(host)._timer.isActive()
    QApplication.sendEvent(card(host), QEvent(QEvent.Type.Leave))
    assert card(host)._timer.isActive()


def test_the_same_words_are_not_said_twice_at_once(host, notices) -> None:
    notices.say("Serveur absent.", "warning")
    notices.say("Serveur absent.", "warning")
    assert texts(host) == ["Serveur absent."]


def test_a_long_notice_wraps_inside_the_window(host, notices, theme) -> None:
    theme.set_scale(200)
    notices.say("Bureau 1 est réservé de 14 h à 17 h. " * 4, "error")
    assert host.rect().contains(host.bar.geometry())
    host.resize(640, 480)
    QApplication.processEvents()
    assert host.rect().contains(host.bar.geometry())


@pytest.mark.parametrize(
    ("error", "tone"),
    [
        (Refusal("count_negative", field="heads", text="-3"), "error"),
        (Trouble("disk_full"), "warning"),
    ],
)
def test_a_refusal_is_said_in_words(notices, qtbot, error, tone) -> None:
    with qtbot.waitSignal(notices.said) as said:
        notices.say_refusal(error)
    assert said.args[0].tone == tone
    assert error.code not in said.args[0].text


def test_it_never_takes_the_focus(host, notices, qtbot) -> None:
    button = QPushButton("Réserver", host)
    button.show()
    host.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    notices.say("Dit en passant.")
    assert button.hasFocus()


def card(host) -> NoticeCard:
    return host.bar.card


def visible_verbs(card: NoticeCard) -> list[str]:
    buttons = card.findChildren(Button)
    return [one.word() for one in buttons if one.isVisible() and one.word() != "Fermer"]
