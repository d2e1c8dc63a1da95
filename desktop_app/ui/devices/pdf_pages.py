"""The pages of a PDF as pictures: for the preview, and for printers that take nothing else.

The drawing library may be used by one thread at a time in the whole process; this is the only
door to it, and it holds the key.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import pypdfium2

_ONE_AT_A_TIME = Lock()


class PdfPages:
    """An open PDF. Sizes are in points. Close it when it is no longer shown."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        with _ONE_AT_A_TIME:
            self._document: pypdfium2.PdfDocument | None = pypdfium2.PdfDocument(pdf)
            self.sizes = tuple(
                QSizeF(*self._document.get_page_size(number))
                for number in range(len(self._document))
            )

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, page: int, scale: float) -> QImage:
        """A page (0 is the first) as a picture of `scale` pixels a point; null once closed."""
        with _ONE_AT_A_TIME:
            if self._document is None:
                return QImage()
            sheet = self._document[page]
            bitmap = sheet.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            picture = QImage(
                bitmap.buffer,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
            sheet.close()
            return picture

    def close(self) -> None:
        """Give the document back; harmless twice."""
        with _ONE_AT_A_TIME:
            if self._document is not None:
                self._document.close()
                self._document = None
