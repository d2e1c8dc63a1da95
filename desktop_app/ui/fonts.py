"""The typeface: Inter from the resources, and the roles text may play. Sizes follow one scale."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase


class Role(NamedTuple):
    """How one kind of text is set: size in pixels at 100 %, weight, letter spacing in percent."""

    size: float
    weight: QFont.Weight = QFont.Weight.Normal
    spacing: float = 100.0


ROLES: dict[str, Role] = {
    "body": Role(14),
    "strong": Role(14, QFont.Weight.DemiBold),
    "small": Role(12.5),
    "small_strong": Role(12.5, QFont.Weight.DemiBold),
    "label": Role(12, QFont.Weight.DemiBold, 103),
    "subtitle": Role(14.5),
    "card": Role(15.5, QFont.Weight.DemiBold),
    "title": Role(21, QFont.Weight.Bold),
    "count": Role(30, QFont.Weight.Bold),
    "verdict": Role(48, QFont.Weight.Bold),
    "verdict_line": Role(22),
    "body_large": Role(18),
}
"""`verdict` and `verdict_line` are read at two metres; `count` is a number on a card."""

SMALLEST = 11.5

_WEIGHTS = ("Regular", "SemiBold", "Bold")
"""Those of the roles; each file costs a millisecond before the first picture."""

BUNDLED = "Inter"
"""Our copy has figures of one width already. Its `tnum` would also widen hyphens and commas, and
“plain-pied” would read “plain - pied”; a system font in its stead is asked for `tnum` all the same.
"""


def load_family(folder: Path) -> str:
    """Register the bundled fonts and return the family to use.

    Without the files the system's own sans serif serves: a missing font must not stop the desk.
    """
    family = ""
    for path in sorted(folder.glob("*.ttf")):
        if not path.stem.endswith(_WEIGHTS):
            continue
        number = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        # Static instances of one family may report “Inter Medium” first on some systems.
        family = min([*families, *([family] if family else [])], key=len, default=family)
    if family:
        return family
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def font(family: str, role: str, scale: float) -> QFont:
    """The font of a role at a scale (1.0 = 100 %), digits all of one width."""
    kind = ROLES[role]
    made = QFont(family)
    made.setPixelSize(max(1, round(max(kind.size, SMALLEST) * scale)))
    made.setWeight(kind.weight)
    if kind.spacing != 100.0:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, kind.spacing)
    tabular = QFont.Tag.fromString("tnum")
    if family != BUNDLED and tabular is not None:
        made.setFeature(tabular, 1)
    return made
