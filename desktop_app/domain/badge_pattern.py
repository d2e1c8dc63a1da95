"""The square pattern of a badge: its sixteen letters as a QR code of version 1, level Q.

The code is a sum: each pair of letters adds its own modules, wherever the others stand, because
error correction is linear. So a pattern is eight additions instead of an encoding. Source: ISO/IEC
18004, alphanumeric mode. Pure: everyone may enter.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

SIZE = 21
"""Modules on a side."""

QUIET = 4
"""White modules the standard asks for around."""

_DATA, _CHECK = 13, 13
_MODE_AND_COUNT = (0b0010 << 9) | 16
_HEADER_BITS, _PAIR_BITS, _PAIRS = 13, 11, 8
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FINDERS = ((0, 0), (0, 14), (14, 0))
_LEVEL_Q = 0b11
_Mask = Callable[[int, int], bool]
_MASKS: tuple[_Mask, ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, column: row % 2 == 0,
    lambda row, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)
_ROW = (1 << SIZE) - 1


def pattern_of(code: str) -> tuple[int, ...]:
    """Twenty-one rows, the top one first; the highest of a row's 21 bits is its left module.

    Of the eight masks, the one that leaves dark and light most even.
    """
    bits = _bits_of_header()
    for place in range(_PAIRS):
        bits ^= _bits_of_pair(place, code[2 * place : 2 * place + 2])
    half = SIZE * SIZE // 2
    masked = (bits ^ mask for mask in _masks())
    best = min(masked, key=lambda whole: abs(whole.bit_count() - half))
    return tuple(best >> SIZE * (SIZE - 1 - row) & _ROW for row in range(SIZE))


def _module(row: int, column: int) -> int:
    return 1 << (SIZE * SIZE - 1 - row * SIZE - column)


@lru_cache(maxsize=1)
def _bits_of_header() -> int:
    """Mode and count, which are the same for all."""
    bits = 0
    for bit in range(_HEADER_BITS):
        if _MODE_AND_COUNT >> (_HEADER_BITS - 1 - bit) & 1:
            bits ^= _bits_of_bit(bit)
    return bits


@lru_cache(maxsize=8192)
def _bits_of_pair(place: int, letters: str) -> int:
    value = _ALPHANUMERIC.index(letters[0]) * 45 + _ALPHANUMERIC.index(letters[1])
    bits, first = 0, _HEADER_BITS + place * _PAIR_BITS
    for bit in range(_PAIR_BITS):
        if value >> (_PAIR_BITS - 1 - bit) & 1:
            bits ^= _bits_of_bit(first + bit)
    return bits


@lru_cache(maxsize=128)
def _bits_of_bit(place: int) -> int:
    """The modules that one bit of the message turns, its own and those of the check words."""
    message = [0] * _DATA
    message[place // 8] = 0x80 >> place % 8
    words = message + _check_words(message)
    ordered = (word >> (7 - bit) & 1 for word in words for bit in range(8))
    return sum(_module(*where) for where, dark in zip(_way(), ordered, strict=True) if dark)


# -- check words: Reed-Solomon over the field of 256 -----------------------------------------


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = (one << 1) ^ (0x11D if one & 0x80 else 0)
        other >>= 1
    return product


@lru_cache(maxsize=1)
def _generator() -> tuple[int, ...]:
    """The product of (x − 2^n) for n from 0 to 12, without its leading 1."""
    found, root = [1], 1
    for _ in range(_CHECK):
        shifted = [*found, 0]
        for place, factor in enumerate(found):
            shifted[place + 1] ^= _times(factor, root)
        found, root = shifted, _times(root, 2)
    return tuple(found[1:])


def _check_words(message: list[int]) -> list[int]:
    rest = [0] * _CHECK
    for word in message:
        factor = word ^ rest[0]
        rest = [*rest[1:], 0]
        if factor:
            rest = [a ^ _times(b, factor) for a, b in zip(rest, _generator(), strict=True)]
    return rest


# -- where things are ------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _way() -> tuple[tuple[int, int], ...]:
    """Where the bits lie, in their order: up and down in columns of two, from the right."""
    found = []
    for turn, right in enumerate((20, 18, 16, 14, 12, 10, 8, 5, 3, 1)):
        rows = range(SIZE) if turn % 2 else reversed(range(SIZE))
        for row in rows:
            found += [(row, column) for column in (right, right - 1) if not _is_fixed(row, column)]
    return tuple(found)


def _is_fixed(row: int, column: int) -> bool:
    """Finders with their edges and the format beside them, and the two timing lines."""
    corner = (row < 9 and (column < 9 or column > 12)) or (row > 12 and column < 9)
    return corner or row == 6 or column == 6


@lru_cache(maxsize=1)
def _masks() -> tuple[int, ...]:
    """For each mask: what it turns, with all that is fixed and the format that names it."""
    free = _way()
    return tuple(
        sum(_module(*where) for where in free if turns(*where)) ^ _fixed() ^ _format(number)
        for number, turns in enumerate(_MASKS)
    )


def _fixed() -> int:
    bits = _module(SIZE - 8, 8)
    for top, left in _FINDERS:
        for row in range(7):
            for column in range(7):
                edge = row in (0, 6) or column in (0, 6)
                if edge or (2 <= row <= 4 and 2 <= column <= 4):
                    bits |= _module(top + row, left + column)
    for place in range(8, SIZE - 8, 2):
        bits |= _module(6, place) | _module(place, 6)
    return bits


def _format(mask: int) -> int:
    """The level and the mask, fifteen bits, twice."""
    told = _LEVEL_Q << 3 | mask
    rest = told << 10
    for place in range(14, 9, -1):
        if rest >> place & 1:
            rest ^= 0x537 << (place - 10)
    word = (told << 10 | rest) ^ 0x5412
    beside = [0, 1, 2, 3, 4, 5, 7, 8, *range(SIZE - 7, SIZE)]
    bits = 0
    for place in range(15):
        if word >> place & 1:
            # Lowest bit first: down the column, and along the row from the right.
            row = beside[place]
            bits |= _module(row, 8)
            bits |= _module(8, [*range(20, 12, -1), 7, 5, 4, 3, 2, 1, 0][place])
    return bits
