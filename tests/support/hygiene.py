"""What no file of the project may hold: paths of one machine, unknown hosts, too many lines.

`./dev check` runs it as `python -m tests.support.hygiene`; standard library only.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400

# Hosts a file may name: none of them is asked anything by the program or its set-up.
KNOWN_HOSTS = {
    "127.0.0.1",
    "localhost",
    "example.org",
    "example.com",
    "example.fr",
    "www.w3.org",  # names of XML vocabularies
    "keepachangelog.com",
    "semver.org",
    "opensource.org",
    "openfontlicense.org",
    "scripts.sil.org",
    "lucide.dev",
    "rsms.me",
    "github.com",  # home pages of bundled fonts and icons, in their licences
    "www.sqlite.org",
    "sqlite.org",
    "www.postgresql.org",
    "www.legifrance.gouv.fr",
    "www.education.gouv.fr",
}
NOBODY = (".example", ".test")  # reserved: they never exist
HOST = re.compile(r"\b(?:https?|ftp)://([A-Za-z0-9.-]+)")
# A home, or a work folder, of one machine. Written with classes so that this line is not a find.
MACHINE_PATH = re.compile(r"(?<![\w.~*-])/(?:[r]oot|[w]ork|[h]ome/\w+|[U]sers/\w+)/[\w.]")
LOCK_LINE = re.compile(r"[a-z0-9][\w.\[\]-]*==\S+( ; .+)? \\|    --hash=sha256:\w{64}( \\)?|\s*#.*")


def files() -> list[Path]:
    """Every file of the project, without asking git: a bare machine has none."""
    found: list[Path] = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in sorted(folders) if not is_made(name)]
        found += [Path(folder, name) for name in sorted(names) if not name.endswith(".pyc")]
    return found


def is_made(folder: str) -> bool:
    """Whether a folder is a cache, a build or git's own, going by its name."""
    hidden = folder.startswith(".") and folder != ".ci"
    return hidden or folder in {"__pycache__", "build", "out"} or folder.endswith(".egg-info")


def troubles_of(path: Path) -> Iterator[str]:
    """What is wrong with one file, one sentence each, with the line it is on."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return  # a picture, a font, a sample in another encoding
    lines = text.splitlines()
    if (path.suffix == ".py" or path.name == "dev") and len(lines) > LONGEST_FILE:
        yield f"{len(lines)} lines; over {LONGEST_FILE}, two things live in one file"
    locked = path.parent.name == "requirements" and path.suffix == ".txt"
    for number, line in enumerate(lines, start=1):
        for host in HOST.findall(line):
            if host not in KNOWN_HOSTS and not host.endswith(NOBODY):
                yield f"line {number}: unknown host {host}"
        if MACHINE_PATH.search(line) or str(ROOT) in line:
            yield f"line {number}: a path of one machine"
        if locked and not LOCK_LINE.fullmatch(line):
            yield f"line {number}: only hashed versions belong here"


def main() -> int:
    found = [(path, trouble) for path in files() for trouble in troubles_of(path)]
    for path, trouble in found:
        print(f"{path.relative_to(ROOT)}: {trouble}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
