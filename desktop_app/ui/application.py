"""The Qt application: made once, before any window, with its words, its look and its manners."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.ui.preferences import Preferences
from desktop_app.ui.theme import Theme
from desktop_app.ui.tokens import LIGHT, THEMES

NAME = "Accueil"


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The one `QApplication` of the process, made now or found."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    # Fusion is drawn by Qt alone: the same on every system, and it obeys the palette. Named here,
    # since `setStyle` would load half of Qt's styles into Python before the first picture.
    named = [*(sys.argv[:1] if arguments is None else arguments), "-style", "Fusion"]
    application = QApplication(named)
    application.setApplicationName(NAME)
    application.setApplicationDisplayName(NAME)
    return application


def speak(application: QApplication, language: str) -> None:
    """Qt's own words (“Annuler”, “Copier”) and number shapes in this language: `fr` or `en`."""
    country = QLocale.Country.France if language == "fr" else QLocale.Country.UnitedKingdom
    spoken = QLocale.Language.French if language == "fr" else QLocale.Language.English
    QLocale.setDefault(QLocale(spoken, country))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)


def dress(application: QApplication, resources: Path, preferences: Preferences) -> Theme:
    """Load fonts and icons and dress the application as this PC prefers."""
    theme = Theme(
        resources,
        tokens=THEMES.get(preferences.theme, LIGHT),
        scale=preferences.text_scale,
        parent=application,
    )
    theme.apply()
    return theme
