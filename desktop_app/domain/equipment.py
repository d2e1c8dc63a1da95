"""What a room holds, in one vocabulary: the words people write become one code each.

A word the venue uses and this list does not know is kept as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.domain.search_text import fold

_WORDS: dict[str, tuple[str, ...]] = {
    "projector": ("projector", "videoprojecteur", "video projecteur", "projecteur", "beamer"),
    "screen": ("screen", "ecran"),
    "induction_loop": (
        "loop",
        "hearing loop",
        "induction loop",
        "boucle",
        "boucle magnetique",
        "boucle a induction",
    ),
    "paperboard": ("paperboard", "flip chart", "flipchart", "tableau papier", "chevalet"),
    "sound": ("sound", "sound system", "pa system", "sono", "sonorisation"),
    "microphones": ("microphone", "microphones", "2 microphones", "micro", "micros"),
    "video_conference": ("video conference", "video conferencing", "visioconference", "visio"),
    "computer": ("pc", "computer", "ordinateur", "poste informatique"),
    "confidential": ("confidential", "confidentiality", "confidentiel", "confidentialite"),
    "bar": ("bar",),
    "shelves": ("shelves", "etageres", "rayonnages"),
    "scales": ("scales", "balance"),
    "sink": ("sink", "evier", "point d eau"),
    "large_tables": ("large tables", "grandes tables"),
}
KNOWN = tuple(_WORDS)
_CODES = {word: code for code, words in _WORDS.items() for word in words}
_SEPARATORS = re.compile(r"\s*(?:,|;|\+|/|\bet\b|\band\b)\s*")
_INHERITED = re.compile(r"^(?:as|comme)\b")


def read_equipment(text: str) -> tuple[str, ...]:
    """The equipment named in a cell or on a command line, each once, in the order of the text.

    “as A and B” (a composite says it has what its parts have) names nothing of its own.
    """
    found: list[str] = []
    inherited = False
    for piece in _SEPARATORS.split(text.strip()):
        words = fold(piece)
        if _INHERITED.match(words):
            inherited = True
        elif words and not (inherited and len(words) == 1):
            inherited = False
            found.append(_CODES.get(words, piece.strip()))
    return tuple(dict.fromkeys(found))


def lacking(asked: Iterable[str], held: Iterable[str]) -> tuple[str, ...]:
    """What is asked for and not held."""
    held = set(held)
    return tuple(item for item in asked if item not in held)
