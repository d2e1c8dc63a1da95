"""The colours of the program, each named for what it means. Source: the design's table of tokens.

A theme is one `Tokens` value; nothing else in the window names a colour. Pure data, no Qt.
"""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """A solid colour (edges, icons), the soft one that lies under it, and the one for words on it.

    darker: given where the design's solid falls short of 4.5:1 on its own soft ground.
    """

    solid: str
    soft: str
    darker: str = ""

    @property
    def word(self) -> str:
        return self.darker or self.solid


class Tokens(NamedTuple):
    """Every colour of one theme, as `#RRGGBB`."""

    name: str
    paper: str
    card: str
    line: str
    line_strong: str
    ink: str
    muted: str
    navigation: str
    on_navigation: str
    navigation_muted: str
    field: str
    hover: str
    focus: str
    accent: str
    on_accent: str
    ok: Pair
    warning: Pair
    error: Pair
    info: Pair
    neutral: Pair
    meeting: Pair
    permanence: Pair
    training: Pair
    event: Pair

    def pair(self, name: str) -> Pair:
        """The pair of a tone (`ok`, `warning`, `error`, `info`, `neutral`) or of a family of
        bookings (`meeting`, `permanence`, `training`, `event`)."""
        found: Pair = getattr(self, name)
        return found


LIGHT = Tokens(
    name="light",
    paper="#F7F4EE",
    card="#FFFFFF",
    line="#E4DED3",
    # Borders of what can be operated need 3:1 on card and paper; the hairline does not.
    line_strong="#8C8578",
    ink="#1C2733",
    muted="#5D6875",
    navigation="#17324D",
    on_navigation="#FFFFFF",
    navigation_muted="#C9D4E0",
    field="#FBF9F5",
    hover="#F1ECE2",
    focus="#0B63CE",
    accent="#C8452B",
    on_accent="#FFFFFF",
    ok=Pair("#1E7A55", "#E1F3EA"),
    warning=Pair("#9A6200", "#FFF1D6"),
    error=Pair("#B3261E", "#FBE4E2"),
    info=Pair("#2F6DB5", "#E3EDF8", "#2A66AB"),
    neutral=Pair("#5D6875", "#EFEAE0"),
    meeting=Pair("#2F6DB5", "#E3EDF8", "#2A66AB"),
    permanence=Pair("#6B4FA0", "#EDE7F7"),
    training=Pair("#1E7A55", "#E0F2E9"),
    event=Pair("#B4531A", "#FBEADD", "#A94D18"),
)

DARK = Tokens(
    name="dark",
    paper="#11181F",
    card="#1A232D",
    line="#2E3A47",
    line_strong="#7E8B99",
    ink="#EEF1F4",
    muted="#A9B4C0",
    navigation="#2A5583",
    on_navigation="#FFFFFF",
    navigation_muted="#E2EAF3",
    field="#141C24",
    hover="#24303C",
    focus="#8EC2FF",
    accent="#F08066",
    on_accent="#11181F",
    ok=Pair("#6FD3A6", "#173328"),
    warning=Pair("#F0BE62", "#3A2C10"),
    error=Pair("#FF9A92", "#40201E"),
    info=Pair("#8FBEF2", "#1B2E44"),
    neutral=Pair("#A9B4C0", "#27323D"),
    meeting=Pair("#8FBEF2", "#1B2E44"),
    permanence=Pair("#C3ADF0", "#2D2442"),
    training=Pair("#6FD3A6", "#173328"),
    event=Pair("#F2A877", "#3D2716"),
)

HIGH_CONTRAST = LIGHT._replace(
    name="high_contrast",
    paper="#FFFFFF",
    field="#FFFFFF",
    line="#000000",
    line_strong="#000000",
    ink="#000000",
    muted="#1F1F1F",
    navigation="#000000",
    navigation_muted="#FFFFFF",
    hover="#E6E6E6",
    focus="#0000EE",
    accent="#A01800",
    ok=Pair("#00502F", "#FFFFFF"),
    warning=Pair("#5E3A00", "#FFFFFF"),
    error=Pair("#8A0000", "#FFFFFF"),
    info=Pair("#003A80", "#FFFFFF"),
    neutral=Pair("#1F1F1F", "#FFFFFF"),
    meeting=Pair("#003A80", "#FFFFFF"),
    permanence=Pair("#40206E", "#FFFFFF"),
    training=Pair("#00502F", "#FFFFFF"),
    event=Pair("#6E2A00", "#FFFFFF"),
)

THEMES = {tokens.name: tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)}


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (source: WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (source: WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
