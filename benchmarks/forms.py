"""The example round goes out as forms, is filled in, collected, and builds the same documents.

    python -m benchmarks.forms

Exits with 1 when a collected score differs from the one that was filled in.
"""

import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from evaluation.messages import set_language
from evaluation.model import Evaluation
from evaluation.standing import draft_of
from examples import round_2024
from extractors.collect import collect
from extractors.workbook import read_workbook
from generator.use_cases.returned import known_of
from generator.workbooks.book import write_workbook
from generator.workbooks.forms.plan import Form, plan_forms
from generator.workbooks.forms.writing import write_form
from generator.workbooks.round_sheets import round_sheets

Scores = Mapping[tuple[str, str], tuple[Decimal | None, ...]]


def main() -> None:
    set_language("en")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        full = _written(folder / "full.xlsx", round_2024.sheets())
        planned = plan_forms(full, ())
        start = time.process_time()
        for form in planned:
            _fill(folder / "forms" / f"{form.stem}.xlsx", full, form)
        print(
            f"{len(planned)} forms written and filled in: {time.process_time() - start:.1f} s CPU"
        )
        blank = round_2024.sheets()
        for sheet in ("Nilai", "Catatan"):
            blank[sheet] = blank[sheet][:1]
        empty = _written(folder / "blank.xlsx", blank)
        start = time.process_time()
        base = replace(empty, scores={}, comments={})
        found = collect([folder / "forms"], known=known_of(base))
        draft, contradictions = found.draft.joined(draft_of(base))
        made = round_sheets(draft, blank)
        collected = _written(folder / "collected.xlsx", made.sheets)
        print(
            f"collected: {time.process_time() - start:.1f} s CPU, {len(draft.scores)} scores,"
            f" {len(draft.comments)} comments, {len(found.findings)} findings"
        )
        for finding in (*found.findings, *contradictions)[:5]:
            print(finding)
        same = _scores(full) == _scores(collected) and _comments(full) == _comments(collected)
        print("the same" if same else "DIFFERENT")
        sys.exit(not same)


def _written(path: Path, sheets: Mapping[str, object]) -> Evaluation:
    with path.open("wb") as target:
        write_workbook(target, sheets)  # type: ignore[arg-type]
    evaluation = read_workbook(path).evaluation
    assert evaluation is not None
    return evaluation


def _fill(path: Path, full: Evaluation, form: Form) -> None:
    """Write a form and enter what the full round has, as a person would in its cells."""
    import openpyxl

    target = BytesIO()
    write_form(target, full, form)
    book = openpyxl.load_workbook(target)
    scores, comments = book["Penilaian"], book["Catatan"]
    rows = [row for row in full.scores[form.region.name] if row.assessor == form.assessor.name]
    values = dict(zip(full.instrument.items, rows[0].values, strict=True)) if rows else {}
    start = next(r for r in range(1, 30) if scores.cell(r, 1).value == "No") + 1
    for row in range(start, scores.max_row + 1):
        item = scores.cell(row, 1).value or scores.cell(row, 2).value
        scores.cell(row, 6).value = values.get(item)
    own = [c for c in full.comments.get(form.region.name, ()) if c.assessor == form.assessor.name]
    for row, comment in enumerate(own, 2):
        comments.cell(row, 1).value, comments.cell(row, 2).value = comment.section, comment.point
    for row in range(len(own) + 2, comments.max_row + 1):
        comments.cell(row, 1).value = None
    path.parent.mkdir(exist_ok=True)
    book.save(path)


def _scores(evaluation: Evaluation) -> Scores:
    return {
        (region, row.assessor or ""): row.values
        for region, rows in evaluation.scores.items()
        for row in rows
    }


def _comments(evaluation: Evaluation) -> set[tuple[str, ...]]:
    return {
        (region, one.section, one.assessor, one.institution, one.point)
        for region, comments in evaluation.comments.items()
        for one in comments
    }


if __name__ == "__main__":
    main()
