"""Small turns of phrase shared by sentences: enumerations, quotations, cut texts."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.wording import language

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


def say_list(items: Sequence[str]) -> str:
    """“a, b et c”."""
    if len(items) < 2:
        return "".join(items)
    word = "et" if language() == "fr" else "and"
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def shorten(text: str, most: int = 40) -> str:
    """The text on one line, cut with an ellipsis when it is longer than `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def quote(text: str) -> str:
    """What somebody typed, in the language's quotation marks, cut when long."""
    if language() == "fr":
        return f"«{NBSP}{shorten(text)}{NBSP}»"
    return f"“{shorten(text)}”"
