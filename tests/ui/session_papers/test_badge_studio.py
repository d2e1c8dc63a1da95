"""The badge studio: what is seen is printed, once; a lost badge is replaced in two presses."""

from __future__ import annotations

from functools import partial

import pytest
import zxingcpp

from desktop_app.domain.badge_list import BadgeRow
from desktop_app.domain.verdicts import Code
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.session_papers.badge_studio import BadgeStudio
from tests.builders import RECEPTION
from tests.documents.reading_pdf import grey_picture
from tests.ui.houses import ask

SOON = 20_000


def open_at(qtbot, papers_desk, context, session_id: int, text: str = "badges") -> BadgeStudio:
    context.navigator.open(Destination("session-papers", session_id=session_id, text=text))
    studio = papers_desk.studio
    assert isinstance(studio, BadgeStudio)
    qtbot.waitUntil(lambda: studio.paper is not None, timeout=SOON)
    return studio


@pytest.fixture
def studio(qtbot, papers_desk, context: ScreenContext, session_id: int) -> BadgeStudio:
    return open_at(qtbot, papers_desk, context, session_id)


def codes_on(studio: BadgeStudio) -> set[str]:
    assert studio.paper is not None
    pages = range(studio.paper.pages)
    return {
        found.text
        for page in pages
        for found in zxingcpp.read_barcodes(grey_picture(studio.paper.pdf, page))
    }


def rows_of(qtbot, context: ScreenContext, session_id: int) -> tuple[BadgeRow, ...]:
    return ask(qtbot, context, partial(context.services.badges.of_session, session_id))


def test_everybody_has_a_card_that_reads(qtbot, studio, context, session_id) -> None:
    assert codes_on(studio) == {row.code for row in rows_of(qtbot, context, session_id)}
    assert studio.count.text() == "8 badges"
    assert not studio.progress.isVisible()


def test_another_sheet_is_seen_at_once(qtbot, studio) -> None:
    with qtbot.waitSignal(studio.shown, timeout=SOON):
        studio.choices.choose("roll_62")
    assert studio.paper.pages == 8


def test_a_sheet_begun_starts_at_its_next_label(qtbot, studio) -> None:
    studio.choices.fields["start"].setText("5")
    with qtbot.waitSignal(studio.shown, timeout=SOON):
        studio.choices.fields["start"].editingFinished.emit()
    assert studio.paper.pages == 2


def test_a_measure_that_does_not_fit_is_said_in_place(qtbot, studio) -> None:
    before = studio.paper
    studio.choices.fields["left"].setText("60")
    studio.choices.fields["left"].editingFinished.emit()
    line = studio.choices.form.rows["left"].line
    assert line.text() == "La feuille est trop étroite de 21,2\u00a0mm."
    assert studio.paper is before


def test_cards_already_printed_are_left_out_until_asked_for(
    qtbot, studio, context, session_id, printers
) -> None:
    studio.printer_card.print_button.click()
    ((job, _printer),) = printers.jobs
    assert job.true_size == (210, 297)
    qtbot.waitUntil(
        lambda: all(row.printed_at for row in rows_of(qtbot, context, session_id)), timeout=SOON
    )
    studio.open_session(session_id)
    qtbot.waitUntil(lambda: studio.paper is None, timeout=SOON)
    assert studio.count.text() == "0 badge, 8 déjà imprimés"
    assert "tout est imprimé" in studio.said.words.text()
    with qtbot.waitSignal(studio.shown, timeout=SOON):
        studio.choices.everybody.setChecked(True)
    assert len(codes_on(studio)) == 8


def test_a_lost_badge_is_dead_and_its_new_card_in_sight(
    qtbot, papers_desk, context, session_id
) -> None:
    person = ask(
        qtbot,
        context,
        partial(context.services.badges.complete, session_id, by=RECEPTION),
    )[2]
    studio = open_at(qtbot, papers_desk, context, session_id, f"badge:{person.person_id}")
    assert codes_on(studio) == {person.code}
    with qtbot.waitSignal(studio.shown, timeout=SOON):
        studio.lost.click()
    (new,) = codes_on(studio)
    assert new != person.code
    verdict = ask(
        qtbot,
        context,
        partial(context.services.check_in.scan, person.code, client_key="k", by=RECEPTION),
    )
    assert (verdict.code, verdict.badge_replaced) == (Code.REVOKED, True)


def test_printing_another_paper_does_not_count_as_printing_badges(
    qtbot, studio, papers_desk, context, session_id, printers
) -> None:
    sheet = papers_desk.open(session_id)
    qtbot.waitUntil(lambda: sheet.paper is not None, timeout=SOON)
    sheet.printer_card.print_button.click()
    assert len(printers.jobs) == 1
    assert not any(row.printed_at for row in rows_of(qtbot, context, session_id))


def test_drawing_is_given_up_and_the_studio_goes_on(qtbot, studio, context, session_id) -> None:
    studio.reload()
    studio.stop_drawing()
    with qtbot.waitSignal(studio.shown, timeout=SOON):
        studio.choices.backs.setChecked(True)
    assert studio.paper.pages == 2


def test_the_calibration_page_is_one_press_away(
    qtbot, studio, printers, context, session_id
) -> None:
    with qtbot.waitSignal(studio.shown, timeout=SOON):
        studio.calibrate.click()
    studio.printer_card.print_button.click()
    assert not any(row.printed_at for row in rows_of(qtbot, context, session_id))
