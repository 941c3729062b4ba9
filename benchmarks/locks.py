"""Do the lock files hold a wheel for every machine that the README names?

    python -m benchmarks.locks

Asks uv, which is no dependency of the project, to plan the installation of each lock for each
system and each Python, with ready wheels alone and by hash; nothing is installed. Ends with 1 when
one has no wheel.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

PYTHONS = ("3.11", "3.12", "3.13", "3.14")


class System(NamedTuple):
    """A system: what uv calls it, and the oldest macOS that counts, where it is one."""

    name: str
    macos: str = ""


LINUX = (System("x86_64-manylinux_2_28"), System("aarch64-manylinux_2_28"))
WINDOWS = (System("x86_64-pc-windows-msvc"),)
MACOS = (System("aarch64-apple-darwin", "13.0"), System("x86_64-apple-darwin", "13.0"))

# The tests read PDFs with pikepdf, whose wheels with a validator of PDF/A ask for macOS 15.
SYSTEMS = {
    "requirements.lock": (*LINUX, *WINDOWS, *MACOS),
    "requirements-dev.lock": (*LINUX, *WINDOWS, System("aarch64-apple-darwin", "15.0")),
}


def fault(lock: str, python: str, system: System) -> str:
    """Give uv's reason why a lock cannot be installed there; empty when it can."""
    with tempfile.TemporaryDirectory() as nowhere:
        command = [
            "uv", "pip", "install", "--dry-run", "--quiet", "--no-deps", "--only-binary", ":all:",
            "--require-hashes", "--python-platform", system.name, "--python-version", python,
            "--target", nowhere, "-r", lock,
        ]  # fmt: skip
        environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": system.macos or "13.0"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr.strip() or f"uv ended with {done.returncode}"


def faults() -> Iterator[str]:
    """Print how each lock fares, and give the reason of each that cannot be installed."""
    for lock, systems in SYSTEMS.items():
        for system, python in product(systems, PYTHONS):
            reason = fault(lock, python, system)
            where = f"{system.name} {system.macos}".strip()
            print(f"{lock:22} {python:5} {where:28} {'no wheel' if reason else 'ok'}", flush=True)
            if reason:
                yield f"{lock}, Python {python}, {where}:\n{reason}"


if __name__ == "__main__":
    sys.exit("\n\n".join(faults()) or 0)
