"""Key positions: what a badge reader meant, whatever layout the PC made of it.

A reader is a keyboard that presses the keys of a US layout. The text the PC delivers depends on the
PC's own layout; the native scan codes do not. Measured under X11 with us, fr and de layouts: evdev
code + 8; Windows gives set-1 codes, which are the evdev codes of the same block.
"""

from __future__ import annotations

from collections.abc import Mapping

_FIRST_KEYS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'", 'ASDFGHJKL:"'),
    (41, "`", "~"),
    (43, "\\", "|"),
    (44, "zxcvbnm,./", "ZXCVBNM<>?"),
    (57, " ", " "),
)
"""First set-1 code of each run of keys, plain characters, shifted characters."""

UsKeys = Mapping[int, tuple[str, str]]
"""Native scan code → (plain, shifted) character of a US keyboard."""


def _us_keys(offset: int) -> dict[int, tuple[str, str]]:
    return {
        first + place + offset: (plain, shifted)
        for first, plains, shifteds in _FIRST_KEYS
        for place, (plain, shifted) in enumerate(zip(plains, shifteds, strict=True))
    }


US_BY_X11_CODE: UsKeys = _us_keys(8)
US_BY_WINDOWS_CODE: UsKeys = _us_keys(0)
NO_CODES: UsKeys = {}
"""For platforms that give no scan code (macOS, an offscreen window)."""


def us_character(keys: UsKeys, scan_code: int, *, shifted: bool) -> str:
    """The character of this key on a US keyboard; empty when the code says nothing."""
    pair = keys.get(scan_code)
    return "" if pair is None else pair[shifted]


_AZERTY_TO_US = str.maketrans(
    {
        **dict(zip("&é\"'(-è_çà)=", "1234567890-=", strict=True)),
        **dict(zip("1234567890°+", "!@#$%^&*()_+", strict=True)),
        **dict(zip("azAZqwQWmM", "qwQWazAZ;:", strict=True)),
        **dict(zip("^$¨£ù%*µ", "[]{}'\"\\|", strict=True)),
        **dict(zip(",;:!?./§", "m,./M<>?", strict=True)),
        "²": "`",
    }
)


def azerty_as_us(text: str) -> str:
    """What a US reader sent when a French AZERTY PC delivered this text (third best reading:
    it serves where scan codes are missing, and only for texts without dead keys)."""
    return text.translate(_AZERTY_TO_US)
