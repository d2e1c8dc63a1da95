"""One window for every document: found by typing, about whom one wants, remembered as printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.ui.navigation import Destination
from desktop_app.wording.papers import label_of_paper
from tests.builders import room_id
from tests.ui.demonstrated import demonstration, housed
from tests.ui.houses import ask
from tests.ui.paper.desk import (
    THURSDAY,
    move_the_permanence,
    opened,
    paper_desk,
    pdf,
    printers,
    said,
    seen,
    title,
    wait,
    words,
)

__all__ = ["demonstration", "housed", "paper_desk", "printers"]

EXPECTED = {
    PaperKind.WEEK: "Semaine\u00a048",
    PaperKind.ROOM_WEEK: "Le Café",
    PaperKind.ORGANISATION_WEEK: "Semaine\u00a048",
    PaperKind.DAY: "Jeudi 26\u00a0novembre 2026",
    PaperKind.SETUP: "Préparation et ménage",
    PaperKind.DOOR: "Le Café",
    PaperKind.SERIES: "dates",
    PaperKind.SEASON: "septembre 2026",
    PaperKind.CONFIRMATION: "Confirmation de réservation",
    PaperKind.AGREEMENT: "Convention de mise à disposition",
    PaperKind.EVACUATION: "Feuille d’évacuation",
    PaperKind.BLANK_DAY: "Grille du jour",
    PaperKind.BLANK_ATTENDANCE: "Signature, matin",
    PaperKind.BLANK_TALLY: "Comptage du café",
}


@pytest.mark.parametrize("kind", PaperKind)
def test_every_document_is_two_words_away(qtbot, paper_desk, kind: PaperKind) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.DAY, THURSDAY))
    box = preview.choices.kinds.box
    box.setFocus()
    box.setText(label_of_paper(kind)[:16])
    QTest.keyClick(box, Qt.Key.Key_Return)
    wait(qtbot, lambda: seen(preview).kind is kind)
    assert EXPECTED[kind] in words(preview)
    assert box.text() == ""


def test_typing_leaves_only_what_answers_without_accents(qtbot, paper_desk) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.DAY, THURSDAY))
    kinds = preview.choices.kinds
    QTest.keyClicks(kinds.box, "evac")
    assert kinds.labels() == ["Feuille d’évacuation"]
    QTest.keyClick(kinds.box, Qt.Key.Key_Escape)
    assert len(kinds.labels()) == len(PaperKind)
    assert kinds.key() is PaperKind.DAY


def test_arrows_walk_the_list_from_the_box(qtbot, paper_desk) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.DAY, THURSDAY))
    kinds = preview.choices.kinds
    QTest.keyClick(kinds.box, Qt.Key.Key_Down)
    wait(qtbot, lambda: seen(preview).kind is PaperKind.SETUP)


def test_a_room_is_chosen_by_a_few_letters(qtbot, paper_desk) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.DOOR, THURSDAY, subject=1))
    subjects = preview.choices.subjects
    wait(qtbot, lambda: len(subjects.labels()) == 11)
    QTest.keyClicks(subjects.box, "agora b")
    QTest.keyClick(subjects.box, Qt.Key.Key_Return)
    wait(qtbot, lambda: "Agora B" in title(preview))
    assert "Coordination des maraudes" in words(preview)


def test_an_association_is_chosen_by_a_few_letters(qtbot, paper_desk) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.SEASON, THURSDAY, subject=1))
    subjects = preview.choices.subjects
    wait(qtbot, lambda: len(subjects.labels()) > 30)
    QTest.keyClicks(subjects.box, "cap log")
    QTest.keyClick(subjects.box, Qt.Key.Key_Return)
    wait(qtbot, lambda: "Cap Logis" in title(preview))
    assert "Semaines paires" in words(preview) or "semaines paires" in words(preview)


def test_another_screen_may_wish_for_the_sheet_of_a_door(qtbot, paper_desk, housed) -> None:
    room = ask(qtbot, housed, lambda: room_id(housed.services.database, "BP2"))
    housed.navigator.open(Destination("paper", day=THURSDAY, text="door", room_id=room))
    wait(qtbot, lambda: paper_desk.preview is not None and paper_desk.preview.paper is not None)
    assert "Bureau 2" in title(paper_desk.preview)


def test_only_the_choices_that_count_are_shown(qtbot, paper_desk) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.WEEK, THURSDAY))
    choices = preview.choices
    for kind, shown in (
        (PaperKind.WEEK, {"week", "paper", "audience"}),
        (PaperKind.DAY, {"day", "audience"}),
        (PaperKind.SETUP, {"day"}),
        (PaperKind.DOOR, {"day", "subject"}),
        (PaperKind.SEASON, {"subject", "audience"}),
        (PaperKind.EVACUATION, set()),
    ):
        choices.show_wanted(Wanted(kind, THURSDAY))
        rows = {**choices.form.rows, "paper": choices.paper_row}
        assert {name for name, row in rows.items() if not row.isHidden()} == shown


def test_a_discreet_association_is_refused_at_the_audience(qtbot, paper_desk, housed) -> None:
    asked = ask(qtbot, housed, lambda: housed.services.organisations.find("Femmes en chemin")[0].id)
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.SEASON, THURSDAY, subject=asked))
    preview.choices.audience.chosen.emit("public")
    row = preview.choices.form.rows["audience"]
    wait(qtbot, lambda: "affichage discret" in row.line.text())


def test_a_day_without_bookings_has_nobody_to_write_to(qtbot, paper_desk) -> None:
    from datetime import date

    preview = opened(qtbot, paper_desk, Wanted(PaperKind.DAY, THURSDAY))
    preview.choices.show_wanted(Wanted(PaperKind.CONFIRMATION, date(2026, 11, 29)))
    preview.reload()
    wait(qtbot, lambda: "Rien à imprimer" in said(preview))


def test_printer_copies_and_sides_are_remembered_for_each_document(
    qtbot, paper_desk, housed, printers
) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.SETUP, THURSDAY))
    card = preview.printer_card
    card.printers.setCurrentText("Bureau")
    card.copies.setCurrentText("2")
    card.duplex.setChecked(True)
    card.print_button.click()
    wait(qtbot, lambda: len(printers.jobs) == 1)
    preview.choices.kinds.chosen.emit(PaperKind.DAY)
    wait(qtbot, lambda: seen(preview).kind is PaperKind.DAY)
    assert (card.copies.currentText(), card.duplex.isChecked()) == ("1", False)
    preview.choices.kinds.chosen.emit(PaperKind.SETUP)
    wait(qtbot, lambda: seen(preview).kind is PaperKind.SETUP)
    assert card.printers.currentText() == "Bureau"
    assert (card.copies.currentText(), card.duplex.isChecked()) == ("2", True)
    job, printer = printers.jobs[0]
    assert (job.copies, job.duplex, printer) == (2, True, "Bureau")
    assert housed.preferences.paper_habit("setup").copies == 2


def test_what_is_saved_is_an_edition(qtbot, paper_desk, housed, tmp_path) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.WEEK, THURSDAY, "A3"))
    file = tmp_path / "plan.pdf"
    preview.save_to(str(file))
    wait(qtbot, lambda: "est enregistré" in said(preview))
    papers = housed.services.papers
    assert ask(qtbot, housed, lambda: papers.was_printed(Wanted(PaperKind.WEEK, THURSDAY, "A3")))
    assert file.read_bytes() == pdf(preview)


def test_the_accessible_copy_is_offered_where_there_is_one(qtbot, paper_desk, tmp_path) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.EVACUATION, THURSDAY))
    assert preview.printer_card.accessible_button.isHidden()
    preview.choices.kinds.chosen.emit(PaperKind.WEEK)
    wait(qtbot, lambda: seen(preview).kind is PaperKind.WEEK)
    assert not preview.printer_card.accessible_button.isHidden()
    file = tmp_path / "copie.pdf"
    preview.save_accessible_to(str(file))
    wait(qtbot, file.exists)
    assert b"/StructTreeRoot" in file.read_bytes()


def test_the_edition_seen_moves_on_when_a_printed_sheet_changed(qtbot, paper_desk, housed) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.DAY, THURSDAY))
    preview.printer_card.print_button.click()
    wait(qtbot, lambda: "est parti" in said(preview))
    assert "Édition 1" in words(preview)
    move_the_permanence(qtbot, housed)
    wait(qtbot, lambda: "Édition 2" in words(preview))
    assert "remplace l’édition 1" in words(preview)
