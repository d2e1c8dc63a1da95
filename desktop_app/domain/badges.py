"""Badge codes: sixteen letters that cross every keyboard, with nothing personal in them.

The seventeen letters sit on the same key in QWERTY, AZERTY and QWERTZ (I, L and O are left out as
look-alikes). Seventeen is a prime, so two weighted sums modulo 17 make a code of distance three:
any one or two wrong letters, hence any swap of two letters, are noticed. A mistyped code is thereby
told apart from an unknown one. Pure: everyone may enter.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple, Protocol

ALPHABET = "BCDEFGHJKNPRSTUVX"
LENGTH = 16
CHECK_LETTERS = 2
SHORTEST_FRAGMENT = 8
"""From this many letters of the alphabet on, a reading is a piece of a badge, not a word."""

# 1 and not 0: otherwise one letter repeated sixteen times, a stuck key, would be a valid code.
_WEIGHTED_SUM = 1
_PRIME = len(ALPHABET)
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}

# Words the sixteen letters must not spell, in French or English, and marks of history or of housing
# status. The list is long enough to spare a blush, not to be complete.
UNFORTUNATE = (
    *("BEUR", "BEUH", "CRETE", "CREVE", "CUCU", "CUNT", "DECHET", "DECES", "DUPE", "FESSE"),
    *("FUCK", "FUK", "GEUX", "GUEU", "HH", "JUDE", "KGB", "KKK", "NEGRE", "NERD", "NUDE", "NUE"),
    *("PD", "PEDE", "PERDU", "PERVER", "PET", "PUE", "PUTE", "REBUT", "REFUS", "RUSE"),
    *("SDF", "SEX", "SHUT", "SS", "SUCE", "TEUB", "TUE", "TURD", "VERGE", "VEUVE"),
)

_AIM_PREFIX = re.compile(r"^\][A-Za-z][0-9A-Fa-f]")
_ECI_ESCAPE = re.compile(r"^\\[0-9]{6}")
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u00a0\u202f.\x00-\x1f\x7f]+")


class Chooser(Protocol):
    """The part of `random.Random` that a new code needs."""

    def choice(self, seq: str, /) -> str: ...


class Verdict(StrEnum):
    """What a reader delivered: a badge of ours, a piece of one, or something else."""

    GOOD = "good"
    INCOMPLETE = "incomplete"
    FOREIGN = "foreign"


class Reading(NamedTuple):
    """A text seen as a badge. code is the sixteen letters, only when the verdict is good."""

    verdict: Verdict
    code: str | None
    text: str


def _check_letters(letters: str) -> str:
    # Weights 1…16 for the weighted sum; the two equations are solved for the last two letters.
    plain = sum(_VALUES[letter] for letter in letters)
    weighted = sum(place * _VALUES[letter] for place, letter in enumerate(letters, start=1))
    first = (plain + weighted - _WEIGHTED_SUM) % _PRIME
    second = (-plain - first) % _PRIME
    return ALPHABET[first] + ALPHABET[second]


def is_valid(code: str) -> bool:
    """Are these sixteen capital letters of the alphabet whose check letters agree?"""
    if len(code) != LENGTH or any(letter not in _VALUES for letter in code):
        return False
    return _check_letters(code[:-CHECK_LETTERS]) == code[-CHECK_LETTERS:]


def new_code(random: Chooser) -> str:
    """A new code: fourteen random letters (57 bits) and two check letters.

    random: `random.SystemRandom()` in the venue, a seeded one in tests.
    """
    while True:
        letters = "".join(random.choice(ALPHABET) for _ in range(LENGTH - CHECK_LETTERS))
        code = letters + _check_letters(letters)
        if not any(word in code for word in UNFORTUNATE):
            return code


def group(code: str) -> str:
    """The code as printed under its QR: four groups of four (`BCDE-FGHJ-…`)."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _plain(text: str) -> str:
    """Capitals only, without the reader's prefix, separators and control characters."""
    bare = _ECI_ESCAPE.sub("", _AIM_PREFIX.sub("", text.strip()))
    return _SEPARATORS.sub("", bare).upper()


def read_code(text: str) -> str | None:
    """The code in a text typed or scanned, in small letters or groups; None if there is none."""
    letters = _plain(text)
    return letters if is_valid(letters) else None


def classify(text: str) -> Reading:
    """Say what a reader delivered.

    Sixteen letters whose check letters disagree count as incomplete: the reading went wrong and is
    worth repeating, which a foreign code is not.
    """
    letters = _plain(text)
    if is_valid(letters):
        return Reading(Verdict.GOOD, letters, text)
    if len(letters) >= SHORTEST_FRAGMENT and all(letter in _VALUES for letter in letters):
        return Reading(Verdict.INCOMPLETE, None, text)
    return Reading(Verdict.FOREIGN, None, text)
