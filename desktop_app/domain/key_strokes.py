"""One key as the window delivers it, stripped of every toolkit. Everyone may enter."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class KeyKind(StrEnum):
    """What a key does, as far as telling a reader from a typist needs to know.

    TEXT: it writes something (a dead key counts, with an empty text). ENTER, TAB: they may end a
    code. MODIFIER: Shift, Caps Lock… a reader presses Shift for every capital. OTHER: arrows,
    Backspace, Escape, function keys, and anything pressed with Ctrl, Alt or Meta.
    """

    TEXT = "text"
    ENTER = "enter"
    TAB = "tab"
    MODIFIER = "modifier"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key press.

    moment: milliseconds on any clock that does not jump. scan_code: the native one, 0 if unknown.
    repeat: sent by a key held down. event: whatever the window wants back with the stroke.
    """

    text: str
    scan_code: int
    moment: float
    kind: KeyKind = KeyKind.TEXT
    shifted: bool = False
    repeat: bool = False
    event: object = field(default=None, compare=False)
