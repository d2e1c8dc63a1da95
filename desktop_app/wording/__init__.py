"""The words of the program: every sentence, label and date a person reads is made on this floor.

Services, documents and screens enter; the words know the domain and nothing above it. French is
the source language, written in the code; other languages are gettext catalogues. No use is made
of the system's locale, so that a sheet printed on any PC reads the same.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from pathlib import Path

SOURCE = "fr"
DOMAIN = "accueil"

_language = SOURCE
_times_chosen = 0
_translate: Callable[[str], str] | None = None
_translate_plural: Callable[[str, str, int], str] | None = None


def _(message: str) -> str:
    """The message in the reader's language. Called at the moment of showing, never at import."""
    return message if _translate is None else _translate(message)


def n_(singular: str, plural: str, count: int) -> str:
    """The form that goes with this count, its `{…}` still to be filled: `.format(n=count)`.

    French counts 0 and 1 as singular.
    """
    if _translate_plural is None:
        return singular if -2 < count < 2 else plural
    return _translate_plural(singular, plural, count)


def use_language(language: str, translations: Path | None = None) -> None:
    """Speak this language from now on: "fr", or one that has a catalogue under `translations`.

    A language without a catalogue keeps the French sentences; dates and hours, which have their
    own grammar, follow `language()` all the same.
    """
    global _language, _times_chosen, _translate, _translate_plural
    _language = language
    _times_chosen += 1
    _translate = _translate_plural = None
    if language == SOURCE or translations is None:
        return
    if gettext.find(DOMAIN, str(translations), [language]) is None:
        return
    catalogue = gettext.translation(DOMAIN, str(translations), [language])
    _translate, _translate_plural = catalogue.gettext, catalogue.ngettext


def language() -> str:
    """The language in use: "fr" or "en"."""
    return _language


def times_chosen() -> int:
    """How often a language was chosen so far: words kept under this number are still right."""
    return _times_chosen
