"""The attendance sheet from the station to the printer."""

from __future__ import annotations

from functools import partial

from desktop_app.ui.navigation import Destination
from desktop_app.ui.session_papers.window import SessionPapersWindow
from tests.builders import RECEPTION
from tests.documents.reading_pdf import whole_text
from tests.ui.houses import ask

SOON = 20_000


def opened(qtbot, desk, session_id: int) -> SessionPapersWindow:
    desk._context.navigator.open(Destination("session-papers", session_id=session_id))
    window = desk.papers
    assert window is not None
    qtbot.waitUntil(lambda: window.paper is not None, timeout=SOON)
    return window


def pdf_on(window: SessionPapersWindow) -> bytes:
    assert window.paper is not None
    return window.paper.pdf


def words_on(window: SessionPapersWindow) -> str:
    return whole_text(pdf_on(window))


def test_a_wish_from_any_screen_opens_the_sheet(qtbot, papers_desk, session_id) -> None:
    window = opened(qtbot, papers_desk, session_id)
    assert window.isVisible()
    assert "Feuille d’émargement" in window.windowTitle()
    assert "Petipont-008 Nour" in words_on(window)


def test_a_sheet_to_fill_is_one_choice_away(qtbot, papers_desk, session_id) -> None:
    window = opened(qtbot, papers_desk, session_id)
    with qtbot.waitSignal(window.shown, timeout=SOON):
        window.names.choose("blank")
        window.names.chosen.emit("blank")
    assert "Petipont" not in words_on(window)


def test_a_badge_read_meanwhile_is_on_the_sheet(qtbot, papers_desk, context, session_id) -> None:
    window = opened(qtbot, papers_desk, session_id)
    detail = ask(qtbot, context, partial(context.services.trainings.session, session_id))
    first = detail.attendees[0].enrolment_id
    with qtbot.waitSignal(window.shown, timeout=SOON):
        ask(
            qtbot,
            context,
            partial(
                context.services.check_in.check_in_enrolment, first, client_key="k", by=RECEPTION
            ),
        )
    assert words_on(window).replace("\u00a0", " ").count("13 h 50") == 2


def test_printing_sends_what_is_seen_and_remembers_the_printer(
    qtbot, papers_desk, context, session_id, printers
) -> None:
    window = opened(qtbot, papers_desk, session_id)
    window.printer_card.print_button.click()
    ((job, printer),) = printers.jobs
    assert (job.pdf, job.paper, job.landscape, printer) == (
        pdf_on(window), "A4", False, "Accueil",
    )  # fmt: skip
    assert context.preferences.printer("session") == "Accueil"
    assert "parti vers l’imprimante" in window.said.words.text()


def test_the_sheet_is_saved_in_a_file(qtbot, papers_desk, session_id, tmp_path) -> None:
    window = opened(qtbot, papers_desk, session_id)
    target = tmp_path / "feuille.pdf"
    window.save_to(str(target))
    qtbot.waitUntil(target.exists, timeout=SOON)
    assert target.read_bytes() == pdf_on(window)


def test_a_session_that_is_gone_is_told_and_nothing_can_be_printed(
    qtbot, papers_desk, session_id
) -> None:
    window = opened(qtbot, papers_desk, session_id)
    window.open_session(999)
    qtbot.waitUntil(lambda: window.paper is None, timeout=SOON)
    assert "n’existe plus" in window.said.words.text()
    assert not window.printer_card.print_button.isEnabled()
