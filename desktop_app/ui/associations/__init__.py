"""Associations: the list of organisations, the file of one, its papers, its bookings."""

from desktop_app.ui.associations.screen import AssociationsScreen

__all__ = ["AssociationsScreen"]
