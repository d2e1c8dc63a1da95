"""The venue comes from spreadsheets: read, judged line by line, then written. `Importing` is the
door; everything else in here serves it."""

from desktop_app.services.importing.importing import Importing, Progress

__all__ = ["Importing", "Progress"]
