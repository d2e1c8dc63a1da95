"""A real PostgreSQL server for the tests: on loopback, unprivileged, gone afterwards.

Entered by `./dev test` (one server for the whole run) and by the fixture `postgres_server` (when
pytest is called alone). Standard library only. PostgreSQL refuses to run as root, so root hands
it to the user `postgres`, or `nobody`. Durability is off: these databases never outlive the run.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support import processes

OLDEST = 15
LOCALE = "C.UTF-8" if sys.platform.startswith("linux") else "C"  # elsewhere it has no such name
PREFIX = "accueil-postgres-"
START_SECONDS = 30.0
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    "log_min_messages": "warning",
    "autovacuum": "off",
}


class NoServer(RuntimeError):
    """No PostgreSQL could be started; the text says what is missing. A failure, never a skip."""


@contextmanager
def running_server(**settings: str) -> Iterator[str]:
    """Start a server, give the address of its administration database, stop and remove it.

    `settings` override SETTINGS (for instance fsync="on" where durability itself is measured).
    """
    binaries = find_binaries()
    user = unprivileged_user()
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    try:
        if user:
            shutil.chown(folder, user)
        password = secrets.token_urlsafe(18)
        make_cluster(binaries, folder, user, password)
        process, port = start_server(binaries, folder, user, {**SETTINGS, **settings})
        try:
            yield f"postgresql+psycopg://accueil:{password}@127.0.0.1:{port}/postgres"
        finally:
            processes.stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Remove what servers left whose owner was killed before it could tidy up."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        owner = folder.name.removeprefix(PREFIX).partition("-")[0]
        if owner.isdigit() and Path("/proc").is_dir() and not Path("/proc", owner).exists():
            shutil.rmtree(folder, ignore_errors=True)


def find_binaries() -> Path:
    """The folder of the newest PostgreSQL server programs on this machine."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    versions = {version_of(folder): folder for folder in folders}
    if not versions or max(versions) < OLDEST:
        raise NoServer(
            f"PostgreSQL {OLDEST} or newer is needed for the tests and was not found. "
            "On Debian: apt-get install postgresql"
        )
    return versions[max(versions)]


def version_of(folder: Path) -> int:
    text = subprocess.check_output([str(folder / "initdb"), "--version"], text=True)
    found = re.search(r"(\d+)", text)
    return int(found[1]) if found else 0


def unprivileged_user() -> str | None:
    """Whom root hands the server to; None when we are not root."""
    if os.name == "nt" or os.geteuid() != 0:
        return None
    import pwd

    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise NoServer("Neither the user postgres nor nobody exists to run the server as.")


def make_cluster(binaries: Path, folder: Path, user: str | None, password: str) -> None:
    secret = folder / "password"
    secret.write_text(password, "utf-8")
    secret.chmod(0o600)
    if user:
        shutil.chown(secret, user)
    command = [str(binaries / "initdb"), "--no-sync", "--auth=password", "--encoding=UTF8"]
    command += [f"--locale={LOCALE}", "--username=accueil", f"--pwfile={secret}"]
    command += ["-D", str(folder / "data")]
    process = processes.start(
        command, user=user, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    output, _ = process.communicate()
    secret.unlink()
    if process.returncode:
        raise NoServer(f"initdb failed:\n{output}")


def start_server(
    binaries: Path, folder: Path, user: str | None, settings: dict[str, str]
) -> tuple[subprocess.Popen[str], int]:
    """Start on a free port; another program may take it first, so try a few."""
    log = folder / "log"
    for _ in range(5):
        port = free_port()
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(binaries / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
        command += options
        with log.open("w", encoding="utf-8") as output:
            process = processes.start(
                command, user=user, cwd=folder, stdout=output, stderr=subprocess.STDOUT
            )
        if answers(binaries, process, port):
            return process, port
        processes.stop(process)
    raise NoServer(f"PostgreSQL did not start:\n{log.read_text('utf-8', errors='replace')}")


def answers(binaries: Path, process: subprocess.Popen[str], port: int) -> bool:
    question = [str(binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        if subprocess.call(question) == 0:
            return True
        time.sleep(0.05)
    return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
