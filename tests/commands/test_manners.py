"""How the command behaves whatever the verb: languages, bytes, exit codes, help, slips."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.command import ROOT, SECONDS, Desk, accueil

VERBS = (
    ("print",),
    ("print", "day"),
    ("print", "week"),
    ("print", "setup"),
    ("print", "doors"),
    ("print", "season"),
    ("print", "confirmation"),
    ("print", "agreement"),
    ("print", "evacuation"),
    ("print", "blank"),
    ("print", "morning"),
    ("print", "stale"),
    ("list",),
    ("list", "papers"),
    ("list", "bookings"),
    ("free",),
    ("import",),
    ("backup",),
    ("doctor",),
)
DAY = ("--from", "2026-11-26", "--to", "2026-11-26", "--format", "csv")


@pytest.mark.parametrize("verb", [(), *VERBS], ids=" ".join)
def test_the_help_of_every_verb_is_in_french(verb: tuple[str, ...]) -> None:
    answer = accueil(*verb, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.told().startswith(f"Emploi : {' '.join(('accueil', *verb))} ")
    for english in ("usage", "positional", "optional", "show this"):
        assert english not in answer.out


def test_the_help_documents_the_exit_codes() -> None:
    answer = accueil("--help")
    for code in range(6):
        assert f"\n  {code}  " in answer.out


def test_the_version() -> None:
    from desktop_app import __version__

    assert accueil("--version").out.strip() == f"accueil {__version__}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("fermer",), "« fermer » n’est pas possible pour VERBE. Choisir entre print, list, free"),
        (("list",), "Il manque LISTE."),
        (("list", "bookings", "--from", "demain"), "Il manque --to."),
        (("doctor", "--demo"), "s’écrivent avant le verbe."),
        (("--now", "tantôt", "doctor"), "« tantôt » n’est pas un instant"),
        (("--database",), "--database attend une valeur."),
        (("print", "week", "--paper", "A5", "-o", "x"), "Choisir entre A4 et A3."),
        (("list", "bookings", *DAY, "--separator", ";;"), "écrire un seul signe"),
        (("print", "day"), "Il manque -o/--output."),
        (("--dem", "doctor"), "Mot inconnu ici : --dem"),
    ],
)
def test_a_badly_written_command_is_told_in_plain_words(words, sentence) -> None:
    answer = accueil(*words)
    assert (answer.code, answer.out) == (2, "")
    assert sentence in answer.said()
    assert answer.said().startswith("Emploi : accueil")


@pytest.mark.parametrize("settings", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}])
def test_what_is_piped_is_utf8_whatever_the_locale(desk: Desk, settings: dict[str, str]) -> None:
    answer = desk.does("list", "bookings", *DAY, PYTHONIOENCODING="", **settings)
    assert "Réunion des bénévoles" in answer.out
    refused = desk.tries("print", "day", "--date", "31/11/2026", "-o", "x", **settings)
    assert refused.said() == "Le 31 novembre n’existe pas."


def test_a_reader_that_leaves_early_is_no_bug(desk: Desk) -> None:
    words = ("--from", "2026-09-01", "--to", "2027-07-09", "--format", "csv")
    options = ("--database", str(desk.database), "list", "bookings", *words)
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    _out, err = process.communicate(timeout=SECONDS)
    assert b"Traceback" not in err
    assert b"Exception ignored" not in err


def test_now_moves_the_day(demonstration: Path) -> None:
    tuesday = Desk(demonstration, "2026-12-01T08:00")
    answer = tuesday.does("list", "bookings", "--from", "aujourd’hui", "--to", "aujourd’hui",
                          "--format", "csv")  # fmt: skip
    assert {row["date"] for row in answer.table()} == {"2026-12-01"}


@pytest.mark.parametrize("verb", [("list", "bookings", *DAY), ("backup", "copie.sqlite")])
def test_a_slip_in_the_address_makes_no_new_database(tmp_path: Path, verb) -> None:
    answer = accueil("--database", tmp_path / "acueil.sqlite", *verb)
    assert answer.code == 4
    assert "Aucune base à" in answer.said()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("mysql://ailleurs/accueil", "indiquez un fichier, ou postgresql://…"),
        ("/proc/nulle/part.sqlite", "Aucune base à /proc/nulle/part.sqlite"),
    ],
)
def test_an_address_that_is_none_is_a_known_trouble(address: str, sentence: str) -> None:
    answer = accueil("--database", address, "list", "bookings", *DAY)
    assert answer.code == 4
    assert sentence in answer.said()


def test_a_folder_one_may_not_write_in_is_a_known_trouble() -> None:
    answer = accueil("--database", "/proc/accueil.sqlite", "import", ROOT / "resources" / "demo")
    assert answer.code == 4
    assert "La base ne s’ouvre pas" in answer.said()


def test_settings_that_cannot_be_read_are_told_with_their_file(tmp_path: Path) -> None:
    settings = tmp_path / "accueil" / "accueil.toml"
    settings.parent.mkdir()
    settings.write_text("database = [\n", encoding="utf-8")
    answer = accueil("doctor", XDG_CONFIG_HOME=str(tmp_path))
    assert answer.code == 4
    assert str(settings) in answer.err


def test_the_language_of_the_settings_is_spoken(desk: Desk, tmp_path: Path) -> None:
    settings = tmp_path / "accueil" / "accueil.toml"
    settings.parent.mkdir()
    settings.write_text('language = "en"\n', encoding="utf-8")
    words = ("free", "--from", "2026-11-26 14:00", "--to", "2026-11-26 16:00", "--format", "csv")
    answer = desk.does(*words, XDG_CONFIG_HOME=str(tmp_path))
    assert "14:00" in answer.out
    assert "14\N{NO-BREAK SPACE}h" not in answer.out


def test_in_english_help_slips_and_refusals_are_english(desk: Desk) -> None:
    assert accueil("--language", "en", "--help").out.startswith("Usage: accueil ")
    assert accueil("--language=en", "list", "bookings").err.startswith("Usage: accueil list")
    words = ("--language", "en", "print", "day", "--date", "31/11/2026", "-o", "x")
    refused = desk.tries(*words)
    assert refused.code == 3
    assert "November" in refused.err
    assert "novembre" not in refused.err


def test_alone_without_a_screen_it_says_how_to_run_it() -> None:
    answer = accueil(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert answer.code == 4
    assert "xvfb-run" in answer.said()
