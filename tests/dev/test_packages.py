"""An installation holds what the checkout holds: code, fonts, icons, words, steps of the tables."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.support import hygiene

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = ("desktop_app", "database", "resources")


def test_the_package_holds_every_file_the_program_reads(tmp_path: Path) -> None:
    source = tmp_path / "source"
    kept = [path.relative_to(ROOT) for path in hygiene.files()]
    wanted = {path for path in kept if path.parts[0] in INSTALLED}
    for path in wanted | {Path("pyproject.toml"), Path("LICENSE")}:
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, source / path)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(tmp_path), str(source)], check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as package:
        packed = {Path(name) for name in package.namelist()}
    assert wanted - packed == set()
    assert not [path for path in packed if path.parts[0] == "tests"]
