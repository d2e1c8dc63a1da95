"""Which way of printing this PC has.

Linux and macOS hand the PDF itself to the print system, so that text stays text. Windows has no
such program: there the pages are drawn as pictures.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from desktop_app.ui.devices.printing import Printing


def make_printing(parent: QObject | None = None) -> Printing:
    """The way this system prints."""
    if sys.platform == "win32":
        from desktop_app.ui.devices.raster_printing import RasterPrinting

        return RasterPrinting(parent)
    from desktop_app.ui.devices.lp_printing import LpPrinting

    return LpPrinting(parent=parent)
