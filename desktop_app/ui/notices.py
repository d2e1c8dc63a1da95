"""Telling without interrupting: short sentences at the foot of the window, never a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.refusals import Refusal, Trouble

SECONDS = 10
"""How long a notice, and its undo, stays. Source: the design's principle 2."""


class NoticeAction(NamedTuple):
    """A verb offered with a notice: its word, what it does, the key that does it too."""

    label: str
    do: Callable[[], object]
    keys: str = ""


class Notice(NamedTuple):
    """One sentence, its tone (`ok`, `info`, `warning`, `error`) and at most one verb."""

    text: str
    tone: str = "ok"
    action: NoticeAction | None = None


class Notices(QObject):
    """Where every part of the window says things. The bar shows them (see `notice_bar`)."""

    said = Signal(object)
    """A `Notice` to show."""

    done_quietly = Signal(object)
    """A `NoticeAction` that takes back what was just done where everybody saw it."""

    def say(self, text: str, tone: str = "ok", action: NoticeAction | None = None) -> None:
        """Show a sentence for ten seconds; `action` adds one verb, usually undo."""
        self.said.emit(Notice(text, tone, action))

    def say_refusal(self, error: Refusal | Trouble) -> None:
        """Show why the venue said no, or what in the world failed."""
        from desktop_app.wording.refusals import say

        self.say(say(error), tone="warning" if isinstance(error, Trouble) else "error")
