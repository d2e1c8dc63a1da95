"""What the check of the English catalogue finds, and how it brings one up to date."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tests.support.catalogue import Sentence, sentences_of, troubles_of, troubles_with, write

CODE = """
def say(n, name):
    return _("Bonjour {name}").format(name=name) + n_("{n} date", "{n} dates", n)
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "greeting.py").write_text(CODE, "utf-8")
    return folder


@pytest.fixture
def catalogue(code: Path, tmp_path: Path) -> polib.POFile:
    """A complete one."""
    path = tmp_path / "en" / "accueil.po"
    write(sentences_of(code), path)
    made = polib.pofile(str(path))
    made.find("Bonjour {name}").msgstr = "Hello {name}"
    made.find("{n} date").msgstr_plural = {0: "{n} date", 1: "{n} dates"}
    return made


def troubles(code: Path, catalogue: polib.POFile) -> str:
    return "\n".join(troubles_of(sentences_of(code), catalogue))


def test_a_complete_catalogue_is_fine(code, catalogue):
    assert troubles(code, catalogue) == ""


def test_a_sentence_without_english_is_found(code, catalogue):
    catalogue.find("Bonjour {name}").msgstr = ""
    assert "not translated: “Bonjour {name}”" in troubles(code, catalogue)


def test_a_new_sentence_is_found(code, catalogue):
    (code / "new.py").write_text('def f():\n    return _("Salle fermée")', "utf-8")
    assert "new.py: no English for “Salle fermée”" in troubles(code, catalogue)


def test_a_vanished_sentence_is_found(code, catalogue):
    (code / "greeting.py").write_text("", "utf-8")
    assert "nobody says “Bonjour {name}” any more" in troubles(code, catalogue)


def test_another_name_in_the_english_is_found(code, catalogue):
    catalogue.find("Bonjour {name}").msgstr = "Hello {nom}"
    assert "another {…}" in troubles(code, catalogue)


def test_a_catalogue_that_is_not_there_is_found(code, tmp_path):
    nowhere = tmp_path / "nowhere" / "accueil.po"
    assert "accueil.po, accueil.mo missing" in "\n".join(troubles_with(sentences_of(code), nowhere))


def test_a_catalogue_compiled_before_its_last_change_is_found(code, catalogue, tmp_path):
    path = tmp_path / "accueil.po"
    catalogue.save(str(path))
    catalogue.save_as_mofile(str(path.with_suffix(".mo")))
    assert list(troubles_with(sentences_of(code), path)) == []
    catalogue.find("Bonjour {name}").msgstr = "Hi {name}"
    catalogue.save(str(path))
    assert list(troubles_with(sentences_of(code), path)) == ["accueil.mo is older than accueil.po"]


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("def f(x):\n    return _(x)", "not a plain text"),
        ('def f(x):\n    return _(f"Salle {x}")', "not a plain text"),
        ('WORD = _("Salle")', "said at import"),
    ],
)
def test_a_sentence_asked_for_wrongly_is_found(code, line, trouble):
    (code / "wrong.py").write_text(line, "utf-8")
    assert trouble in "\n".join(sentences_of(code).troubles)


def test_bringing_up_to_date_keeps_what_is_translated(code, catalogue, tmp_path):
    path = tmp_path / "accueil.po"
    catalogue.save(str(path))
    (code / "new.py").write_text('def f():\n    return _("Salle fermée")', "utf-8")
    write(sentences_of(code), path)
    again = polib.pofile(str(path))
    assert again.find("Bonjour {name}").msgstr == "Hello {name}"
    assert again.find("Salle fermée").msgstr == ""
    assert again.to_binary() == path.with_suffix(".mo").read_bytes()


def test_the_sentences_are_read_with_their_plurals(code):
    assert list(sentences_of(code).sentences) == [
        Sentence("Bonjour {name}", ""),
        Sentence("{n} date", "{n} dates"),
    ]
