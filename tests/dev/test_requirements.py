"""The lock files: hashed, free of hosts, agreeing with each other, and keeping known traps away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$", re.M)


def pins(name: str) -> set[tuple[str, str, str]]:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return {
        (found["name"], found["version"], found["marker"] or "") for found in PIN.finditer(text)
    }


def test_every_version_is_hashed():
    for name in ("runtime.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text("utf-8")
        entries = re.split(r"^(?=[a-z0-9])", text, flags=re.M)[1:]
        assert len(entries) > 20
        assert all("--hash=sha256:" in entry for entry in entries)


def test_tests_run_with_the_very_versions_the_program_gets():
    assert pins("runtime.txt") <= pins("dev.txt")


@pytest.mark.parametrize("package", ["pyside6-essentials", "shiboken6"])
def test_no_python_3_11_gets_the_pyside_that_aborts_it(package):
    versions = {marker: version for name, version, marker in pins("dev.txt") if name == package}
    assert versions.keys() == {"python_full_version < '3.12'", "python_full_version >= '3.12'"}
    assert versions["python_full_version < '3.12'"].startswith("6.11.")


def test_every_package_the_program_installs_is_in_the_notices():
    notices = (ROOT / "docs" / "third-party-notices.md").read_text("utf-8").lower()
    missing = {name for name, _, _ in pins("runtime.txt") if name.lower() not in notices}
    assert not missing


def test_every_development_package_is_in_the_notices():
    notices = (ROOT / "docs" / "third-party-notices.md").read_text("utf-8").lower()
    missing = {name for name, _, _ in pins("dev.txt") - pins("runtime.txt") if name not in notices}
    assert not missing
