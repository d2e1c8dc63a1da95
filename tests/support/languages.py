"""Speaking another language for the length of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.wording import SOURCE, use_language


@contextmanager
def speaking(language: str, translations: Path | None = None) -> Iterator[None]:
    """Everything said inside is said in this language; afterwards, French again."""
    use_language(language, translations)
    try:
        yield
    finally:
        use_language(SOURCE)
