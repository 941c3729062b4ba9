"""A plugin of pytest that notes which functions of this project each test calls.

    LAPORAN_REACHED=FILE.json python -m pytest -p benchmarks.reached …

The file maps "path:first line" of a function to the tests that call it, the quickest first. Calls
in processes that a test starts are not seen.
"""

import json
import os
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType

import pytest

HERE = f"{Path.cwd()}{os.sep}"
_called: set[CodeType] = set()
_reached: defaultdict[str, list[str]] = defaultdict(list)
_seconds: dict[str, float] = {}


def _note(frame: FrameType, event: str, _argument: object) -> None:
    if event == "call":
        _called.add(frame.f_code)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    _called.clear()
    start = time.process_time()
    threading.setprofile(_note)
    sys.setprofile(_note)
    try:
        return (yield)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        _seconds[item.nodeid] = time.process_time() - start
        for code in _called:
            if code.co_filename.startswith(HERE):
                place = f"{code.co_filename.removeprefix(HERE)}:{code.co_firstlineno}"
                _reached[place].append(item.nodeid)


def pytest_sessionfinish() -> None:
    ordered = {place: sorted(tests, key=_seconds.__getitem__) for place, tests in _reached.items()}
    Path(os.environ["LAPORAN_REACHED"]).write_text(json.dumps(ordered), encoding="utf-8")
