"""The camera works: the pictures of `./dev screenshots` are part of the documentation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.screenshots.shots import SHOTS

HERE = Path(__file__).parents[2]


def test_a_picture_is_taken_of_the_demonstration(tmp_path: Path) -> None:
    options = ["--only", "settings", "--language", "fr", "--format", "1366x768"]
    command = [sys.executable, "-m", "tests.screenshots", "--out", str(tmp_path), *options]
    subprocess.run(command, check=True, cwd=HERE, timeout=90)
    picture = QImage(str(tmp_path / "settings-1366x768-fr.png"))
    assert (picture.width(), picture.height()) == (1366, 768)
    colours = {picture.pixel(x, y) for x in range(0, 1366, 20) for y in range(0, 768, 20)}
    assert len(colours) > 8, "an empty window was photographed"


def test_every_shot_has_its_own_name() -> None:
    names = [shot.name for shot in SHOTS]
    assert len(names) == len(set(names))
