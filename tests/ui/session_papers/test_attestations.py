"""Attestations are numbered when asked for, and those who get none are named with the reason."""

from __future__ import annotations

from functools import partial

import pytest

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.session_papers.window import SessionPapersWindow
from tests.builders import RECEPTION
from tests.documents.reading_pdf import texts
from tests.ui.houses import ask

SOON = 20_000


@pytest.fixture
def window(qtbot, papers_desk, context: ScreenContext, session_id: int) -> SessionPapersWindow:
    """On the attestations of a session where two of eight have come."""

    def work() -> bool:
        services = context.services
        for place, person in enumerate(services.trainings.session(session_id).attendees[:2]):
            services.check_in.check_in_enrolment(
                person.enrolment_id, client_key=f"{place}", by=RECEPTION
            )
        return True

    ask(qtbot, context, work)
    wish = Destination("session-papers", session_id=session_id, text="attestations")
    context.navigator.open(wish)
    assert papers_desk.papers is not None
    return papers_desk.papers


def end_check_in(qtbot, context: ScreenContext, session_id: int) -> None:
    ask(qtbot, context, partial(context.services.trainings.close_session, session_id, by=RECEPTION))


def test_nothing_is_numbered_by_looking(qtbot, window, context, session_id) -> None:
    end_check_in(qtbot, context, session_id)
    assert window.paper is None
    assert not window.printer_card.print_button.isEnabled()
    assert window.give.isVisible()


def test_the_present_get_theirs_and_the_others_are_named(
    qtbot, window, context, session_id
) -> None:
    end_check_in(qtbot, context, session_id)
    with qtbot.waitSignal(window.shown, timeout=SOON):
        window.give.click()
    assert window.paper is not None
    assert len(texts(window.paper.pdf)) == 2
    said = window.without.text()
    assert said.count("Pas de présence enregistrée.") == 6
    assert "Nour Petipont-003" in said


def test_before_the_end_the_reason_is_said(qtbot, window) -> None:
    window.give.click()
    qtbot.waitUntil(window.said.isVisible, timeout=SOON)
    assert window.said.words.text() == "Terminez d’abord le pointage de cette session."
    assert window.paper is None


def test_back_to_the_sheet_the_attestations_are_gone(qtbot, window) -> None:
    with qtbot.waitSignal(window.shown, timeout=SOON):
        window.document.choose("attendance")
        window.document.chosen.emit("attendance")
    assert window.paper is not None
    assert "emargement" in window.paper.file_name
    assert not window.give.isVisible()
