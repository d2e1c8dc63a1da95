"""A typed sentence taken apart phrase by phrase, until nothing is left that was not understood.

For `recurrence_words` and whoever reads a spoken line the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_CUT = " | "
_LINKS = re.compile(r"(?:\||,|;|\.|:|\bet\b|\bles?\b|\s)+")


class Sentence:
    """The part of a plain sentence (`typed_text.plain`) nobody has understood yet."""

    def __init__(self, plain_text: str) -> None:
        self._rest = plain_text

    def take(self, phrase: str) -> re.Match[str] | None:
        """Find a phrase and take it out; what stood around it does not grow together."""
        found = re.search(phrase, self._rest)
        if found is not None:
            self._rest = self._rest[: found.start()] + _CUT + self._rest[found.end() :]
        return found

    def reword(self, put: Callable[[str], str]) -> None:
        """Say what is left in other words."""
        self._rest = put(self._rest)

    def left_over(self) -> str:
        """What is left, commas and little words apart; empty when all was understood."""
        return " ".join(_LINKS.sub(" ", self._rest).split())
