"""Words as people type them, compared with words as they are written.

No regard to accents, case, apostrophes, ligatures, hyphens, word order or particles: `herouville`,
`HEROUVILLE`, `d herouville` and `dherouville` all find *d’Hérouville*. Pieces of words count: a
beginning always, a middle from three letters on. Pure: everyone may enter. A typing error (one
letter) is to come: it belongs in `_finds`.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss"}
)
_NOT_A_WORD = re.compile(r"[\W_]+")
_PARTICLES = frozenset(
    {"d", "de", "des", "du", "l", "la", "le", "les", "da", "di", "van", "von", "el", "al", "et"}
)
_SHORTEST_MIDDLE = 3


class Rank(IntEnum):
    """How well a text answers a query; the smallest first."""

    EXACT = 0
    BEGINNING = 1
    WORDS_IN_ORDER = 2
    WORDS = 3
    PIECES = 4


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, anything that is no letter or digit a single space.

    Letters of other scripts are kept. Folding twice changes nothing.
    """
    lowered = text.casefold().translate(_LETTERS_WITHOUT_DECOMPOSITION)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return _NOT_A_WORD.sub(" ", bare.translate(_LETTERS_WITHOUT_DECOMPOSITION)).strip()


@lru_cache(maxsize=256)
def words_sought(query: str) -> tuple[str, ...]:
    """The folded words a query insists on: particles do not count, unless they are all there is."""
    words = tuple(fold(query).split())
    telling = tuple(word for word in words if word not in _PARTICLES)
    return telling or words


def matches(query: str, folded_text: str) -> bool:
    """Does the text (already folded) answer the query: every word of it, in any order?

    An empty query matches nothing.
    """
    sought = words_sought(query)
    return bool(sought) and all(_finds(word, folded_text) for word in sought)


def rank(query: str, folded_text: str) -> Rank | None:
    """How well the text (already folded) answers the query; None when it does not."""
    if not matches(query, folded_text):
        return None
    whole = fold(query)
    if whole == folded_text:
        return Rank.EXACT
    if folded_text.startswith(whole):
        return Rank.BEGINNING
    places = [_place_of_beginning(word, folded_text) for word in words_sought(query)]
    if any(place < 0 for place in places):
        return Rank.PIECES
    return Rank.WORDS_IN_ORDER if places == sorted(places) else Rank.WORDS


def _finds(word: str, folded_text: str) -> bool:
    if _place_of_beginning(word, folded_text) >= 0:
        return True
    if len(word) >= _SHORTEST_MIDDLE and word in folded_text:
        return True
    return _begins_across_words(word, folded_text)


def _place_of_beginning(word: str, folded_text: str) -> int:
    """Where a word of the text begins like this one; -1 when none does."""
    if folded_text.startswith(word):
        return 0
    place = folded_text.find(" " + word)
    return place + 1 if place >= 0 else -1


def _begins_across_words(word: str, folded_text: str) -> bool:
    """`dherouville` for “d herouville”: the same letters, whatever spaces are between them."""
    if len(word) < _SHORTEST_MIDDLE or " " not in folded_text:
        return False
    words = folded_text.split()
    if word not in "".join(words):
        return False
    return any("".join(words[start:]).startswith(word) for start in range(len(words)))
