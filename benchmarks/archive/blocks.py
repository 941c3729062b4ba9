"""What documents are made of, whoever prints them."""

from dataclasses import dataclass

from benchmarks.archive.look import Look


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 0 is the title on the cover."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    bold: bool = False
    justify: bool = False
    indent: int = 0
    mark: str = ""
    """What stands before the text, hanging: "1.", "a.", a bullet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """``rows`` is how many rows it spans; 0 means that it is covered by the cell above."""

    text: str
    rows: int = 1
    columns: int = 1
    align: str = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``widths`` are shares of the text's width."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    ruled: bool = True
    """False: no lines whatever the look has, as in a list of addressees."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page, from here on landscape or not."""

    landscape: bool


Block = Heading | Text | Table | Turn


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    blocks: tuple[Block, ...]
    look: Look
