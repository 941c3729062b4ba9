"""Sections whose numbers are filled in: what is the same in many documents is made and set once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.document.blocks import (
    SLOT,
    Block,
    Cell,
    List,
    ListItem,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)


@dataclass(frozen=True)
class Form:
    """A section with slots for numbers; ``key`` is the same for equal sections of one pack alone.

    A slot stands alone in its cell: a run whose text is SLOT and the number's place among all.
    """

    key: str
    section: Section


@dataclass(frozen=True)
class Filled:
    """A form with its numbers. It reads like the section that it stands for."""

    form: Form
    numbers: tuple[str, ...]

    @cached_property
    def section(self) -> Section:
        """Give the section with its numbers in place."""
        section = self.form.section
        return replace(section, blocks=_each(section.blocks, self.numbers))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Give the blocks with their numbers in place."""
        return self.section.blocks

    @property
    def style(self) -> str:
        """Give the name of the page style."""
        return self.form.section.style

    @property
    def header(self) -> tuple[Block, ...]:
        """Give the header, which has no slots."""
        return self.form.section.header

    @property
    def footer(self) -> tuple[Block, ...]:
        """Give the footer, which has no slots."""
        return self.form.section.footer


AnySection = Section | Filled


def plain(section: AnySection) -> Section:
    """Give a section without slots."""
    return section.section if isinstance(section, Filled) else section


def _each(blocks: tuple[Block, ...], numbers: Sequence[str]) -> tuple[Block, ...]:
    return tuple(_block(block, numbers) for block in blocks)


def _block(block: Block, numbers: Sequence[str]) -> Block:
    match block:
        case Table():
            header = tuple(_row(row, numbers) for row in block.header)
            rows = tuple(_row(row, numbers) for row in block.rows)
            return replace(block, header=header, rows=rows)
        case List():
            items = (ListItem(_each(item.blocks, numbers)) for item in block.items)
            return replace(block, items=tuple(items))
        case _:
            return block


def _row(row: Row, numbers: Sequence[str]) -> Row:
    if not any(cell.numeric for cell in row.cells):
        return row
    return Row(tuple(_cell(cell, numbers) for cell in row.cells), row.style)


def _cell(cell: Cell, numbers: Sequence[str]) -> Cell:
    if not cell.numeric:
        return cell
    return replace(cell, content=tuple(_paragraph(one, numbers) for one in cell.content))


def _paragraph(one: Paragraph, numbers: Sequence[str]) -> Paragraph:
    first = one.content[0] if one.content else None
    if not isinstance(first, Run) or not first.text.startswith(SLOT):
        return one
    number = numbers[int(first.text.removeprefix(SLOT))]
    return replace(one, content=(replace(first, text=number),))
