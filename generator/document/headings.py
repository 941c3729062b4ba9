"""Levels of headings without gaps, whatever a template skips (ISO 14289-1, 7.4.2)."""

from collections.abc import Iterable
from dataclasses import replace

from generator.document.blocks import Block, Heading, List, ListItem, Section
from generator.document.forms import AnySection


def without_gaps(sections: Iterable[AnySection]) -> tuple[AnySection, ...]:
    """Give sections whose headings begin at level 1 and go down one level at a time.

    A heading that is raised keeps the looks of its level.
    """
    levels = _Levels()
    return tuple(levels.any_section(section) for section in sections)


class _Levels:
    """The level of the last heading, 0 before the first."""

    def __init__(self) -> None:
        self._last = 0

    def any_section(self, section: AnySection) -> AnySection:
        """Give a form as it is where its own levels have no gap after what stands before."""
        if isinstance(section, Section):
            return self._section(section)
        before, form = self._last, section.form.section
        if self._section(form).blocks == form.blocks:
            return section
        self._last = before
        return self._section(section.section)

    def _section(self, section: Section) -> Section:
        if not _has_heading(section.blocks):
            return section
        return replace(section, blocks=tuple(map(self._block, section.blocks)))

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return self._heading(block)
            case List() if _has_heading((block,)):
                items = (ListItem(tuple(map(self._block, item.blocks))) for item in block.items)
                return replace(block, items=tuple(items))
            case _:
                return block

    def _heading(self, block: Heading) -> Heading:
        level = min(block.level, self._last + 1)
        self._last = level
        if level == block.level:
            return block
        return replace(block, level=level, style=block.style or f"h{block.level}")


def _has_heading(blocks: Iterable[Block]) -> bool:
    for block in blocks:
        if isinstance(block, Heading):
            return True
        if isinstance(block, List) and any(_has_heading(item.blocks) for item in block.items):
            return True
    return False
