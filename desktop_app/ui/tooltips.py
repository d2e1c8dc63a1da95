"""Tooltips of words that people typed: shown as typed, never read as markup."""

from __future__ import annotations


def as_typed(words: str) -> str:
    """The words as a tooltip that shows them literally; Qt would read “<b>” as bold."""
    if "<" not in words:
        return words
    from html import escape

    return f"<span>{escape(words)}</span>"
