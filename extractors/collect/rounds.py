"""The tables of one file after the other, read with what is known of the round."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from evaluation.draft import Known
from evaluation.messages import _
from evaluation.rules import collecting as rules
from evaluation.understanding import Shape, Understood
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.arithmetic import derived_people
from extractors.collect.around import Around, Tab, around, tabs_of
from extractors.collect.bodies import Body, body_of
from extractors.collect.books import Book, Part
from extractors.collect.forms import Forms
from extractors.collect.gathering import CollectedScore, Gathering
from extractors.collect.headings import Vocabulary, section_names
from extractors.collect.hypotheses import Hypothesis
from extractors.collect.judging import UNTOLD, Round, Verdict, judge
from extractors.collect.keys import Keys
from extractors.collect.looks import Look, is_total, look_at
from extractors.collect.numbers import Amounts
from extractors.collect.people import person_key
from extractors.collect.reading import Reader, Reading
from extractors.collect.refusals import (
    Refusal,
    after_reading,
    bad_columns,
    of_the_reading,
    of_the_table,
)
from extractors.collect.remarks import read_remarks
from extractors.collect.roles import opened, roles_of, shape_of_hypothesis
from extractors.collect.rowkeys import RowKeys, institution_in
from extractors.collect.scales import words_of_scale
from extractors.collect.scores import ScoreCells
from extractors.collect.sources import Origin, Source
from extractors.collect.stacked import of_the_round
from extractors.collect.taken import Taken
from extractors.collect.telling import Telling
from extractors.collect.unread import report_sheets
from extractors.collect.words import is_foot

_SCORED = (Shape.WIDE, Shape.LONG, Shape.TRANSPOSED, Shape.PANEL, Shape.FORM, Shape.COMMENTS)
_NOWHERE = Source(Origin.NONE, 1.0)


class BookReader:
    """Reads books into a gathering, and keeps how each table was understood."""

    def __init__(self, known: Known, vocabulary: Vocabulary, gathering: Gathering) -> None:
        self.understood: list[Understood] = []
        self._words = vocabulary
        self._gathering = gathering
        self._sections = section_names(known.sections)
        instrument = known.instrument
        self._scale = instrument.scale if instrument else None
        self._amounts = Amounts(self._scale)
        self._year = known.year
        self._forms = Forms(known, vocabulary, gathering)

    def read(self, book: Book) -> None:
        """Read the tables of a file; a hidden one only where no visible one is of its kind."""
        words = words_of_scale(book.sheets, self._scale)
        round_ = Round(self._words, self._amounts.with_words(words), self._year)
        heads = {
            p.taken.table.sheet.name: tuple(c.heading for c in p.taken.columns) for p in book.parts
        }
        tabs = tabs_of(book.sheets, heads, self._words)
        visible = {p.taken.shape for p in book.parts if not p.taken.table.sheet.hidden}
        if self._forms.are_of_another_round(book):
            for part in book.parts:
                self._keep(part.taken, 0, 0)
            return
        for part in book.parts:
            if part.taken.table.sheet.hidden and not self._may_read(part, visible):
                self._keep(part.taken, 0, 0)
            else:
                self._read(part, tabs[part.taken.table.sheet.name], round_)
        report_sheets(book, self._gathering)

    def _may_read(self, part: Part, visible: set[Shape]) -> bool:
        """Decide on a hidden table: it is read when it is clear and the only one of its kind."""
        taken = part.taken
        place = taken.table.sheet.place()
        if taken.shape not in _SCORED or taken.shape in visible:
            told = _("the sheet is hidden, and a visible one holds the same kind of table")
            if taken.shape not in visible:
                told = _("the sheet is hidden")
            self._gathering.set_aside(place, taken.table.sheet.name, told)
            return False
        message = _("the sheet is hidden; it was read all the same.")
        remedy = _("Delete the sheet if it is not meant.")
        self._gathering.report(rules.SHEET_HIDDEN_READ, place, message, remedy)
        return True

    def _read(self, part: Part, tab: Tab, round_: Round) -> None:
        taken = part.taken
        body = body_of(taken.table, taken.columns, self._words)
        stacked = of_the_round(taken.table, body, self._year)
        if stacked.refusal is not None:
            self._refuse(taken, stacked.refusal)
            return
        body = stacked.body
        Telling(taken.table, self._gathering).other_years(stacked.others)
        looks = self._looks(taken, body, round_)
        about = around(taken.table, part.context, tab, self._words)
        wrong = of_the_table(taken.table, looks, about, self._words, self._year)
        if wrong is not None:
            self._refuse(taken, wrong)
            return
        keys = Keys(taken.table, body.rows, self._words)
        verdict = judge(taken.table, looks, body, keys, about, round_)
        refusal = verdict.refusal
        if verdict.best is not None:
            hypothesis = verdict.best.hypothesis
            refusal = of_the_reading(taken.table, hypothesis, about, self._words)
            if refusal is None:
                refusal = self._take(part, hypothesis, body, keys, round_)
        elif refusal is None:
            self._without_scores(part, body, keys, about, verdict)
        if refusal is not None:
            columns = opened(taken.columns, [fit.hypothesis for fit in verdict.rivals])
            self._refuse(replace(taken, columns=columns), refusal)

    def _looks(self, taken: Taken, body: Body, round_: Round) -> Sequence[Look]:
        return [
            look_at(
                taken.table,
                column,
                body.rows,
                round_.amounts,
                total=is_total(column.heading, self._words),
            )
            for column in taken.columns
        ]

    def _take(
        self, part: Part, hypothesis: Hypothesis, body: Body, keys: Keys, round_: Round
    ) -> Refusal | None:
        """Read a table by its hypothesis; gives why it is refused, and then nothing is kept."""
        own = Gathering()
        table = part.taken.table
        if self._forms.contradicts(part):
            self._keep(part.taken, 0, 0)
            return None
        institution = institution_in(part.taken.columns)
        row_keys = RowKeys(
            table, hypothesis.region, hypothesis.assessor, institution, keys, part.context, own
        )
        stepped = hypothesis.assessor.origin is not Origin.NONE
        cells = ScoreCells(table.sheet, round_.amounts, own, stepped=stepped)
        reader = Reader(table, hypothesis, keys, row_keys, cells, own)
        readings = list(reader.read(body.rows))
        derived = derived_people(readings, self._scale)
        seen = [
            (one.column, one.value is not None)
            for one in readings
            if one.number and person_key(one.assessor) not in derived
        ]
        refusal = after_reading(readings, seen)
        if refusal is not None:
            return refusal
        bad = bad_columns(seen)
        telling = Telling(table, own)
        telling.rows_aside(body)
        telling.bad_columns(bad)
        telling.derived(derived, readings)
        for one in readings:
            kept = one.column not in bad and person_key(one.assessor) not in derived
            if one.value is not None and kept and not is_foot(one.assessor):
                own.scores.append(_collected(one, table))
        columns = roles_of(part.taken.columns, hypothesis)
        taken = Taken(table, shape_of_hypothesis(hypothesis), columns)
        telling.columns(taken, keys.has_foreign_codes(hypothesis.region), nameless=not stepped)
        read_remarks(table, columns, body.rows, row_keys, self._sections, own)
        answered = 0
        if part.context.is_form and hypothesis.question.origin is Origin.ROW:
            source = hypothesis.question
            asked = [r for r in body.rows if isinstance(keys.asked(source, r).item, int)]
            answered = len({one.row for one in readings if one.row in asked})
            telling.partly_filled(answered, len(asked))
        self._gathering.take(own)
        self._keep(taken, len(own.scores), len(own.comments), own.scores, answered)
        return None

    def _without_scores(
        self, part: Part, body: Body, keys: Keys, about: Around, verdict: Verdict
    ) -> None:
        """Read the comments of a table without scores, or tell what it is."""
        taken, own = part.taken, Gathering()
        telling = Telling(taken.table, own)
        if taken.shape is Shape.UNSETTLED:
            telling.unsettled_table(taken)
            self._gathering.take(own)
            self._keep(taken, 0, 0)
            return
        if self._forms.contradicts(part):
            self._keep(part.taken, 0, 0)
            return
        if part.context.is_form and taken.shape is Shape.FORM:
            telling.empty_form(part.context)
            self._gathering.take(own)
            self._keep(taken, 0, 0)
            return
        candidates = verdict.candidates
        region = next((s for s in candidates.regions if s.origin is not Origin.HEADING), _NOWHERE)
        person = next((s for s in candidates.assessors if s.origin is not Origin.HEADING), _NOWHERE)
        institution = institution_in(taken.columns)
        row_keys = RowKeys(taken.table, region, person, institution, keys, part.context, own)
        telling.rows_aside(body)
        telling.columns(taken, False, nameless=person.origin is Origin.NONE)
        if taken.shape is Shape.COMMENTS or region is not _NOWHERE:
            read_remarks(taken.table, taken.columns, body.rows, row_keys, self._sections, own)
        known = any(f.rule == rules.COLUMN_UNSETTLED.identifier for f in own.findings.all())
        unclear = bool(verdict.candidates.scored) and not known
        if taken.shape is not Shape.COMMENTS and not own.comments and unclear:
            self._gathering.take(own)
            self._refuse(taken, UNTOLD)
            return
        if taken.shape is not Shape.COMMENTS and not own.comments:
            told = _("the table holds neither scores nor comments")
            place = taken.table.sheet.place(taken.table.heading_rows[0])
            own.set_aside(place, taken.table.sheet.name, told)
        self._gathering.take(own)
        self._keep(taken, 0, len(own.comments))

    def _refuse(self, taken: Taken, refusal: Refusal) -> None:
        own = Gathering()
        Telling(taken.table, own).refused(refusal)
        self._gathering.take(own)
        self._keep(replace(taken, shape=Shape.UNSETTLED), 0, 0)

    def _keep(
        self,
        taken: Taken,
        scores: int,
        comments: int,
        read: Sequence[CollectedScore] = (),
        answered: int = 0,
    ) -> None:
        table = taken.table
        body = (table.rows[0], table.rows[-1]) if table.rows else None
        self.understood.append(
            Understood(
                table.sheet.file,
                table.sheet.name,
                table.sheet.hidden,
                taken.shape,
                table.heading_rows,
                body,
                taken.columns,
                scores,
                comments,
                frozenset(one.region for one in read),
                frozenset(one.item for one in read),
                tuple(dict.fromkeys(one.assessor for one in read if one.assessor)),
                answered,
            )
        )


def _collected(one: Reading, table: object) -> CollectedScore:
    sheet = table.sheet  # type: ignore[attr-defined]
    return CollectedScore(
        one.region,
        one.assessor or None,
        one.institution,
        one.item,
        one.value,  # type: ignore[arg-type]
        sheet.place(one.row, one.column),
        sheet.time,
    )


Roles = Mapping[int, Meaning]
