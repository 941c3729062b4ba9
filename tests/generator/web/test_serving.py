"""The server as a program: on this machine alone, one a folder, gone when it is closed."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.web.desk import QUIET_SECONDS, Desk
from generator.web.serving import LOCK
from generator.web.shelf import Shelf

BUKA = (sys.executable, "-m", "generator.cli.main", "--lang", "en", "buka")


@contextmanager
def opened(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the program; give it and the address that it tells."""
    started = subprocess.Popen((*BUKA, folder, "--no-open"), stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    try:
        yield started, started.stdout.readline().strip()
    finally:
        started.kill()
        started.wait()
        started.stdout.close()


def asked(address: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    """Give the status of an answer and the cookie that it sets."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    try:
        connection.request(
            method, path, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        answer = connection.getresponse()
        answer.read()
        return answer.status, (answer.headers["set-cookie"] or "").partition(";")[0]
    finally:
        connection.close()


def test_it_is_opened_closed_and_opened_again(tmp_path: Path) -> None:
    with opened(tmp_path) as (started, address):
        status, cookie = asked(address)
        assert status == 303
        home = address.partition("masuk")[0]
        assert asked(home, cookie=cookie)[0] == 200
        if os.name == "posix":
            assert (tmp_path / LOCK).stat().st_mode & 0o077 == 0
        again = subprocess.run(
            (*BUKA, tmp_path, "--no-open"), capture_output=True, text=True, check=True
        )
        assert urlsplit(again.stdout.strip()).port == urlsplit(address).port
        assert asked(again.stdout.strip())[0] == 303
        closed = asked(f"{home}tutup", "POST", cookie=cookie, sec_fetch_site="same-origin")
        assert closed[0] == 200
        assert started.wait(60) == 0
    assert not (tmp_path / LOCK).exists()


def test_a_lock_of_a_server_that_was_killed_or_of_another_program_does_not_hold(
    tmp_path: Path,
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
        (tmp_path / LOCK).write_text(json.dumps({"port": port, "caller": "x"}))
        with opened(tmp_path) as (_started, address):
            assert asked(address)[0] == 303


def test_no_other_machine_reaches_it(tmp_path: Path) -> None:
    with opened(tmp_path) as (_started, address):
        port = urlsplit(address).port or 0
        listening = _listening(port)
        assert listening == {"127.0.0.1"}


def _listening(port: int) -> set[str]:
    """Give the addresses on which this machine listens at a port, as the system tells it."""
    found = set()
    for table in ("tcp", "tcp6"):
        path = Path("/proc/net", table)
        if not path.exists():
            pytest.skip("the system does not tell who listens")
        for line in path.read_text().splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            address, _colon, number = local.partition(":")
            if state == "0A" and int(number, 16) == port:
                pairs = re.findall("..", address)
                found.add(".".join(str(int(pair, 16)) for pair in reversed(pairs)))
    return found


def test_it_is_quiet_only_after_long_without_a_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("generator.web.desk.time.monotonic", lambda: now[0])
    desk = Desk(Shelf(tmp_path), print, print)
    now[0] += QUIET_SECONDS
    assert not desk.is_quiet()
    now[0] += 1
    assert desk.is_quiet()
    desk.hear()
    assert not desk.is_quiet()
