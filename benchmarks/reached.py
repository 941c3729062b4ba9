"""A plugin of pytest that notes which functions of this project each test calls.

    LAPORAN_REACHED=FILE.json python -m pytest -p benchmarks.reached …

The file maps "path:first line" of a function to the tests that call it. Calls in processes that a
test starts are not seen.
"""

import json
import os
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType

import pytest

HERE = f"{Path.cwd()}{os.sep}"
_called: set[CodeType] = set()
_reached: defaultdict[str, list[str]] = defaultdict(list)


def _note(frame: FrameType, event: str, _argument: object) -> None:
    if event == "call":
        _called.add(frame.f_code)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    _called.clear()
    threading.setprofile(_note)
    sys.setprofile(_note)
    try:
        return (yield)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        for code in _called:
            if code.co_filename.startswith(HERE):
                place = f"{code.co_filename.removeprefix(HERE)}:{code.co_firstlineno}"
                _reached[place].append(item.nodeid)


def pytest_sessionfinish() -> None:
    Path(os.environ["LAPORAN_REACHED"]).write_text(json.dumps(_reached), encoding="utf-8")
