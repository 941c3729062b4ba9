"""The template files of a pack, read and parsed once, without rendering them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from evaluation.errors import WrongTemplateError
from evaluation.messages import NOTHING, _
from evaluation.names import nearest
from evaluation.sources import Source
from generator.packs.packs import Pack
from generator.packs.text import PackLoader
from generator.templating.wording import worded_fault, worded_syntax


@dataclass
class PackFiles:
    """Gives the templates of a pack as text and as Jinja's syntax trees."""

    pack: Pack

    def __post_init__(self) -> None:
        self._loader = PackLoader(self.pack.folders)
        self._environment = Environment(autoescape=True)
        self._texts: dict[str, str] = {}
        self._lines: dict[str, list[str]] = {}
        self._trees: dict[str, nodes.Template] = {}

    def text(self, name: str) -> str:
        """Give a template's text.

        Raises WrongTemplateError when the pack has no such file, or it cannot be read.
        """
        if name not in self._texts:
            try:
                text, _path = self._loader.text(name)
            except TemplateNotFound:
                raise self.missing(name) from None
            self._texts[name] = text.replace("\r\n", "\n").replace("\r", "\n")
        return self._texts[name]

    def has(self, name: str) -> bool:
        """Tell whether the pack has a template of this name, whether or not it can be read."""
        return self._loader.path(name) is not None

    def line(self, name: str, number: int) -> str:
        """Give one line of a template, counted from 1; empty beyond its end."""
        if name not in self._lines:
            self._lines[name] = self.text(name).split("\n")
        lines = self._lines[name]
        return lines[number - 1] if number <= len(lines) else ""

    def tree(self, name: str) -> nodes.Template:
        """Give a template's syntax tree. Raises WrongTemplateError for one that is no template."""
        if name not in self._trees:
            try:
                self._trees[name] = self._environment.parse(self.text(name), name)
            except TemplateSyntaxError as fault:
                message, remedy = worded_syntax(str(fault.message))
                source = Source(name, line=fault.lineno)
                raise WrongTemplateError(message, source=source, remedy=remedy) from None
            except (RecursionError, ValueError) as fault:
                raise WrongTemplateError(worded_fault(fault), source=Source(name)) from None
        return self._trees[name]

    def missing(self, name: str, source: Source | None = None) -> WrongTemplateError:
        """Give the error for a file that the pack lacks, told at ``source``."""
        near = nearest(name, self.names)
        return WrongTemplateError(
            _("the pack has no file “%(name)s”.") % {"name": name},
            source=source or Source(name),
            remedy=_("Did you mean %(word)s?") % {"word": near[0]} if near else NOTHING,
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Give the names of all templates of the pack and of those that it builds on."""
        found = {name for folder in self.pack.folders for name in _templates_in(folder)}
        return tuple(sorted(found))

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """Give the names of the templates in the pack's own folder."""
        return tuple(_templates_in(self.pack.folders[0]))


def _templates_in(folder: Path) -> list[str]:
    paths = sorted(path for path in folder.rglob("*.xml") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in paths]
