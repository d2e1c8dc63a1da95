"""Settings: this PC, the venue as it is known, and the care of the installation."""

from desktop_app.ui.settings.screen import SettingsScreen

__all__ = ["SettingsScreen"]
