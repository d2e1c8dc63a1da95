"""Icons: Lucide drawings recoloured from the tokens. Every icon stands beside a word, or has a
tooltip; none is read by a screen reader."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap


class IconShelf:
    """Draws the SVG files of a folder, in any colour and size, and keeps what it drew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str | QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon as a square pixmap of `size` device-independent pixels."""
        shade = QColor(colour).name()
        key = (name, shade, size, ratio)
        found = self._drawn.get(key)
        if found is None:
            found = self._drawn[key] = self._draw(name, shade, size, ratio)
        return found

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        # Imported at the first icon, not at start: the first paint shows only a few.
        from PySide6.QtSvg import QSvgRenderer

        side = max(1, round(size * ratio))
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        source = self._source(name).replace("currentColor", colour)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _source(self, name: str) -> str:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            self._sources[name] = path.read_text(encoding="utf-8")
        return self._sources[name]
