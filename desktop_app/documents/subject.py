"""The head of a sheet about one room or one group: its name in full, and a line under it.

A name of 126 letters takes as many lines as it needs.
"""

from __future__ import annotations

from desktop_app.documents.facts import Edition
from desktop_app.documents.frame import BESIDE_LEADING, draw_beside
from desktop_app.documents.sheet import Area, Sheet
from desktop_app.documents.speech import say_beside
from desktop_app.documents.type import SMALLEST, Faces, Fitted, fit

SIZES = (20.0, 16.0, 14.0)
UNDER = 11.0
_BESIDE = 236.0
_MOST_LINES = 5
_LEADING = 1.2


def _fitted(words: str, width: float, faces: Faces) -> tuple[Fitted, float]:
    """The name on one line as large as possible, else on a few lines in the smallest size."""
    for size in SIZES:
        fitted = fit(words, faces.bold, size, width - _BESIDE, 1)
        if fitted.whole:
            return fitted, size
    return fit(words, faces.bold, SIZES[-1], width - _BESIDE, _MOST_LINES), SIZES[-1]


def subject_height(words: str, width: float, faces: Faces) -> float:
    """Height of the head with the air under it."""
    fitted, size = _fitted(words, width, faces)
    lines = size + (len(fitted.lines) - 1) * size * _LEADING
    return max(lines, BESIDE_LEADING * 2) + UNDER * 1.5 + 12


def draw_subject(
    sheet: Sheet, body: Area, words: str, under: str, whose: tuple[Edition, str]
) -> float:
    """Draw it at the top of a body; where the sheet goes on. whose: edition and audience."""
    bold, regular = sheet.faces.bold, sheet.faces.regular
    fitted, size = _fitted(words, body.width, sheet.faces)
    baseline = sheet.lines(body.left, body.top + size, fitted, bold, size, size * _LEADING)
    baseline = max(baseline - size * _LEADING, body.top + 2 * BESIDE_LEADING - 4)
    line = fit(under, regular, UNDER, body.width, 1)
    sheet.lines(body.left, baseline + UNDER * 1.5, line, regular, UNDER, 0)
    baseline = body.top + SMALLEST + BESIDE_LEADING
    draw_beside(sheet, body, baseline, say_beside(*whose), _BESIDE - 8)
    return body.top + subject_height(words, body.width, sheet.faces)
