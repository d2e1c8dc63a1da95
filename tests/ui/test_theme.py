"""Colours that can be read, sizes that follow, digits of one width, icons in the right ink."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.ui import fonts
from desktop_app.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, THEMES, Pair, contrast
from tests.ui.conftest import RESOURCES

TONES = ("ok", "warning", "error", "info", "meeting", "permanence", "training", "event")
ALL = pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)


@ALL
@pytest.mark.parametrize("words", ["ink", "muted"])
@pytest.mark.parametrize("ground", ["paper", "card", "field", "hover"])
def test_words_can_be_read_on_every_ground(tokens, words, ground) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@ALL
@pytest.mark.parametrize("tone", [*TONES, "neutral"])
def test_a_verdict_can_be_read_on_its_soft_ground_and_on_the_card(tokens, tone) -> None:
    pair = tokens.pair(tone)
    assert contrast(pair.word, pair.soft) >= 4.5
    assert contrast(pair.solid, tokens.card) >= 4.5
    assert contrast(tokens.ink, pair.soft) >= 4.5


@ALL
def test_the_rail_the_accent_and_the_ring_stand_out(tokens) -> None:
    assert contrast(tokens.on_navigation, tokens.navigation) >= 4.5
    assert contrast(tokens.navigation_muted, tokens.navigation) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    for ground in (tokens.paper, tokens.card):
        assert contrast(tokens.focus, ground) >= 3
        assert contrast(tokens.line_strong, ground) >= 3


def test_the_light_theme_is_the_designs() -> None:
    assert (LIGHT.paper, LIGHT.card, LIGHT.line) == ("#F7F4EE", "#FFFFFF", "#E4DED3")
    assert (LIGHT.ink, LIGHT.muted, LIGHT.navigation) == ("#1C2733", "#5D6875", "#17324D")
    assert LIGHT.event[:2] == ("#B4531A", "#FBEADD")


def test_every_colour_is_a_colour() -> None:
    for tokens in (LIGHT, DARK, HIGH_CONTRAST):
        for name in tokens._fields:
            value = getattr(tokens, name)
            for colour in filter(None, value if isinstance(value, Pair) else [value]):
                assert name == "name" or QColor(colour).isValid()


def test_the_bundled_typeface_is_used(theme) -> None:
    assert theme.family == "Inter"
    assert QFontInfo(theme.font()).family() == "Inter"


def test_without_its_fonts_the_desk_still_speaks(tmp_path: Path, qapp) -> None:
    assert fonts.load_family(tmp_path)


def test_all_digits_have_one_width(theme) -> None:
    for role in ("body", "strong", "count"):
        widths = {theme.metrics(role).horizontalAdvance(digit) for digit in "0123456789"}
        assert len(widths) == 1, role


@pytest.mark.parametrize("sign", ["\u202f", "\u00a0", "ễ", "œ", "№", "’", "⏎"])
def test_the_typeface_has_what_french_and_names_need(theme, sign) -> None:
    assert theme.metrics().inFontUcs4(ord(sign))


def test_twice_the_size_is_twice_the_measure(theme) -> None:
    small, grid = theme.font().pixelSize(), theme.px(8)
    theme.set_scale(200)
    assert theme.font().pixelSize() == 2 * small
    assert theme.px(8) == 2 * grid
    assert QApplication.font().pixelSize() == 2 * small


@pytest.mark.parametrize(("asked", "given"), [(90, 100), (130, 130), (400, 200)])
def test_the_text_size_stays_between_one_and_two(theme, asked, given) -> None:
    theme.set_scale(asked)
    assert theme.scale == given


def test_a_change_of_colours_reaches_qts_own_widgets(theme, qtbot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_tokens(DARK)
    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(DARK.paper)
    assert palette.color(QPalette.ColorRole.Text) == QColor(DARK.ink)


def test_an_icon_wears_the_colour_asked(theme) -> None:
    image = theme.pixmap("check", "error", 24).toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {QColor(LIGHT.error.solid).name()}


def test_every_icon_can_be_drawn(theme) -> None:
    for path in (RESOURCES / "icons").glob("*.svg"):
        image = theme.pixmap(path.stem, "ink", 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), path.name
