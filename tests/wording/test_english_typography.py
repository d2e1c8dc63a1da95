"""English as it is printed: no space before punctuation, curly quotes, nothing French left."""

from __future__ import annotations

import re

import polib
import pytest

from tests.support.catalogue import CATALOGUE

SENTENCES = sorted(
    {
        text
        for entry in polib.pofile(str(CATALOGUE))
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
    }
)

WRONG = {
    "a space before : ; ! ?": re.compile(r"[\s\u202f][:;!?](?:\s|$)"),
    "a space before %": re.compile(r"[\d}]\s%"),
    "French quotation marks": re.compile(r"[«»]"),
    "a typewriter's quote or apostrophe": re.compile(r"""["']"""),
    "three dots": re.compile(r"\.\.\."),
    "an hour as the French write it": re.compile(r"\b1\d\sh\b"),
    "a French word": re.compile(
        r"(?<!accueil, )\b(?:le|les|une?|du|des|salles?|semaine|jour|avec|pour)\b"
    ),
}


def test_there_are_sentences_to_look_at() -> None:
    assert len(SENTENCES) > 500


@pytest.mark.parametrize("fault", WRONG)
def test_no_sentence_has(fault: str) -> None:
    assert [text for text in SENTENCES if WRONG[fault].search(text)] == []


def test_sentences_end_as_the_french_ones_do() -> None:
    """A full stop, an ellipsis or a question is part of what is meant; abbreviations are not."""
    ends = (".", "…", "?", "!", ":", " ")
    differing = [
        entry.msgid
        for entry in polib.pofile(str(CATALOGUE))
        if not entry.msgid_plural
        and len(entry.msgid) > len("Exempl.")
        and any(entry.msgid.endswith(end) != entry.msgstr.endswith(end) for end in ends)
    ]
    assert differing == []
