"""This PC's installation: where the database is, what the desk is called, where things are kept.

Declared once here, read once by `bootstrap`. The window's own choices are in `ui.preferences`;
the venue's rules are in its database.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from platformdirs import PlatformDirs

from desktop_app.domain.refusals import Trouble

_DIRECTORIES = PlatformDirs("accueil", appauthor=False)
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Fonts, icons, translations, sounds, demo venue: beside the packages wherever they lie."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `accueil.toml` may say. Every entry may be left out.

    database: file path, or `postgresql://…` when several PCs share the venue.
    desk: the post's name in the journal. language: `fr` or `en`; empty follows the window's choice.
    backups: folder of the copies.
    """

    database: str = str(_DIRECTORIES.user_data_path / "accueil.sqlite")
    desk: str = "accueil"
    language: str = ""
    backups: str = str(_DIRECTORIES.user_data_path / "sauvegardes")


def settings_file() -> Path:
    """Where this PC's settings are read from."""
    return _DIRECTORIES.user_config_path / "accueil.toml"


def preferences_file() -> Path:
    """Where the window remembers its choices."""
    return _DIRECTORIES.user_config_path / "fenetre.ini"


def log_folder() -> Path:
    """Where the log and the last words of a crash are kept."""
    return _DIRECTORIES.user_log_path


def read_settings(file: Path | None = None) -> Settings:
    """Read this PC's settings; no file means all defaults.

    Raises Trouble `settings_unreadable` with the file and what is wrong in it.
    """
    file = file or settings_file()
    if not file.is_file():
        return Settings()
    import tomllib  # most PCs have no such file

    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Trouble("settings_unreadable", path=str(file), problem=str(error)) from error
    known = {field.name for field in fields(Settings)}
    for name, value in told.items():
        if name not in known or not isinstance(value, str):
            raise Trouble("settings_unknown", path=str(file), name=name)
    return Settings(**told)
