"""Writing a document to a file, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from desktop_app.domain.refusals import Trouble


def save(path: Path, document: bytes) -> Path:
    """Write a document; a file of that name is replaced only by the whole new one.

    Raises Trouble `file_unwritable`.
    """
    half = path.with_name(f".{path.name}.part")
    try:
        half.write_bytes(document)
        os.replace(half, path)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise Trouble("file_unwritable", path=str(path)) from error
    return path
