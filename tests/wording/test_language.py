"""French is spoken without a file; another language comes from its catalogue."""

from __future__ import annotations

from pathlib import Path
from timeit import repeat

import polib
import pytest

from desktop_app import wording
from desktop_app.wording import _, language, n_
from desktop_app.wording.labels import label_of_status
from tests.support.languages import speaking


@pytest.fixture
def translations(tmp_path: Path) -> Path:
    """A folder with a small English catalogue."""
    catalogue = polib.POFile()
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    catalogue.append(polib.POEntry(msgid="Sur place", msgstr="Here"))
    catalogue.append(
        polib.POEntry(
            msgid="{n} date", msgid_plural="{n} dates", msgstr_plural={0: "{n} day", 1: "{n} days"}
        )
    )
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue.save_as_mofile(str(folder / "accueil.mo"))
    return tmp_path


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 date"), (1, "1 date"), (2, "2 dates"), (42, "42 dates")]
)
def test_french_counts_zero_as_one(count, said):
    assert n_("{n} date", "{n} dates", count).format(n=count) == said


def test_a_name_imported_once_speaks_the_language_chosen_later(translations):
    assert label_of_status("arrived") == "Sur place"
    with speaking("en", translations):
        assert language() == "en"
        assert label_of_status("arrived") == "Here"
        assert n_("{n} date", "{n} dates", 0) == "{n} days"
        assert n_("{n} date", "{n} dates", 1) == "{n} day"
        assert _("Option") == "Option"
    assert label_of_status("arrived") == "Sur place"


def test_a_language_without_a_catalogue_keeps_the_french_sentences(tmp_path):
    with speaking("en", tmp_path):
        assert language() == "en"
        assert _("Sur place") == "Sur place"


def test_asking_for_a_word_costs_next_to_nothing():
    asked = {"_": wording._}
    best = min(repeat("_('Sur place')", number=10_000, repeat=20, globals=asked))
    assert best / 10_000 < 1e-6
