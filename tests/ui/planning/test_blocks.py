"""One booking painted: told apart by letter and pattern, not by colour alone; words kept shaped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QImage

from desktop_app.domain.bookings import BookingRow
from desktop_app.ui.theme import Theme
from desktop_app.ui.tokens import HIGH_CONTRAST, LIGHT
from desktop_app.ui.widgets.booking_block import BlockPainter
from desktop_app.ui.widgets.booking_face import BlockFace, face_of, say_tight, title_of
from desktop_app.ui.widgets.text_shelf import TextShelf
from tests.ui.planning.desk import THURSDAY, at, plainly

FAMILIES = (("meeting", "R"), ("permanence", "P"), ("training", "F"), ("event", "É"))


def a_row(**facts: object) -> BookingRow:
    values: dict[str, object] = dict.fromkeys(BookingRow._fields)
    values |= {
        "id": 1,
        "room_id": 1,
        "starts_at": at(10),
        "ends_at": at(12),
        "kind": "permanence",
        "status": "confirmed",
        "title": "P07",
        "organisation_name": "Femmes en chemin",
        "heads": 3,
        "discreet": False,
    }
    return BookingRow(**(values | facts))  # type: ignore[arg-type]


@pytest.fixture
def painter(theme: Theme) -> Iterator[BlockPainter]:
    made = BlockPainter(theme)
    yield made
    made.deleteLater()


def grey(painter: BlockPainter, face: BlockFace) -> QImage:
    """The ground of a block as a black-and-white eye sees it."""
    picture = painter.ground(face, 120, 44).toImage()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def test_a_discreet_booking_has_no_name_on_any_screen() -> None:
    row = a_row(discreet=True)
    face = face_of(row, at(9))
    assert title_of(row) == "Permanence associative"
    assert "Femmes" not in face.title + face.detail
    assert "P07" not in face.title + face.detail
    assert face.mark == "eye-off"
    assert title_of(a_row(discreet=True, kind="culture")) == "Événement"


@pytest.mark.parametrize(
    ("facts", "now", "mark"),
    [
        ({"status": "confirmed"}, at(9), ""),
        ({"status": "confirmed"}, at(10), ""),
        ({"status": "confirmed"}, at(10, 1), "circle-alert"),
        ({"status": "confirmed"}, at(12), ""),
        ({"status": "arrived"}, at(10, 30), "circle-check"),
        ({"status": "done"}, at(12), "check"),
        ({"status": "option"}, at(9), "hourglass"),
        ({"status": "confirmed"}, None, ""),
    ],
)
def test_a_state_has_its_sign(facts: dict[str, object], now: datetime | None, mark: str) -> None:
    assert face_of(a_row(**facts), now).mark == mark


def test_what_has_ended_is_over_and_an_option_is_held() -> None:
    assert face_of(a_row(), at(12)).is_over
    assert not face_of(a_row(), at(12) - timedelta(minutes=1)).is_over
    assert face_of(a_row(status="option"), at(9)).is_held
    assert face_of(a_row(status="pending"), at(9)).is_held
    assert not face_of(a_row(), at(9)).is_held


def test_families_differ_without_their_colours(painter: BlockPainter) -> None:
    grounds = [grey(painter, BlockFace(family, "X", "")) for family, _letter in FAMILIES]
    assert all(one != other for place, one in enumerate(grounds) for other in grounds[place + 1 :])


def test_an_option_differs_from_a_booking_without_colour(painter: BlockPainter) -> None:
    for family, letter in FAMILIES:
        face = BlockFace(family, letter, "")
        assert grey(painter, face) != grey(painter, face._replace(is_held=True))


def test_grounds_are_drawn_once_and_again_in_another_theme(painter: BlockPainter) -> None:
    face = BlockFace("meeting", "R", "")
    first = painter.ground(face, 120, 44)
    assert painter.ground(face, 120, 44) is first
    painter.theme.set_tokens(HIGH_CONTRAST)
    second = painter.ground(face, 120, 44)
    painter.theme.set_tokens(LIGHT)
    assert first.toImage() != second.toImage()


def test_words_are_shaped_once_and_end_in_an_ellipsis(theme: Theme) -> None:
    shelf = TextShelf(theme)
    long = "Association pour l’accès aux soins, à l’hygiène et à la dignité"
    first = shelf.text("small", long, 120)
    assert shelf.text("small", long, 120) is first
    assert first.text().endswith("…")
    assert first.size().width() <= 121
    assert shelf.text("small", "Exil", 120).text() == "Exil"
    theme.set_scale(200)
    larger = shelf.text("small", "Exil", 120)
    theme.set_scale(100)
    assert larger.size().height() > shelf.text("small", "Exil", 120).size().height() * 1.5


def test_hours_are_said_tight_with_narrow_spaces() -> None:
    assert say_tight(at(9, 30), at(11)) == "9\u202fh\u202f30–11\u202fh"
    assert plainly(face_of(a_row(starts_at=at(9, 5)), None).start) == "9 h 05"
    assert at(9).date() == THURSDAY
