"""On a black-and-white printer the kinds are told apart by letter and by hatching."""

from __future__ import annotations

from datetime import date
from statistics import fmean, pstdev

from PIL import Image

from desktop_app.documents import week_plan
from desktop_app.documents.sheet import Area
from tests.documents.reading_pdf import grey_picture, letters
from tests.documents.recording import FONTS, RecordingSheet
from tests.documents.venue_facts import a_booking, week_facts

DAY = date(2026, 11, 24)
KINDS = {"meeting": "R", "permanence": "P", "training": "F", "culture": "É"}
ROOMS = ("CAFE", "LEC", "ATE", "PAS")
SCALE = 8.0

BOOKINGS = tuple(
    a_booking(
        number,
        DAY,
        "10:00-12:00",
        room,
        kind=kind,
        title="Un titre assez long pour que la bande soit haute et se voie bien sur le papier",
        organisation_name="Une association au nom assez long lui aussi",
    )
    for number, (kind, room) in enumerate(zip(KINDS, ROOMS, strict=True), start=1)
)


def frames() -> list[Area]:
    sheet = RecordingSheet(1190.55, 841.89)
    week_plan.draw(sheet, week_facts(bookings=BOOKINGS))
    return [area for _page, area in sheet.blocks()]


def band(picture: Image.Image, frame: Area) -> Image.Image:
    """The hatched part of a booking's band, below its letter and right of its solid edge."""
    left, right = (frame.left + 2.6) * SCALE, (frame.left + 14) * SCALE
    top, bottom = (frame.top + 18) * SCALE, (frame.bottom - 2) * SCALE
    return picture.crop((round(left), round(top), round(right), round(bottom)))


def shades(picture: Image.Image) -> list[int]:
    """The grey of every pixel, 0 for black."""
    return list(picture.tobytes())


def hatching(strip: Image.Image) -> str:
    """What the eye sees: full, lines along, lines across, or dots."""
    rows = [fmean(shades(strip.crop((0, y, strip.width, y + 1)))) for y in range(strip.height)]
    columns = [fmean(shades(strip.crop((x, 0, x + 1, strip.height)))) for x in range(strip.width)]
    across, along = pstdev(rows) > 20, pstdev(columns) > 20
    if across and along:
        return "dots"
    if across:
        return "bars"
    return "rails" if along else "full"


def test_each_kind_has_its_own_hatching_in_grey() -> None:
    picture = grey_picture(week_plan.render(week_facts(bookings=BOOKINGS), FONTS).pdf, scale=SCALE)
    seen = [hatching(band(picture, frame)) for frame in frames()]
    assert seen == ["full", "rails", "dots", "bars"]


def test_each_kind_has_its_letter_dark_on_white() -> None:
    pdf = week_plan.render(week_facts(bookings=BOOKINGS), FONTS).pdf
    picture = grey_picture(pdf, scale=SCALE)
    height = picture.height / SCALE
    found = letters(pdf)
    for letter, frame in zip(KINDS.values(), frames(), strict=True):
        (box,) = (
            shown
            for shown in found
            if shown.letter == letter
            and frame.left < shown.left < frame.left + 14
            and frame.top < height - shown.top < frame.top + 14
        )
        around = picture.crop(
            (
                round((box.left - 0.5) * SCALE),
                round((height - box.top - 0.5) * SCALE),
                round((box.right + 0.5) * SCALE),
                round((height - box.bottom + 0.5) * SCALE),
            )
        )
        assert min(shades(around)) < 70
        assert max(shades(around)) > 230


def test_an_option_is_white_where_a_confirmed_booking_is_tinted() -> None:
    option = BOOKINGS[0]._replace(status="option")
    plain = grey_picture(
        week_plan.render(week_facts(bookings=BOOKINGS[:1]), FONTS).pdf, scale=SCALE
    )
    dashed = grey_picture(week_plan.render(week_facts(bookings=(option,)), FONTS).pdf, scale=SCALE)
    spot = (round((frames()[0].right - 2) * SCALE), round((frames()[0].bottom - 3) * SCALE))
    box = (*spot, spot[0] + 1, spot[1] + 1)
    assert shades(plain.crop(box))[0] < 255
    assert shades(dashed.crop(box))[0] == 255
