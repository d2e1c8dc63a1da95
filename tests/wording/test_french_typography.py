"""French as it is printed: no-break spaces before high punctuation, real quotes and apostrophes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.catalogue import sentences_of

ROOT = Path(__file__).parents[2]
SENTENCES = sorted({text for one in sentences_of(ROOT / "desktop_app").sentences for text in one})

# A colon within an hour or an address (14:30, postgresql://) is no punctuation.
WRONG = {
    "something else than a no-break space before a colon": re.compile(r"(?<!\u00a0):(?=\s|$)"),
    "something else than a narrow one before ; ! ?": re.compile(r"(?<!\u202f)[;!?]"),
    "something else than a no-break space within « »": re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"),
    "a typewriter's apostrophe": re.compile(r"'"),
    "a typewriter's quotation mark": re.compile(r'"'),
    "three dots": re.compile(r"\.\.\."),
    "an ordinary space before h, % or €": re.compile(r"[\d}] [h%€](?!\w)"),
}


def test_there_are_sentences_to_look_at() -> None:
    assert len(SENTENCES) > 500


@pytest.mark.parametrize("fault", WRONG)
def test_no_sentence_has(fault: str) -> None:
    assert [text for text in SENTENCES if WRONG[fault].search(text)] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Salle : Agora", "something else than a no-break space before a colon"),
        ("Salle\u202f: Agora", "something else than a no-break space before a colon"),
        ("Que garder\u00a0?", "something else than a narrow one before ; ! ?"),
        ("Que garder?", "something else than a narrow one before ; ! ?"),
        ("« Agora\u00a0»", "something else than a no-break space within « »"),
        ("«\u00a0Agora»", "something else than a no-break space within « »"),
        ("aujourd'hui", "a typewriter's apostrophe"),
        ('la "Fabrique"', "a typewriter's quotation mark"),
        ("Lecture...", "three dots"),
        ("à 14 h", "an ordinary space before h, % or €"),
    ],
)
def test_a_fault_is_seen(text: str, fault: str) -> None:
    assert [name for name, wrong in WRONG.items() if wrong.search(text)] == [fault]


@pytest.mark.parametrize(
    "text",
    ["Fermé\u00a0: Noël.", "Que garder\u202f?", "à 14:30", "postgresql://…", "«\u00a0Agora\u00a0»"],
)
def test_what_is_right_is_let_alone(text: str) -> None:
    assert not any(wrong.search(text) for wrong in WRONG.values())
