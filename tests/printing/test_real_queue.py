"""From a plan to what the printer receives, through a real print system."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop_app.documents import day_plan, week_plan
from desktop_app.domain.refusals import Trouble
from desktop_app.ui.devices import lp_printing
from desktop_app.ui.devices.lp_printing import LpPrinting
from desktop_app.ui.devices.printing import Printer, PrintJob, Receipt
from desktop_app.wording.printing import say_held
from desktop_app.wording.refusals import say
from tests.documents.reading_pdf import whole_text
from tests.documents.recording import FONTS
from tests.documents.venue_facts import day_facts, week_facts
from tests.printing.print_server import PrintServer

pytestmark = pytest.mark.cups

SOON = 10_000


def a_week(paper: str, copies: int = 1) -> PrintJob:
    facts = week_facts(paper=paper)
    pdf = week_plan.render(facts, FONTS).pdf
    return PrintJob(week_plan.title(facts), pdf, paper, True, copies)


def send(qtbot, printing: LpPrinting, job: PrintJob, printer: str = PrintServer.QUEUE):
    """Send a job and return what the desk is told."""
    with qtbot.waitSignal(printing.sent, timeout=SOON) as told:
        printing.send(job, printer)
    return told.args[0]


def size_of(pdf: bytes) -> tuple[int, int]:
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    return round(float(box.width)), round(float(box.height))


@pytest.mark.parametrize(
    ("paper", "pages", "size"), [("A3", 1, (842, 1191)), ("A4", 2, (595, 842))]
)
def test_the_week_reaches_the_printer_whole(
    qtbot, printing: LpPrinting, server: PrintServer, paper: str, pages: int, size
) -> None:
    receipt = send(qtbot, printing, a_week(paper))
    received = server.printed()
    assert receipt == Receipt(a_week(paper).title, "ACCUEIL", waiting=False, job="ACCUEIL-1")
    assert len(PdfReader(BytesIO(received)).pages) == pages
    assert size_of(received) == size
    text = whole_text(received)
    assert "Semaine\u00a048 – du lundi 23 au dimanche 29\u00a0novembre 2026" in text
    assert "9\u00a0h\u00a030 – 21\u00a0h\u00a030" in text
    assert "sans abri\u202f?" in text
    assert "É" in text
    assert "Mémoire & droits des aînés" in text


def test_the_day_reaches_the_printer_with_its_accents(
    qtbot, printing: LpPrinting, server: PrintServer
) -> None:
    row = day_facts().held[0]._replace(title="Œuvre d’été – Nguyễn", organisation_name="Ô Vive")
    pdf = day_plan.render(day_facts(bookings=(row,)), FONTS).pdf
    send(qtbot, printing, PrintJob("Planning – été", pdf, "A4", False))
    received = server.printed()
    assert "Œuvre d’été – Nguyễn" in whole_text(received)
    assert size_of(received) == (595, 842)


def test_copies_are_made(qtbot, printing: LpPrinting, server: PrintServer) -> None:
    send(qtbot, printing, a_week("A3", copies=2))
    assert len(PdfReader(BytesIO(server.printed())).pages) == 2


def test_the_queue_knows_the_job_by_its_title(
    qtbot, printing: LpPrinting, server: PrintServer
) -> None:
    server.stop_queue()
    send(qtbot, printing, a_week("A3"))
    waiting = server.run("lpstat", "-l", "-W", "not-completed", "-o")
    assert "ACCUEIL-1" in waiting


def test_a_stopped_printer_is_told_and_the_sheet_waits(
    qtbot, printing: LpPrinting, server: PrintServer
) -> None:
    server.stop_queue()
    receipt = send(qtbot, printing, a_week("A3"))
    assert receipt.waiting
    assert receipt.reason == "stopped"


@pytest.mark.parametrize(
    ("landscape", "duplex", "sides"),
    [
        (True, False, b"one-sided"),
        (True, True, b"two-sided-short-edge"),
        (False, True, b"two-sided-long-edge"),
    ],
)
def test_both_sides_are_turned_as_the_sheet_is_read(
    qtbot, printing: LpPrinting, server: PrintServer, landscape, duplex, sides
) -> None:
    server.stop_queue()
    job = a_week("A4")._replace(landscape=landscape, duplex=duplex, copies=4)
    send(qtbot, printing, job)
    asked = server.asked_of(1)
    assert sides in asked
    assert b"media" in asked
    assert b"A4" in asked


def test_a_sheet_that_came_out_is_told(qtbot, printing: LpPrinting, server, monkeypatch) -> None:
    monkeypatch.setattr(lp_printing, "FOLLOW_MS", 50)
    with qtbot.waitSignal(printing.followed, timeout=SOON) as told:
        send(qtbot, printing, a_week("A3"))
        server.printed()
    news = told.args[0]
    assert (news.job, news.done, news.reason) == ("ACCUEIL-1", True, "")


@pytest.mark.parametrize(
    ("words", "reason", "sentence"),
    [
        ("media-empty-error", "paper", "n’a plus de papier"),
        ("media-jam-error", "jam", "coincé"),
        ("cover-open-warning", "cover", "est ouverte"),
        ("toner-empty-error", "ink", "d’encre"),
        ("offline-report", "offline", "ne répond pas"),
    ],
)
def test_what_the_printer_lacks_is_told_in_words(
    qtbot, printing: LpPrinting, server: PrintServer, monkeypatch, words, reason, sentence
) -> None:
    monkeypatch.setattr(lp_printing, "FOLLOW_MS", 50)
    server.add_unwell_queue("MALADE", words)
    reasons: list[str] = []
    printing.sent.connect(lambda receipt: reasons.append(receipt.reason))
    printing.followed.connect(lambda news: reasons.append(news.reason))
    printing.send(a_week("A3"), "MALADE")
    qtbot.waitUntil(lambda: reason in reasons, timeout=SOON)
    assert sentence in say_held("Planning", "MALADE", reason)


def test_the_printers_of_the_system_are_found_the_default_first(
    qtbot, printing: LpPrinting, server: PrintServer
) -> None:
    server.add_queue("BUREAU")
    server.run("/usr/sbin/lpadmin", "-d", "BUREAU")
    with qtbot.waitSignal(printing.printers_found, timeout=SOON) as found:
        printing.look_for_printers()
    assert found.args[0] == (Printer("BUREAU", default=True), Printer("ACCUEIL"))


def test_a_server_without_a_printer_finds_none(
    qtbot, printing: LpPrinting, server: PrintServer
) -> None:
    server.remove_queue()
    with qtbot.waitSignal(printing.printers_found, timeout=SOON) as found:
        printing.look_for_printers()
    assert found.args[0] == ()


def test_a_printer_taken_away_is_named_with_the_way_out(
    qtbot, printing: LpPrinting, server: PrintServer
) -> None:
    server.remove_queue()
    with qtbot.waitSignal(printing.failed, timeout=SOON) as told:
        printing.send(a_week("A3"), "ACCUEIL")
    words = say(told.args[0])
    assert words.startswith("L’imprimante ACCUEIL n’est plus là.")
    assert "enregistrez en PDF" in words


def test_a_pc_without_a_print_system_has_no_printer(qtbot, qapp, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "/nulle/part")
    printing = LpPrinting()
    with qtbot.waitSignal(printing.printers_found, timeout=SOON) as found:
        printing.look_for_printers()
    assert found.args[0] == ()
    with qtbot.waitSignal(printing.failed, timeout=SOON) as told:
        printing.send(a_week("A3"), "ACCUEIL")
    trouble = told.args[0]
    assert isinstance(trouble, Trouble)
    assert say(trouble) == "Aucune imprimante trouvée. Enregistrer en PDF\u202f?"
