"""Templates → rendered markup, in a sandbox that says where a template is wrong.

Values are escaped on their way out, so whatever an assessor typed stays literal text.
"""

import re
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import FrameType
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, Undefined
from jinja2.ext import Extension

from evaluation.errors import WrongTemplateError
from evaluation.messages import NOTHING, Message, _
from evaluation.rules import templates as rules
from evaluation.sources import Finding, Source
from generator.document.blocks import Document
from generator.document.headings import without_gaps
from generator.document.printable import Printable
from generator.packs.packs import Pack
from generator.packs.pictures import Pictures
from generator.packs.text import PackLoader
from generator.system.store import CompiledTemplates, open_store
from generator.templating.building import Builder
from generator.templating.fields import FieldGroup
from generator.templating.filters import filters_for
from generator.templating.forms import Forms
from generator.templating.letter_facts import LetterFacts
from generator.templating.markup import POSITION, Element, parse_elements
from generator.templating.sandbox import MAX_RENDERED, RefusedError, Sandbox
from generator.templating.spans import Lines, without_jinja
from generator.templating.wording import TEMPLATE_FAULTS, worded_fault, worded_syntax

MOST_NOTED = 1000  # uses of missing fields whose lines are looked up in one rendered template

_TAG = re.compile(r"<[a-zA-Z][\w-]*")


class _Positions(Extension):
    """Writes into each tag of a template the place where it stands, for error messages."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        lines = Lines(source)
        parts: list[str] = []
        last = 0
        for tag in _TAG.finditer(without_jinja(source)):
            line, column = lines.place(tag.start())
            parts += (source[last : tag.end()], f' {POSITION}="{name}|{line}:{column}"')
            last = tag.end()
        return "".join((*parts, source[last:]))


class Templates:
    """The templates of one pack, compiled once and rendered many times."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._printable = Printable(pack.style.font)
        self._builder = Builder(pack.style, Pictures(pack).get)
        self._forms = Forms()
        self._missing: dict[Source, Finding] = {}
        self._noted = 0
        self._environment = Sandbox(
            dict(filters_for(pack.foreign_words)),
            loader=PackLoader(pack.folders),
            extensions=[_Positions],
            autoescape=True,
            undefined=_missing_class(self._note_missing),
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=CompiledTemplates(open_store()),
        )

    def roots(self, kind: str, fields: Mapping[str, object]) -> tuple[Element, ...]:
        """Render the template files of a kind of document, one after another.

        Raises WrongTemplateError with template and line; every field that is missing is listed in
        its ``findings``.
        """
        return tuple(parse_elements(self._text(part, fields), part) for part in self._parts(kind))

    def _parts(self, kind: str) -> Sequence[str]:
        parts = self._pack.documents.get(kind)
        if not parts:
            raise WrongTemplateError(
                _("the pack has no template for “%(kind)s”.") % {"kind": kind},
                source=Source("paket.toml"),
                remedy=_("Name its files under [documents]."),
            )
        return parts

    def build(self, roots: Sequence[Element], stamp: str = "") -> Document:
        """Build one document from rendered templates. Raises WrongTemplateError."""
        return self._whole(
            [self._builder.document(root, self._pack.language) for root in roots], stamp
        )

    def _whole(self, built: Sequence[Document], stamp: str) -> Document:
        """Make one document of those of several templates."""
        sections = without_gaps(section for document in built for section in document.sections)
        return replace(
            built[0],
            sections=sections,
            stamp=stamp,
            foreign=self._pack.foreign_language,
            abbreviations=self._pack.abbreviations,
        )

    def document(self, kind: str, fields: Mapping[str, object], stamp: str = "") -> Document:
        """Make the document of a kind; what it shares with others is not made again.

        Raises WrongTemplateError.
        """
        parts = [(part, self._text(part, fields)) for part in self._parts(kind)]
        built = [self._forms.document(text, partial(self._built, part)) for part, text in parts]
        return self._whole(built, stamp)

    def _built(self, template: str, text: str) -> Document:
        return self._builder.document(parse_elements(text, template), self._pack.language)

    def _text(self, template: str, fields: Mapping[str, object]) -> str:
        return self._printable.text(self._render(template, fields))

    def _render(self, name: str, fields: Mapping[str, object]) -> str:
        self._missing.clear()
        self._noted = 0
        self._environment.budget.renew()
        parts: list[str] = []
        size = 0
        try:
            for part in self._environment.get_template(name).generate(fields):
                size += len(part)
                if size > MAX_RENDERED:
                    raise RefusedError(_("the template makes more text than any document holds."))
                parts.append(part)
        except TEMPLATE_FAULTS as fault:
            raise self._fault(fault, name) from fault
        if self._missing:
            findings = tuple(self._missing.values())
            raise WrongTemplateError(
                findings[0].message,
                source=findings[0].source,
                remedy=findings[0].remedy,
                findings=findings,
            )
        return "".join(parts)

    def _fault(self, fault: Exception, name: str) -> WrongTemplateError:
        if isinstance(fault, TemplateSyntaxError):
            message, remedy = worded_syntax(str(fault.message))
            source = Source(fault.name or name, line=fault.lineno)
            return WrongTemplateError(message, source=source, remedy=remedy)
        place = Source(name) if isinstance(fault, TemplateNotFound) else self._place(fault, name)
        return WrongTemplateError(worded_fault(fault), source=place)

    def _place(self, fault: Exception, name: str) -> Source:
        """Find the innermost template line in a traceback; Jinja has put template lines into it."""
        for frame in reversed(traceback.extract_tb(fault.__traceback__)):
            for folder in self._pack.folders:
                prefix = f"{folder}/"
                if frame.filename.replace("\\", "/").startswith(prefix.replace("\\", "/")):
                    return Source(frame.filename[len(prefix) :], line=frame.lineno)
        return Source(name)

    def _note_missing(self, owner: object, field: str) -> None:
        self._noted += 1
        if self._noted > MOST_NOTED:
            return
        source = self._line_now()
        message, remedy = _explain_missing(owner, field)
        self._missing.setdefault(
            source, rules.TEMPLATE_FIELD_MISSING.found(source, message, remedy)
        )

    def _line_now(self) -> Source:
        """Give the template line that is being rendered now, from the frames on the stack."""
        frame: FrameType | None = sys._getframe()
        while frame is not None:
            if "debug_info" in frame.f_globals and "blocks" in frame.f_globals:
                name = str(frame.f_globals["name"])
                template = self._environment.get_template(name)
                return Source(name, line=template.get_corresponding_lineno(frame.f_lineno))
            frame = frame.f_back
        return Source(self._pack.name)


def _explain_missing(owner: object, field: str) -> tuple[Message, Message]:
    if isinstance(owner, LetterFacts):
        return (
            _("the template needs the fact “%(field)s”, which the workbook does not give.")
            % {"field": owner.heading(field)},
            _("Fill in the key “%(field)s” in the sheet Surat.") % {"field": owner.heading(field)},
        )
    near = owner.nearest(field) if isinstance(owner, FieldGroup) else None
    return (
        _("there is no field “%(field)s”.") % {"field": field},
        _("Did you mean %(word)s?") % {"word": near} if near else NOTHING,
    )


def _missing_class(note: Callable[[object, str], None]) -> type[Undefined]:
    """Make an Undefined that notes its use and goes on, so that all missing fields are told."""

    class Missing(Undefined):
        """Stands for a field that is not there: empty, and noted as soon as it is used."""

        __slots__ = ()

        def _use(self, *_args: object) -> Any:
            owner = self._undefined_obj
            note(owner, str(self._undefined_name))
            return ""

        def _nothing(self, *_args: object) -> Any:
            self._use()
            return iter(())

        def _false(self, *_args: object) -> bool:
            self._use()
            return False

        def _itself(self, *_args: object) -> Any:
            self._use()
            return self

        __str__ = __html__ = __add__ = __radd__ = __sub__ = __rsub__ = _use
        __iter__ = _nothing
        __bool__ = __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __contains__ = _false  # type: ignore[assignment]
        __call__ = __getitem__ = _itself
        __hash__ = Undefined.__hash__

        def __len__(self) -> int:
            self._use()
            return 0

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return self._itself()

    return Missing
