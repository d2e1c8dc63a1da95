"""Tooltips of words that people typed: shown as typed, never read as markup."""

from __future__ import annotations

from html import escape


def as_typed(words: str) -> str:
    """The words as a tooltip that shows them literally; Qt would read “<b>” as bold."""
    return f"<span>{escape(words)}</span>" if "<" in words else words
