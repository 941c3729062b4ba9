"""Processes that try inputs one by one; one that ends or hangs loses its input alone, and is told.

A worker reads numbers, a line each, and answers each with its verdict and what it took.
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fuzz.samples import Samples
from benchmarks.fuzz.trials import tried
from evaluation.messages import set_language
from generator.system.folders import CACHE_VARIABLE

LONGEST = 60.0
"""Seconds that one input may take; the time to start a process is counted with its first."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How one input ended: its verdict, blank where all is well, and its seconds."""

    number: int
    verdict: str
    seconds: float


def work(seed: int) -> None:
    """Try the inputs whose numbers come in; told by ``try_all`` alone."""
    set_language("en")
    answers, sys.stdout = sys.stdout, sys.stderr
    with TemporaryDirectory() as name, TemporaryDirectory() as cache:
        os.environ[CACHE_VARIABLE] = cache  # what was worked out once serves, as it does people
        samples = Samples(Path(name))
        for line in sys.stdin:
            verdict, seconds = try_one(seed, int(line), samples)
            print(json.dumps([verdict, seconds]), file=answers, flush=True)


def try_one(seed: int, number: int, samples: Samples) -> tuple[str, float]:
    """Try one input; whatever it raises is its verdict."""
    start = time.monotonic()
    with TemporaryDirectory() as name:
        try:
            verdict = tried(seed, number, Path(name), samples)
        except BaseException as fault:  # noqa: BLE001 - that nothing is raised is what is tried
            frame = traceback.extract_tb(fault.__traceback__)[-1]
            place = f"{Path(frame.filename).name}:{frame.lineno}"
            verdict = f"{type(fault).__name__}: {fault} ({place})"[:400]
    return verdict, time.monotonic() - start


def try_all(seed: int, numbers: Sequence[int], workers: int) -> Iterator[Ended]:
    """Try inputs in several processes; in the order in which they end."""
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    ended: queue.SimpleQueue[Ended] = queue.SimpleQueue()
    for number in numbers:
        waiting.put(number)
    for _each in range(workers):
        threading.Thread(target=_serve, args=(seed, waiting, ended), daemon=True).start()
    for _number in numbers:
        yield ended.get()


def _serve(seed: int, waiting: "queue.SimpleQueue[int]", ended: "queue.SimpleQueue[Ended]") -> None:
    """Keep one process at work until nothing waits; one that was lost is followed by another."""
    worker = _started(seed)
    with suppress(queue.Empty):
        while True:
            number = waiting.get_nowait()
            outcome = _asked(worker, number)
            ended.put(outcome)
            if worker.poll() is not None:
                worker = _started(seed)
    worker.kill()


def _started(seed: int) -> "subprocess.Popen[str]":
    arguments = [sys.executable, "-m", "benchmarks.fuzz", "--work", "--seed", str(seed)]
    pipe = subprocess.PIPE
    quiet = subprocess.DEVNULL
    return subprocess.Popen(arguments, stdin=pipe, stdout=pipe, stderr=quiet, text=True)


def _asked(worker: "subprocess.Popen[str]", number: int) -> Ended:
    """Have one input tried; a process that hangs is ended."""
    assert worker.stdin and worker.stdout
    start = time.monotonic()
    hung = threading.Timer(LONGEST, worker.kill)
    hung.start()
    with suppress(OSError):
        print(number, file=worker.stdin, flush=True)
    answer = worker.stdout.readline()
    hung.cancel()
    seconds = time.monotonic() - start
    if answer:
        verdict, seconds = json.loads(answer)
        return Ended(number, verdict, seconds)
    code = worker.wait()
    lost = "it hangs" if seconds >= LONGEST else f"the process ended with {code}"
    return Ended(number, lost, seconds)
