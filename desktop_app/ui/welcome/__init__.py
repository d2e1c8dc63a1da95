"""The first start, and every later import of tables: three choices, then a dry run line by line."""

from desktop_app.ui.welcome.screen import WelcomeScreen

__all__ = ["WelcomeScreen"]
