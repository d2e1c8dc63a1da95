"""The command `accueil`: alone it opens the desk; with a verb it works without a window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code (see `desktop_app.commands`)."""
    from desktop_app import bootstrap
    from desktop_app.commands.arguments import parser

    arguments = sys.argv[1:] if arguments is None else list(arguments)
    bootstrap.speak(_language_in(arguments))
    asked = parser().parse_args(arguments)
    start = bootstrap.Start(asked.demo, asked.database, asked.now, asked.language)
    if asked.verb is None:
        from desktop_app.desk import open_desk

        return open_desk(start)
    from desktop_app.commands.run import run_command

    return run_command(asked, start)


def _language_in(arguments: Sequence[str]) -> str:
    """The language asked for, before the grammar itself is spoken in it."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--language="):
            return argument.partition("=")[2]
        if argument == "--language" and place + 1 < len(arguments):
            return arguments[place + 1]
    return "fr"


if __name__ == "__main__":
    sys.exit(main())
