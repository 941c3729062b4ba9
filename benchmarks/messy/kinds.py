"""What a kind of file is: it fills a case with files and their truth."""

from collections.abc import Callable

from benchmarks.messy.paper import Case

Kind = Callable[[Case], None]
