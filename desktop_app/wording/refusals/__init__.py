"""The sentence of every refusal: one module per room of the house, merged at the first refusal.

Whoever raises a new code writes its sentence in the room's module and, for a new room, adds the
module to the list below. A sentence is a function of the refusal's values, called when it is said,
so that it speaks the language in use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.wording import _

Sentence = Callable[[Mapping[str, Any]], str]

ROOMS = (
    "arrivals",
    "bookings",
    "cafe",
    "identifiers",
    "import_lines",
    "importing",
    "installation",
    "letters",
    "organisations",
    "printing",
    "times",
    "trainings",
)
"""Modules holding `SENTENCES`. One per line, in the order of the alphabet."""


@cache
def sentences() -> dict[str, Sentence]:
    """Code → sentence, of every room. Read when something is first refused, not at the start."""
    merged: dict[str, Sentence] = {}
    for room in ROOMS:
        found: dict[str, Sentence] = import_module(f"{__name__}.{room}").SENTENCES
        for code, sentence in found.items():
            if code in merged:
                raise ValueError(f"{code} has two sentences, the second in {room}")
            merged[code] = sentence
    return merged


def say(error: Refusal | Trouble) -> str:
    """The plain sentence for the person at the desk: what is wrong and what to do next."""
    sentence = sentences().get(error.code)
    if sentence is None:
        return _("Cette action n’a pas abouti ({code}).").format(code=error.code)
    return sentence(error.values)
