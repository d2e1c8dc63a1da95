"""Papers in the settings: the head, the letters, the day printed by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.ui.settings.paper_card import PaperCard
from tests.builders import THURSDAY
from tests.documents.reading_pdf import whole_text
from tests.ui.demonstrated import demonstration, housed
from tests.ui.houses import ask

__all__ = ["demonstration", "housed"]

SOON = 20_000


@pytest.fixture
def card(qtbot, housed):
    made = PaperCard(housed)
    qtbot.addWidget(made)
    made.reload()
    made.show()
    return made


def letters(context):
    return context.services.papers.letters


def test_the_head_of_papers_is_the_operators(qtbot, card, housed) -> None:
    card.head_text.setText("Mairie de secteur")
    card.head_text.editingFinished.emit()
    head = housed.services.papers.head
    qtbot.waitUntil(lambda: ask(qtbot, housed, head.head).text == "Mairie de secteur", timeout=SOON)
    paper = ask(qtbot, housed, lambda: housed.services.papers.day_plan(THURSDAY))
    assert "Planning des salles · Mairie de secteur" in whole_text(paper.pdf)


def test_a_picture_is_shown_and_can_be_taken_away(qtbot, card, housed, tmp_path: Path) -> None:
    file = tmp_path / "emblème.png"
    Image.new("RGB", (300, 80), "#123456").save(file)
    card.keep_image(str(file))
    qtbot.waitUntil(lambda: not card.picture.isHidden(), timeout=SOON)
    assert not card.picture.pixmap().isNull()
    card.remove.click()
    qtbot.waitUntil(card.picture.isHidden, timeout=SOON)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"GIF89a", "n’est pas une image"), (b"\xff\xd8\xff" + b"0" * 400_000, "trop lourde")],
)
def test_what_is_no_picture_is_refused_in_place(qtbot, card, tmp_path, content, sentence) -> None:
    file = tmp_path / "image.jpg"
    file.write_bytes(content)
    card.keep_image(str(file))
    row = card.form.rows["image"]
    qtbot.waitUntil(lambda: sentence in row.line.text(), timeout=SOON)
    assert card.picture.isHidden()


def test_the_day_by_itself_is_a_choice_of_this_pc(card, housed) -> None:
    assert not housed.preferences.print_morning
    card.morning.click()
    assert housed.preferences.print_morning


def opened(qtbot, card, kind=PaperKind.CONFIRMATION):
    card.letters[kind].click()
    window = card._windows[kind]
    qtbot.waitUntil(lambda: "{" in window.text.toPlainText(), timeout=SOON)
    return window


def test_a_letter_is_rewritten_and_used(qtbot, card, housed) -> None:
    window = opened(qtbot, card)
    window.text.setPlainText("# Bonjour {association}")
    window.save.click()
    kind = PaperKind.CONFIRMATION
    qtbot.waitUntil(
        lambda: ask(qtbot, housed, lambda: letters(housed).template(kind)).startswith("# Bonjour"),
        timeout=SOON,
    )
    assert not window.isVisible()
    services = housed.services
    row = ask(qtbot, housed, lambda: services.planning.held(THURSDAY, THURSDAY)[0])
    paper = ask(qtbot, housed, lambda: services.papers.make(Wanted(kind, THURSDAY, subject=row.id)))
    assert f"Bonjour {row.organisation_name}" in whole_text(paper.pdf)


def test_an_unknown_blank_is_told_while_one_types_and_not_saved(qtbot, card, housed) -> None:
    window = opened(qtbot, card)
    before = ask(qtbot, housed, lambda: letters(housed).template(PaperKind.CONFIRMATION))
    window.text.setPlainText("Bonjour,\n{sale}")
    assert "Vouliez-vous dire" in window.row.line.text()
    window.save.click()
    ask(qtbot, housed, lambda: True)
    assert window.isVisible()
    assert ask(qtbot, housed, lambda: letters(housed).template(PaperKind.CONFIRMATION)) == before
    window.text.setPlainText("Bonjour,\n{salle}")
    assert "Vouliez-vous dire" not in window.row.line.text()


def test_the_original_comes_back(qtbot, card, housed) -> None:
    window = opened(qtbot, card, PaperKind.AGREEMENT)
    window.text.setPlainText("# Autre")
    window.original.click()
    qtbot.waitUntil(lambda: "précaire et révocable" in window.text.toPlainText(), timeout=SOON)


def test_the_words_to_put_in_are_listed(qtbot, card) -> None:
    window = opened(qtbot, card)
    for blank in ("{association}", "{salle}", "{horaire}", "[signatures]"):
        assert blank in window.blanks.text()


def test_escape_closes_without_saving(qtbot, card, housed) -> None:
    window = opened(qtbot, card)
    window.text.setPlainText("# Perdu")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    kept = ask(qtbot, housed, lambda: letters(housed).template(PaperKind.CONFIRMATION))
    assert "Perdu" not in kept
