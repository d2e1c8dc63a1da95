"""*Aujourd’hui*: the home screen, its timeline and the card of a booking."""

from desktop_app.ui.today.screen import TodayScreen

__all__ = ["TodayScreen"]
