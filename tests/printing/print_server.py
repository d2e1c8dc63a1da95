"""A real CUPS server of our own on a loopback port, whose one queue writes to a socket we read.

Works for root (filters then run as `lp`) and for a plain user. Nothing of the system's own CUPS
is touched. Everyone who tests printing may start one.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

CUPSD = "/usr/sbin/cupsd"
LPADMIN = "/usr/sbin/lpadmin"
SERVER_BIN = Path("/usr/lib/cups")
PPD = Path(__file__).with_name("plain.ppd")
PATIENCE = 30.0
"""Seconds until a server or a job that says nothing has failed."""

_CUPSD_CONF = """
Listen 127.0.0.1:{port}
Browsing No
DefaultAuthType None
IdleExitTimeout 0
DirtyCleanInterval 0
WebInterface No
<Location />
Order allow,deny
Allow from 127.0.0.1
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow from 127.0.0.1
</Limit>
</Policy>
"""
_FILES_CONF = """
ServerRoot {root}/etc
ServerBin {root}/bin
StateDir {root}/run
CacheDir {root}/cache
RequestRoot {root}/spool
TempDir {root}/spool/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
Sandboxing relaxed
"""


class PrintServer:
    """The server and its queue `ACCUEIL`. environment: what makes `lp` talk to this server."""

    QUEUE = "ACCUEIL"

    def __init__(self, address: str, listener: socket.socket, root: Path) -> None:
        self.address = address
        self._listener = listener
        self._root = root

    @property
    def environment(self) -> Mapping[str, str]:
        return {"CUPS_SERVER": self.address}

    def run(self, *command: str) -> str:
        """Run a CUPS command against this server; its output."""
        done = subprocess.run(
            command,
            env={**os.environ, **self.environment, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout

    def printed(self) -> bytes:
        """Wait for a job and return the PDF that reached the printer."""
        connection, _address = self._listener.accept()
        with connection:
            connection.settimeout(PATIENCE)
            received = b"".join(iter(lambda: connection.recv(65536), b""))
        return received[received.index(b"%PDF") :]

    def add_queue(self, name: str = QUEUE) -> None:
        """Set a queue up that sends PDF to our socket."""
        port = self._listener.getsockname()[1]
        # By itself the backend waits for the printer to hang up, and asks it how it is (SNMP).
        uri = f"socket://127.0.0.1:{port}/?waiteof=false&snmp=false"
        self.run(LPADMIN, "-p", name, "-E", "-v", uri, "-P", str(PPD), "-o", "PageSize=A4")

    def add_unwell_queue(self, name: str, words: str) -> None:
        """Set a queue up whose printer takes nothing and says why: `media-empty-error`."""
        uri = f"unwell:/{words}"
        self.run(LPADMIN, "-p", name, "-E", "-v", uri, "-P", str(PPD), "-o", "PageSize=A4")

    def asked_of(self, job: int) -> bytes:
        """What was asked of a job that waits: the server's own record of it."""
        record, end = self._root / f"spool/c{job:05d}", time.monotonic() + PATIENCE
        while not record.exists():
            assert time.monotonic() < end, "the server kept no record of the job"
        return record.read_bytes()

    def remove_queue(self, name: str = QUEUE) -> None:
        self.run(LPADMIN, "-x", name)

    def stop_queue(self, name: str = QUEUE) -> None:
        """As when somebody opens the printer's lid: jobs wait."""
        self.run("/usr/sbin/cupsdisable", name)


@contextmanager
def print_server() -> Iterator[PrintServer]:
    """Start a server, with a queue; stop it and take everything away afterwards."""
    # Not under pytest's folder, which only its owner may enter: filters run as another user.
    root = Path(tempfile.mkdtemp(prefix="accueil-cups-"))
    port = _free_port()
    _write_configuration(root, port)
    command = [CUPSD, "-f", "-c", f"{root}/etc/cupsd.conf", "-s", f"{root}/etc/cups-files.conf"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_until_it_listens(port, server, root)
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(PATIENCE)
            started = PrintServer(f"127.0.0.1:{port}", listener, root)
            started.add_queue()
            yield started
    finally:
        server.terminate()
        server.wait(PATIENCE)
        shutil.rmtree(root, ignore_errors=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _write_configuration(root: Path, port: int) -> None:
    root.chmod(0o755)
    for name in ("etc/ppd", "run/certs", "cache", "spool/tmp", "log"):
        (root / name).mkdir(parents=True)
    files = _FILES_CONF.format(root=root)
    if os.geteuid() == 0:
        # Root's server runs filters as `lp`, who must reach the spool.
        files += "User lp\nGroup lp\n"
        for name in ("spool", "spool/tmp", "cache", "run"):
            (root / name).chmod(0o777)
    _make_programs(root)
    (root / "etc/cupsd.conf").write_text(_CUPSD_CONF.format(port=port))
    (root / "etc/cups-files.conf").write_text(files)


_UNWELL = """#!/bin/sh
# A backend whose printer takes nothing: it tells the words of its address, and waits.
[ $# -eq 0 ] && exit 0
echo "STATE: +${DEVICE_URI#unwell:/}" >&2
trap 'exit 1' TERM
while :; do sleep 0.2; done
"""


def _make_programs(root: Path) -> None:
    """The system's own filters and backends, and one backend of ours."""
    programs = root / "bin"
    programs.mkdir()
    for folder in SERVER_BIN.iterdir():
        if folder.name != "backend":
            (programs / folder.name).symlink_to(folder)
    (programs / "backend").mkdir()
    for backend in (SERVER_BIN / "backend").iterdir():
        (programs / "backend" / backend.name).symlink_to(backend)
    unwell = programs / "backend" / "unwell"
    unwell.write_text(_UNWELL)
    unwell.chmod(0o755)


def _wait_until_it_listens(port: int, server: subprocess.Popen[bytes], root: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), PATIENCE).close()
            return
        except OSError:
            assert server.poll() is None, (root / "log/error").read_text()
    raise AssertionError("the print server does not listen")
