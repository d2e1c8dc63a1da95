"""How everything looks: colours, fonts, icons and measures, at the text size of this PC.

One `Theme` is made by the application and handed to every widget. When the text size or the
colours change it rings `changed`; painted widgets then ask it again for fonts and measures.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.ui import fonts
from desktop_app.ui.icons import IconShelf
from desktop_app.ui.style_sheet import style_sheet
from desktop_app.ui.tokens import LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SMALLEST_SCALE, LARGEST_SCALE, SCALE_STEP = 100, 200, 10


class Theme(QObject):
    """Colours, fonts, icons and measures. Percentages for the scale: 100 to 200."""

    changed = Signal()

    def __init__(
        self,
        resources: Path,
        *,
        tokens: Tokens = LIGHT,
        scale: int = 100,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._scale = scale
        self._family = fonts.load_family(resources / "fonts")
        self._icons_folder = resources / "icons"
        self._icons = IconShelf(self._icons_folder)
        self._fonts: dict[str, QFont] = {}
        self._colours: dict[str, QColor] = {}

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def scale(self) -> int:
        return self._scale

    @property
    def family(self) -> str:
        return self._family

    def px(self, pixels: float) -> int:
        """A measure of the 8 px grid, given at 100 %, at the present text size."""
        return round(pixels * self._scale / 100)

    def font(self, role: str = "body") -> QFont:
        """The font of a role (see `fonts.ROLES`) at the present text size."""
        found = self._fonts.get(role)
        if found is None:
            found = self._fonts[role] = fonts.font(self._family, role, self._scale / 100)
        return QFont(found)

    def metrics(self, role: str = "body") -> QFontMetrics:
        return QFontMetrics(self.font(role))

    def colour(self, name: str) -> QColor:
        """A token by name; `ok`, `meeting`… give the solid, `ok.soft` the soft ground,
        `ok.word` what words on that ground are written in."""
        found = self._colours.get(name)
        if found is None:
            head, _, rest = name.partition(".")
            value = getattr(self._tokens, head)
            if not isinstance(value, str):
                value = getattr(value, rest or "solid")
            found = self._colours[name] = QColor(value)
        return QColor(found)

    def pixmap(self, name: str, colour: str = "ink", size: float = 18) -> QPixmap:
        """An icon; `colour` is a token's name, `size` is given at 100 %."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        return self._icons.pixmap(name, self.colour(colour), self.px(size), ratio)

    def icon(self, name: str, colour: str = "ink", size: float = 18) -> QIcon:
        from PySide6.QtGui import QIcon  # the first picture has none

        return QIcon(self.pixmap(name, colour, size))

    def set_scale(self, percent: int) -> None:
        """Set the text size, kept between 100 and 200 %."""
        percent = max(SMALLEST_SCALE, min(LARGEST_SCALE, percent))
        if percent != self._scale:
            self._scale = percent
            self._renew()

    def set_tokens(self, tokens: Tokens) -> None:
        if tokens is not self._tokens:
            self._tokens = tokens
            self._renew()

    def _renew(self) -> None:
        self._fonts.clear()
        self._colours.clear()
        self.apply()
        self.changed.emit()

    def apply(self) -> None:
        """Dress the whole application: font, palette, style sheet of the standard widgets."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setFont(self.font())
            application.setPalette(palette(self._tokens))
            application.setStyleSheet(
                style_sheet(self._tokens, self.px, self._icons_folder.as_posix())
            )


def palette(tokens: Tokens) -> QPalette:
    """The palette of a theme: Qt's own widgets and dialogs wear it too."""
    made = QPalette()
    role = QPalette.ColorRole
    for what, colour in (
        (role.Window, tokens.paper),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.card),
        (role.AlternateBase, tokens.field),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.card),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.error.solid),
        (role.Highlight, tokens.navigation),
        (role.HighlightedText, tokens.on_navigation),
        (role.Link, tokens.info.solid),
        (role.LinkVisited, tokens.permanence.solid),
        (role.ToolTipBase, tokens.ink),
        (role.ToolTipText, tokens.card),
        (role.Mid, tokens.line),
        (role.Midlight, tokens.hover),
        (role.Dark, tokens.line_strong),
        (role.Accent, tokens.navigation),
    ):
        made.setColor(what, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for what in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(off, what, QColor(tokens.muted))
    return made
