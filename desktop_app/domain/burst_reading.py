"""What a burst of keys says: a badge of ours, a piece of one, a foreign code, or just typing.

Every burst is read twice: the text as delivered, and the scan codes as keys of a US keyboard, which
is what a reader presses. The reading that passes the check letters wins. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.domain.badges import ALPHABET, LENGTH, SHORTEST_FRAGMENT, is_valid
from desktop_app.domain.key_strokes import Stroke
from desktop_app.domain.keyboard_layouts import UsKeys, azerty_as_us, us_character

_ALPHABET = frozenset(ALPHABET)
_STRAY_LIMIT = 2
_PREFIX_LENGTHS = (10, 7, 3)
_READER_PREFIX = re.compile(r"(\][A-Za-z][0-9A-Fa-f])?(\\[0-9]{6})?")
_WEB_ADDRESS = re.compile(r"(https?:|www\.|[a-z][a-z0-9+.\-]+://)", re.IGNORECASE)
_LONG_CODE = 20
_LONG_CODE_DIGITS = 4


def decodings(strokes: Sequence[Stroke], us_keys: UsKeys) -> tuple[str, ...]:
    """The texts this burst may mean, best first. Each has one character per stroke or is left out.

    An empty decoding (a dead key, an unknown scan code) becomes U+FFFD so that places agree.
    """
    delivered = "".join(stroke.text[:1] or "\ufffd" for stroke in strokes)
    pressed = "".join(
        us_character(us_keys, stroke.scan_code, shifted=stroke.shifted) or "\ufffd"
        for stroke in strokes
    )
    if pressed.strip("\ufffd"):
        return delivered, pressed
    return delivered, azerty_as_us(delivered)


def trailing_code(strokes: Sequence[Stroke], us_keys: UsKeys) -> str | None:
    """The badge code spelled by the last sixteen strokes, in whichever decoding is valid."""
    if len(strokes) < LENGTH:
        return None
    for text in decodings(strokes[-LENGTH:], us_keys):
        if is_valid(text.upper()):
            return text.upper()
    return None


def prefix_length(strokes: Sequence[Stroke], us_keys: UsKeys) -> int:
    """How many of the last strokes are what a reader sends before a code (AIM id, ECI escape)."""
    for length in _PREFIX_LENGTHS:
        if len(strokes) < length:
            continue
        tail = strokes[-length:]
        if any(_READER_PREFIX.fullmatch(text) for text in decodings(tail, us_keys)):
            return length
        # A US reader on an AZERTY desk: `]Q1` arrives as `$A&`.
        if _READER_PREFIX.fullmatch(azerty_as_us(decodings(tail, us_keys)[0])):
            return length
    return 0


def may_be_ours(strokes: Sequence[Stroke], us_keys: UsKeys) -> bool:
    """Could this still be the beginning of a badge of ours?"""
    return any(_all_ours(text) for text in decodings(strokes, us_keys))


def is_fragment(strokes: Sequence[Stroke], us_keys: UsKeys) -> bool:
    """Is this a piece of a badge: enough letters, all ours; or nearly a badge, with a stray?"""
    texts = decodings(strokes, us_keys)
    if len(strokes) >= SHORTEST_FRAGMENT and any(_all_ours(text) for text in texts):
        return True
    return any(_nearly_a_badge(text) for text in texts)


def is_foreign(strokes: Sequence[Stroke], us_keys: UsKeys) -> bool:
    """Is this what other people's codes look like? A web address, a reader's prefix, a long token.

    Kept narrow on purpose: words, phone numbers, dates and mail addresses are somebody typing.
    """
    return any(_looks_foreign(text) for text in decodings(strokes, us_keys))


def _all_ours(text: str) -> bool:
    return all(letter in _ALPHABET for letter in text.upper())


def _nearly_a_badge(text: str) -> bool:
    strays = sum(letter not in _ALPHABET for letter in text.upper())
    letters = len(text) - strays
    return letters >= LENGTH - _STRAY_LIMIT and strays <= _STRAY_LIMIT and " " not in text


def _looks_foreign(text: str) -> bool:
    if " " in text or "@" in text:
        return False
    prefix = _READER_PREFIX.match(text)
    bare = text[prefix.end() :] if prefix else text
    if len(bare) < len(text) or _WEB_ADDRESS.match(bare):
        return True
    digits = sum(character.isdigit() for character in bare)
    letters = sum(character.isalpha() for character in bare)
    return len(bare) >= _LONG_CODE and digits >= _LONG_CODE_DIGITS and letters > 0
