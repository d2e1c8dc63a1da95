"""What people type, brought to one plain form before it is read.

For the readers of hours, days and rules (`reading_time`, `reading_day`, `recurrence_words`).
"""

from __future__ import annotations

import unicodedata

_SIGNS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "→": ">",
        "⇒": ">",
        "➜": ">",
        "➔": ">",
        "œ": "oe",
        "\N{ZERO WIDTH SPACE}": " ",
        "\N{BYTE ORDER MARK}": " ",
    }
)


def plain(text: str) -> str:
    """Small letters, no accents, `'` and `-` for their many shapes, `>` for arrows, single spaces.

    No-break and narrow spaces are spaces; “1ᵉʳ” is “1er”.
    """
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(letters.casefold().translate(_SIGNS).replace("->", ">").split())
