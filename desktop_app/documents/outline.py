"""A document as what it says, in the order it is read: titles, sentences, lists, tables.

The accessible copies are made of it. No place, no size, no colour: those who hear a document or
feel it under their fingers need its structure and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Heading(NamedTuple):
    """A title; level 2 is the largest under the document's own."""

    words: str
    level: int = 2


class Sentence(NamedTuple):
    """A paragraph."""

    words: str


class Items(NamedTuple):
    """A list without numbers."""

    items: tuple[str, ...]


class Grid(NamedTuple):
    """A table with a line of headers; every row has a cell for each of them."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Sentence | Items | Grid


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document. language: `fr` or `en`. foot: said at the foot of each page."""

    title: str
    language: str
    author: str
    blocks: tuple[Block, ...]
    foot: str = ""
