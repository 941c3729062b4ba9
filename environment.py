"""Make the environment in ``.venv`` what a lock file and this checkout say; do nothing when it is.

``.venv/ready`` says for which folder, which Python and which locks it was made. A checkout that was
moved, a Python that was upgraded or taken away: the environment is made anew. A changed lock: its
packages are installed. Nothing here needs more than Python itself; it runs, and says what is
missing, on Pythons that are too old for the program.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
# An environment made from the second of a pair serves whoever asks for the first.
SERVING = {RUNTIME: (RUNTIME, DEVELOPMENT), DEVELOPMENT: (DEVELOPMENT,)}
_ASK = "import sys, pip; print('%d.%d.%d' % sys.version_info[:3]); print(sys.prefix)"


def version_of(python: Path) -> str:
    """Give the version of an environment's Python; empty when it does not work where it lies."""
    try:
        asked = subprocess.run(
            [str(python), "-c", _ASK], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        return ""
    said = asked.stdout.decode().splitlines()
    at_home = len(said) == 2 and Path(said[1]).resolve() == python.parent.parent.resolve()
    return said[0] if asked.returncode == 0 and at_home else ""


def stamp(venv: Path, version: str, lock: str) -> dict:
    """Say what an environment is made for: folder, Python, and the files that say what is in it."""
    digest = hashlib.sha256()
    for name in (lock, "pyproject.toml", "setup.py"):
        digest.update((ROOT / name).read_bytes())
    return {"folder": str(venv), "python": version, "lock": lock, "sha256": digest.hexdigest()}


def stamped(ready: Path) -> dict:
    """Read what an environment was made for; empty when it does not say."""
    try:
        said = json.loads(ready.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def refuse_this_python() -> None:
    """Stop with what to do when this Python cannot make the environment."""
    if sys.version_info < OLDEST:
        sys.exit(
            "laporan needs Python 3.11 or newer; this is {}. Try: make PYTHON=python3.12".format(
                ".".join(map(str, sys.version_info[:3]))
            )
        )
    try:
        __import__("ensurepip")
        __import__("venv")
    except ImportError:
        sys.exit(
            "Python has no venv module. On Debian and Ubuntu: sudo apt-get install python3-venv"
        )


def make(venv: Path, python: Path, lock: str, anew: bool) -> None:
    """Install what the lock says, checked by hash, and this project in place."""
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = [
        [*pip, "--require-hashes", "-r", lock],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", "."],
    ]
    if anew:
        refuse_this_python()
        steps.insert(0, [sys.executable, "-m", "venv", "--clear", str(venv)])
    for step in steps:
        done = subprocess.run(step, cwd=str(ROOT))
        if done.returncode:
            sys.exit("setting up {} failed at: {}".format(venv, " ".join(step)))


def main() -> None:
    """Bring the environment up to date."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=True)
    parser.add_argument("lock", nargs="?", choices=sorted(SERVING), default=DEVELOPMENT)
    parser.add_argument("--venv", type=Path, default=Path(".venv"))
    parser.add_argument("--this-python", action="store_true", help="not the one it was made with")
    asked = parser.parse_args()
    venv = (ROOT / asked.venv).resolve()
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = venv / "ready"
    here = ".".join(map(str, sys.version_info[:3]))
    was, version = stamped(ready), version_of(python)
    if any(was == stamp(venv, version, lock) for lock in SERVING[asked.lock]) and (
        version == here or not asked.this_python
    ):
        return
    same_place = was.get("folder", str(venv)) == str(venv)
    usable = same_place and version == was.get("python", here) and version_fits(version)
    anew = not usable or (asked.this_python and version != here)
    lock = DEVELOPMENT if was.get("lock") == DEVELOPMENT and not anew else asked.lock
    if ready.is_file():
        ready.unlink()
    make(venv, python, lock, anew)
    ready.write_text(json.dumps(stamp(venv, version_of(python), lock)), encoding="utf-8")


def version_fits(version: str) -> bool:
    """Tell whether a version of Python, or none, is new enough for the program."""
    return version != "" and tuple(map(int, version.split(".")[:2])) >= OLDEST


if __name__ == "__main__":
    main()
