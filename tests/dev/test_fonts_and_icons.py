"""The bundled fonts write French, in figures of one width; the icons can be recoloured."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONTS = sorted((RESOURCES / "fonts").rglob("*.ttf"))
NEEDED = (
    "abcxyzABCXYZ0123456789àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸẽễłŁøđß’“”«»–—…€№ᵉ°×·•✓→\u00a0\u202f"
)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_has_every_letter_the_papers_need(path):
    glyphs = TTFontFile(str(path)).charToGlyph
    assert [letter for letter in NEEDED if ord(letter) not in glyphs] == []


@pytest.mark.parametrize(
    "path", sorted((RESOURCES / "fonts" / "paper").glob("*.ttf")), ids=lambda path: path.stem
)
def test_figures_on_paper_are_of_one_width(path):
    widths = TTFontFile(str(path)).charWidths
    assert len({widths[ord(figure)] for figure in "0123456789"}) == 1


def test_four_weights_for_the_window_and_for_paper():
    assert len(FONTS) == 8
    assert (RESOURCES / "fonts" / "OFL.txt").is_file()


def test_every_icon_is_drawn_in_the_colour_of_the_day():
    icons = sorted((RESOURCES / "icons").glob("*.svg"))
    assert len(icons) >= 60
    for icon in icons:
        drawing = ElementTree.parse(icon).getroot()
        fixed = icon.stem.endswith("-on-dark")  # shown by style sheets, which cannot recolour
        assert fixed or drawing.get("stroke") == "currentColor", icon.name
        assert drawing.get("viewBox") == "0 0 24 24", icon.name
    assert (RESOURCES / "icons" / "LICENSE").is_file()
