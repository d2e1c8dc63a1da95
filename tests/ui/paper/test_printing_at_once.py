"""One click: the day's papers, what is out of date, the evacuation sheet. Nothing ever waits."""

from __future__ import annotations

import time
from datetime import datetime
from functools import partial

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.domain.refusals import Trouble
from desktop_app.ui.paper.morning import Morning
from desktop_app.ui.paper.paper_desk import PaperDesk
from desktop_app.ui.paper.print_queue import State
from desktop_app.ui.preferences import PaperHabit
from desktop_app.ui.today.alert_line import AlertLine
from desktop_app.ui.today.alerts_card import AlertsCard
from tests.ui.demonstrated import demonstration, housed
from tests.ui.houses import ask
from tests.ui.paper.desk import (
    THURSDAY,
    Printers,
    move_the_permanence,
    opened,
    paper_desk,
    printers,
    said,
    title,
    wait,
)

__all__ = ["demonstration", "housed", "paper_desk", "printers"]

MORNING = [
    "Planning – jeudi 26\u00a0novembre 2026",
    "Préparation des salles – jeudi 26\u00a0novembre 2026",
    "Affiche de porte – Le Café, jeudi 26\u00a0novembre 2026",
    "Affiche de porte – Agora A, jeudi 26\u00a0novembre 2026",
    "Affiche de porte – Agora B, jeudi 26\u00a0novembre 2026",
    "Affiche de porte – Atelier, jeudi 26\u00a0novembre 2026",
    "Affiche de porte – Bureau 1, jeudi 26\u00a0novembre 2026",
    "Affiche de porte – Bureau 2, jeudi 26\u00a0novembre 2026",
]


@pytest.fixture
def notices(housed) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    housed.notices.said.connect(lambda notice: told.append((notice.text, notice.tone)))
    return told


def test_the_day_in_one_click(qtbot, paper_desk, housed, printers, notices) -> None:
    housed.desk.morning_print_requested.emit()
    wait(qtbot, lambda: len(printers.jobs) == 8)
    assert printers.titles() == MORNING
    wait(qtbot, lambda: bool(notices))
    assert notices == [("8 documents sont partis vers l’imprimante Accueil.", "ok")]
    assert paper_desk.preview is None


def test_each_document_goes_to_its_own_printer(qtbot, paper_desk, housed, printers) -> None:
    housed.preferences.keep_paper_habit("door", PaperHabit("Bureau", copies=2))
    housed.preferences.keep_paper_habit("setup", PaperHabit("Disparue", duplex=True))
    housed.desk.morning_print_requested.emit()
    wait(qtbot, lambda: len(printers.jobs) == 8)
    asked = {job.title.split(" –")[0]: (printer, job.copies) for job, printer in printers.jobs}
    assert asked["Affiche de porte"] == ("Bureau", 2)
    assert asked["Planning"] == ("Accueil", 1)
    assert asked["Préparation des salles"] == ("Accueil", 1)


def test_the_same_morning_again_is_the_same_editions(qtbot, paper_desk, housed, printers) -> None:
    for count in (8, 16):
        housed.desk.morning_print_requested.emit()
        wait(qtbot, partial(sent, printers, count))
    first, second = printers.jobs[:8], printers.jobs[8:]
    assert [job.pdf for job, _ in first] == [job.pdf for job, _ in second]


def sent(printers: Printers, count: int) -> bool:
    return len(printers.jobs) == count


def test_without_a_printer_the_way_out_is_a_folder_of_pdf(
    qtbot, paper_desk, housed, printers, notices, tmp_path
) -> None:
    printers.names = ()
    housed.desk.morning_print_requested.emit()
    wait(qtbot, lambda: bool(notices))
    assert notices[0][0] == (
        "8 documents ne sont pas imprimés. Aucune imprimante trouvée. Enregistrer en PDF\u202f?"
    )
    preview = paper_desk.preview
    assert preview is not None
    assert preview.said.verb.word() == "Enregistrer…"
    preview.said.verb.click()
    (dialog,) = preview.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    wait(qtbot, lambda: "sont enregistrés dans" in said(preview))
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert len(names) == 8
    assert "affiche-de-porte-agora-b-2026-11-26.pdf" in names


def test_a_printer_that_refuses_holds_up_none_of_the_others(
    qtbot, paper_desk, housed, printers
) -> None:
    housed.preferences.keep_paper_habit("door", PaperHabit("Bureau"))
    printers.troubles["Bureau"] = Trouble("print_failed", printer="Bureau", problem="")
    housed.desk.morning_print_requested.emit()
    wait(qtbot, lambda: states_of(paper_desk).count(State.FAILED) == 6)
    assert states_of(paper_desk) == [State.SENT] * 2 + [State.FAILED] * 6
    printers.troubles.clear()
    paper_desk.preview.queue_card.retry.click()
    wait(qtbot, lambda: states_of(paper_desk) == [State.SENT] * 8)


def states_of(desk: PaperDesk) -> list[State]:
    return [task.state for task in desk.queue.tasks]


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("paper", "L’imprimante Accueil n’a plus de papier"),
        ("offline", "L’imprimante Accueil ne répond pas"),
        ("jam", "Un papier est coincé dans l’imprimante Accueil"),
        ("cover", "L’imprimante Accueil est ouverte"),
        ("ink", "L’imprimante Accueil n’a plus d’encre"),
        ("stopped", "L’imprimante Accueil est arrêtée"),
    ],
)
def test_what_the_printer_lacks_is_said_at_once(
    qtbot, paper_desk, housed, printers, notices, reason, sentence
) -> None:
    printers.ill["Accueil"] = reason
    housed.desk.evacuation_requested.emit()
    wait(qtbot, lambda: bool(notices))
    assert notices[0][0].startswith(sentence)
    assert notices[0][1] == "warning"
    assert paper_desk.queue.tasks[0].state is State.HELD


def test_what_came_out_later_is_told_in_the_list(qtbot, paper_desk, housed, printers) -> None:
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.DAY, THURSDAY))
    preview.printer_card.print_button.click()
    wait(qtbot, lambda: "est parti" in said(preview))
    printers.tell(0, reason="paper")
    assert "n’a plus de papier" in said(preview)
    assert states_of(paper_desk) == [State.HELD]
    printers.tell(0, done=True)
    assert states_of(paper_desk) == [State.PRINTED]
    assert not preview.queue_card.isHidden()


def test_evacuation_is_at_the_printer_in_three_seconds(qtbot, paper_desk, housed, printers) -> None:
    started = time.monotonic()
    housed.desk.evacuation_requested.emit()
    wait(qtbot, lambda: len(printers.jobs) == 1)
    assert time.monotonic() - started < 3
    assert printers.titles()[0].startswith("Feuille d’évacuation – jeudi 26\u00a0novembre 2026")


def test_without_a_printer_the_evacuation_sheet_is_on_the_screen(
    qtbot, paper_desk, housed, printers
) -> None:
    printers.names = ()
    housed.desk.evacuation_requested.emit()
    wait(qtbot, lambda: paper_desk.preview is not None and paper_desk.preview.paper is not None)
    assert "évacuation" in title(paper_desk.preview)


# -- stale ----------------------------------------------------------------------------------


def test_a_move_after_printing_is_told_and_one_click_prints_only_that(
    qtbot, paper_desk, housed, printers
) -> None:
    paper_desk.start()
    card = AlertsCard(housed)
    qtbot.addWidget(card)
    housed.desk.morning_print_requested.emit()
    wait(qtbot, lambda: len(printers.jobs) == 8)
    assert housed.desk.stale_papers == ()
    move_the_permanence(qtbot, housed)
    wait(qtbot, lambda: len(housed.desk.stale_papers) == 4)
    assert any("4 feuilles imprimées ne sont plus à jour" in line for line in card.words())
    (line,) = [one for one in card.findChildren(AlertLine) if one.alert.reprints]
    line.click()
    wait(qtbot, lambda: len(printers.jobs) == 12)
    wait(qtbot, lambda: housed.desk.stale_papers == ())
    again = printers.titles()[8:]
    assert sorted(title.split(",")[0] for title in again) == [
        "Affiche de porte – Atelier",
        "Affiche de porte – Bureau 2",
        "Planning – jeudi 26\u00a0novembre 2026",
        "Préparation des salles – jeudi 26\u00a0novembre 2026",
    ]
    assert not any("feuilles imprimées" in line for line in card.words())


def test_the_window_tells_the_same_and_has_the_same_click(
    qtbot, paper_desk, housed, printers
) -> None:
    paper_desk.start()
    preview = opened(qtbot, paper_desk, Wanted(PaperKind.WEEK, THURSDAY, "A3"))
    assert preview.stale.isHidden()
    preview.printer_card.print_button.click()
    wait(qtbot, lambda: len(printers.jobs) == 1)
    move_the_permanence(qtbot, housed)
    wait(qtbot, lambda: not preview.stale.isHidden())
    assert preview.stale.title.text() == (
        "Planning de la semaine – S48 (A3)\u00a0: l’édition 1 imprimée n’est plus à jour"
    )
    preview.stale.reprint.click()
    wait(qtbot, lambda: len(printers.jobs) == 2)
    wait(qtbot, preview.stale.isHidden)


# -- by itself ------------------------------------------------------------------------------


def printed(housed, asked: list) -> Morning:
    return Morning(housed, asked.append)


def test_the_morning_prints_itself_where_this_pc_was_asked_to(qtbot, housed) -> None:
    housed.preferences.set("print_morning", True)
    housed.clock.set(datetime(2026, 11, 26, 9, 5))
    asked: list[tuple[Wanted, ...]] = []
    morning = printed(housed, asked)
    morning.tick()
    wait(qtbot, lambda: bool(asked))
    assert asked[0][0] == Wanted(PaperKind.DAY, THURSDAY)
    assert len(asked[0]) == 8
    morning.tick()
    ask(qtbot, housed, lambda: True)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        (datetime(2026, 11, 26, 8, 55), "too early"),
        (datetime(2026, 11, 26, 21, 40), "the venue is closed"),
        (datetime(2026, 11, 29, 10, 0), "a Sunday"),
        (datetime(2026, 12, 25, 10, 0), "a holiday"),
    ],
)
def test_nothing_is_printed_when_it_is_not_time(qtbot, housed, moment, why) -> None:
    housed.preferences.set("print_morning", True)
    housed.clock.set(moment)
    asked: list[tuple[Wanted, ...]] = []
    printed(housed, asked).tick()
    ask(qtbot, housed, lambda: True)
    assert asked == [], why


def test_what_another_desk_printed_is_not_printed_twice(qtbot, housed) -> None:
    from tests.builders import RECEPTION

    papers = housed.services.papers
    ask(qtbot, housed, lambda: papers.publish(Wanted(PaperKind.DAY, THURSDAY), by=RECEPTION))
    housed.preferences.set("print_morning", True)
    asked: list[tuple[Wanted, ...]] = []
    printed(housed, asked).tick()
    ask(qtbot, housed, lambda: True)
    assert asked == []


def test_a_pc_that_was_not_asked_prints_nothing(qtbot, housed) -> None:
    asked: list[tuple[Wanted, ...]] = []
    printed(housed, asked).tick()
    ask(qtbot, housed, lambda: True)
    assert asked == []
