"""The café: its tally from anywhere, and its own screen."""

from desktop_app.ui.cafe.screen import CafeScreen

__all__ = ["CafeScreen"]
