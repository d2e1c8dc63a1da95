"""The third-party notices name every library of the lock files, the program's with its version."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTICES = (ROOT / "docs" / "third-party-notices.md").read_text(encoding="utf-8").lower()
_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)(?:\[.*?\])?==(?P<version>[^\s;\\]+)", re.MULTILINE)


def pins(name: str) -> list[tuple[str, str]]:
    """Every (library, version) of a lock file."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    found = [(pin["name"], pin["version"]) for pin in _PIN.finditer(text)]
    assert len(found) > 10
    return found


@pytest.mark.parametrize(("library", "version"), pins("runtime"))
def test_a_library_of_the_program_is_named_with_its_locked_version(library: str, version: str):
    lines = [line for line in NOTICES.splitlines() if re.search(rf"\b{library}\b", line)]
    assert any(version in line for line in lines), f"{library} {version}"


@pytest.mark.parametrize("library", sorted({name for name, _version in pins("dev")}))
def test_a_library_of_the_developers_is_named(library: str):
    assert re.search(rf"(?<![\w-]){library}(?![\w-])", NOTICES), library
