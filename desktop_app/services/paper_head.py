"""What the operator puts at the head of papers: a text and a picture of their own.

The program brings no emblem of anybody. Kept in the venue's settings, the same at every desk.
"""

from __future__ import annotations

import base64
from datetime import datetime
from typing import NamedTuple

from database.reads import papers as read_papers
from database.unit_of_work import Database
from database.writes import settings as write_settings
from desktop_app.documents.facts import Edition
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.services.paper_reading import picture_of
from desktop_app.services.venue import VenueBook
from desktop_app.wording import language

LARGEST = 300_000
"""Bytes of a picture: it travels in every sheet."""

LONGEST_TEXT = 120
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class Head(NamedTuple):
    """The head of papers. text: empty for the venue's name; image: empty for none."""

    text: str
    image: bytes


class PaperHead:
    """Reads and keeps the head of papers."""

    def __init__(self, database: Database, venue_book: VenueBook) -> None:
        self._database = database
        self._venue_book = venue_book

    def head(self) -> Head:
        """As it stands."""
        with self._database.reading() as connection:
            kept = read_papers.print_settings(connection)
        return Head(self._venue_book.venue().rules.header_text, picture_of(kept.header_image))

    def edition(self, made_at: datetime) -> Edition:
        """Who publishes a sheet, at a moment (wall time)."""
        head = self.head()
        return Edition(
            venue_name=self._venue_book.venue().rules.venue_name,
            header_text=head.text,
            made_at=made_at,
            language=language(),
            header_image=head.image,
        )

    def save_text(self, text: str, *, by: Actor) -> None:
        """Keep the text; an empty one brings the venue's name back.

        Raises `role_forbidden`, `text_too_long` (field `header`).
        """
        by.require(*DESK_ROLES)
        text = " ".join(text.split())
        if len(text) > LONGEST_TEXT:
            raise Refusal("text_too_long", field="header", longest=LONGEST_TEXT)
        self._put("header_text", text, by)

    def save_image(self, image: bytes, *, by: Actor) -> None:
        """Keep a PNG or a JPEG; nothing takes the picture away.

        Raises `role_forbidden`, `image_unreadable`, `image_too_large` (field `image`).
        """
        by.require(*DESK_ROLES)
        if image and not image.startswith(_SIGNATURES):
            raise Refusal("image_unreadable", field="image")
        if len(image) > LARGEST:
            raise Refusal("image_too_large", field="image", largest=LARGEST // 1000)
        self._put("header_image", base64.b64encode(image).decode("ascii"), by)

    def _put(self, name: str, value: str, by: Actor) -> None:
        with self._database.writing() as work:
            write_settings.put(work, name, value)
            work.journal(by, "edit", "setting", None, name=name)
