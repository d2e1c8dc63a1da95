"""argparse that speaks the language of the desk: its titles, its help, and what is wrong.

Its own sentences are English and made for programmers; the reader here is a receptionist on the
telephone with somebody who helps.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from desktop_app.commands import USAGE
from desktop_app.wording import _, language
from desktop_app.wording.phrases import NBSP, say_list


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Wide enough for one line an option; examples keep their lines."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=98)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        # An empty prefix is argparse's own: it is measuring the name of a verb.
        said = _("Emploi : ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)

    def start_section(self, heading: str | None) -> None:
        # argparse adds the colon, without the space that goes before it in French.
        super().start_section(f"{heading}{NBSP}" if language() == "fr" and heading else heading)


class Parser(argparse.ArgumentParser):
    """A parser in plain words. examples: lines shown at the foot of the help."""

    def __init__(self, *, examples: Iterable[str] = (), **options: Any) -> None:
        examples = tuple(examples)
        if examples:
            title = _("Exemples :")
            options.setdefault("epilog", "\n  ".join((title, *examples)))
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Layout, **options)
        self._positionals.title = _("À donner")
        self._optionals.title = _("Options")
        self.add_argument("-h", "--help", action="help", help=_("montrer cette aide"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong on standard error and leave with `USAGE`."""
        self.print_usage(sys.stderr)
        words = _("{name} : {sentence}").format(name=self.prog, sentence=plain_words(message))
        self.exit(USAGE, f"{words}\n")


def plain_words(message: str) -> str:
    """argparse's complaint in a sentence; one it does not know comes back as it is."""
    for pattern, sentence in _COMPLAINTS:
        found = pattern.fullmatch(message)
        if found is not None:
            return sentence(**found.groupdict())
    return message


def _impossible(name: str, value: str, choices: str) -> str:
    known = say_list(re.findall(r"'?([\w-]+)'?", choices))
    return _("« {value} » n’est pas possible pour {name}. Choisir entre {known}.").format(
        value=value, name=name, known=known
    )


def _missing(names: str) -> str:
    return _("Il manque {names}.").format(names=say_list(names.split(", ")))


def _unknown(words: str) -> str:
    return _(
        "Mot inconnu ici : {words}. Les options générales (--demo, --database, --now, --language) "
        "s’écrivent avant le verbe."
    ).format(words=words)


def _no_value(name: str) -> str:
    return _("{name} attend une valeur.").format(name=name)


def _no_value_wanted(name: str, value: str) -> str:
    return _("{name} ne prend pas de valeur (« {value} »).").format(name=name, value=value)


def _not_both(name: str, other: str) -> str:
    return _("{name} ne va pas avec {other} : choisir l’un ou l’autre.").format(
        name=name, other=other
    )


def _one_of(names: str) -> str:
    return _("Il manque un choix : {names}.").format(names=say_list(names.split(" ")))


def _unreadable(name: str, sentence: str) -> str:
    return _("{name} : {sentence}").format(name=name, sentence=sentence)


_COMPLAINTS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (
            (
                r"argument (?P<name>.+?): invalid choice: '(?P<value>.*)' "
                r"\(choose from (?P<choices>.*)\)"
            ),
            _impossible,
        ),
        (r"the following arguments are required: (?P<names>.+)", _missing),
        (r"unrecognized arguments: (?P<words>.+)", _unknown),
        (r"argument (?P<name>.+?): expected one argument", _no_value),
        (
            r"argument (?P<name>.+?): ignored explicit argument '(?P<value>.*)'",
            _no_value_wanted,
        ),
        (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", _not_both),
        (r"one of the arguments (?P<names>.+) is required", _one_of),
        (r"argument (?P<name>.+?): (?P<sentence>.+)", _unreadable),
    )
)
