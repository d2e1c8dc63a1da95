"""The command `accueil`: alone it opens the desk; with a verb it works without a window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code (see `desktop_app.commands`)."""
    from desktop_app import bootstrap

    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if not arguments:  # a double click: the window waits for no grammar
        from desktop_app.desk import open_desk

        return open_desk(bootstrap.Start())
    from desktop_app.commands.arguments import parser

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
    words = [word for argument in arguments for word in argument.split("=", 1)]
    place = words.index("--language") + 1 if "--language" in words else len(words)
    return "en" if words[place : place + 1] == ["en"] else "fr"


if __name__ == "__main__":
    sys.exit(main())
