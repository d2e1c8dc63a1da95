"""Each import contract catches a violation planted for it, and only needs that one to break.

The violation is written into a copy of the packages; the real `lint-imports` looks at the copy.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("desktop_app", "database")
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


class Planted(NamedTuple):
    """A line written at the end of a module (made if need be), and the contract it breaks."""

    contract: str
    module: str
    line: str


VIOLATIONS = [
    Planted("floors", "desktop_app/domain/intruder.py", "import desktop_app.services"),
    Planted("floors", "desktop_app/wording/intruder.py", "import desktop_app.services"),
    Planted("floors", "desktop_app/services/intruder.py", "import desktop_app.ui"),
    Planted("floors", "desktop_app/documents/intruder.py", "import database"),
    Planted("floors", "database/intruder.py", "import desktop_app.documents"),
    Planted("floors", "database/intruder.py", "import desktop_app.services"),
    Planted("rooms", "desktop_app/attic/__init__.py", "ROOM = 'without a floor'"),
    Planted("rooms", "desktop_app/services/intruder.py", "import desktop_app.commands"),
    Planted("window_asks_services", "desktop_app/ui/intruder.py", "import database"),
    Planted("window_asks_services", "desktop_app/ui/intruder.py", "import desktop_app.documents"),
    Planted("window_asks_services", "desktop_app/commands/intruder.py", "import database"),
    Planted("qt", "desktop_app/services/intruder.py", "import PySide6.QtCore"),
    Planted(
        "qt", "desktop_app/commands/intruder.py", "def later():\n    from PySide6 import QtGui"
    ),
    Planted("sql", "desktop_app/services/intruder.py", "import sqlalchemy"),
    Planted("sql", "desktop_app/commands/intruder.py", "import sqlite3"),
    Planted("sql", "desktop_app/ui/intruder.py", "import psycopg"),
    Planted("sql", "desktop_app/services/intruder.py", "import alembic.command"),
    Planted("pdf", "desktop_app/ui/intruder.py", "from reportlab.pdfgen import canvas"),
    Planted("plain_domain", "desktop_app/domain/intruder.py", "import platformdirs"),
    Planted("plain_domain", "desktop_app/domain/intruder.py", "import subprocess"),
    Planted("plain_domain", "desktop_app/domain/intruder.py", "import desktop_app.wording"),
    Planted("settings", "desktop_app/ui/intruder.py", "import desktop_app.settings"),
    Planted("settings", "desktop_app/services/intruder.py", "import desktop_app.settings"),
    Planted("screens", "desktop_app/ui/welcome/intruder.py", "import desktop_app.ui.settings"),
    Planted("screens", "desktop_app/ui/widgets/intruder.py", "import desktop_app.ui.settings"),
    Planted("screens", "desktop_app/ui/attic/__init__.py", "SCREEN = 'nobody placed'"),
    Planted("no_circles", "desktop_app/domain/intruder.py", "import desktop_app.domain.accomplice"),
    Planted("no_circles", "database/intruder.py", "import database.accomplice"),
]


@pytest.fixture
def copy_of_the_house(tmp_path: Path) -> Path:
    """The packages and the contracts, where a violation harms nobody."""
    only_code = shutil.ignore_patterns("__pycache__")
    for package in (*PACKAGES, "tests/support"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=only_code)
    for file in ("pyproject.toml", "tests/__init__.py"):
        shutil.copyfile(ROOT / file, tmp_path / file)
    return tmp_path


def lint(house: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-logo", "--no-cache", "--contract", contract]
    return subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)


def plant(house: Path, planted: Planted) -> None:
    path = house / planted.module
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name("__init__.py").touch()
    path.write_text(f'"""Planted."""\n{planted.line}\n', "utf-8")
    if path.name == "intruder.py":  # the other half of a circle, and a target that must exist
        package = ".".join(Path(planted.module).parent.parts)
        path.with_name("accomplice.py").write_text(f"import {package}.intruder\n", "utf-8")
    for missing in ("desktop_app/settings.py", "desktop_app/ui/settings/__init__.py"):
        if not (house / missing).exists():
            (house / missing).parent.mkdir(parents=True, exist_ok=True)
            (house / missing).write_text('"""Not built yet."""\n', "utf-8")


def contract_named(identifier: str) -> str:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    contracts = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    return str({contract["id"]: contract["name"] for contract in contracts}[identifier])


@pytest.mark.parametrize("planted", VIOLATIONS, ids=lambda one: f"{one.contract}-{one.module}")
def test_a_planted_violation_is_caught(copy_of_the_house: Path, planted: Planted) -> None:
    plant(copy_of_the_house, planted)
    answer = lint(copy_of_the_house, planted.contract)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert f"{contract_named(planted.contract)} BROKEN" in answer.stdout
    assert Path(planted.module).stem.replace("__init__", "attic") in answer.stdout


def test_no_code_lies_where_the_contracts_do_not_look() -> None:
    """import-linter sees packages only: a folder without `__init__.py` would be a blind spot."""
    folders = {file.parent for package in PACKAGES for file in (ROOT / package).rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_every_contract_has_its_planted_violation() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    contracts = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    assert {contract["id"] for contract in contracts} == {one.contract for one in VIOLATIONS}
