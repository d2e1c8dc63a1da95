"""Key names as they are printed on a French or an English keyboard."""

from __future__ import annotations

from desktop_app.wording import _

_SIGNS = {"Return": "⏎", "Enter": "⏎", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def say_keys(sequence: str) -> str:
    """“Ctrl+Shift+Z” → “Ctrl Maj Z”; “Ctrl+Return” → “Ctrl ⏎”."""
    words = {
        "Shift": _("Maj"),
        "Esc": _("Échap"),
        "Del": _("Suppr"),
        "Space": _("Espace"),
        "Home": _("Début"),
        "End": _("Fin"),
        **_SIGNS,
    }
    # “Ctrl++” is the plus key: the empty parts between two plus signs stand for it.
    parts = sequence.replace("++", "+Plus").split("+")
    return "\u00a0".join("+" if part == "Plus" else words.get(part, part) for part in parts if part)
