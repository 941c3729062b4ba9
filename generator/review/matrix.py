"""Whose scores are there: one line for the terminal, the whole matrix for the page."""

from collections.abc import Iterator, Mapping, Sequence

from evaluation.coverage import Covered, Filled, Usual, coverage, usual
from evaluation.messages import Message, _
from evaluation.model import Evaluation
from evaluation.names import name_key
from evaluation.visible import escape

_COLUMNS = 12  # assessors who have a column each; more are named in each region's row


def coverage_line(evaluation: Evaluation) -> Message | None:
    """Tell how many regions are scored whole, partly, or not at all; None without regions."""
    covered = coverage(evaluation)
    if not covered:
        return None
    wanted = usual(covered)
    whole = sum(is_whole(one, wanted[one.region.category]) for one in covered)
    none = sum(not any(each.scored for each in one.assessors) for one in covered)
    told = _("Scores: %(regions)d regions: %(whole)d whole, %(partly)d partly, %(none)d without.")
    facts = {
        "regions": len(covered),
        "whole": whole,
        "partly": len(covered) - whole - none,
        "none": none,
    }
    return told % facts


def is_whole(covered: Covered, wanted: Usual) -> bool:
    """Tell whether a region has as many assessors as is usual, each with every question."""
    enough = len(covered.assessors) >= (wanted.assessors or 1)
    return enough and all(
        one.whole or not _lacking(covered, one, wanted) for one in covered.assessors
    )


def _lacking(covered: Covered, filled: Filled, wanted: Usual) -> bool:
    """Tell whether a blank question of an assessor has fewer scores than is usual."""
    return any(covered.scorers(one) < (wanted.scorers.get(one) or 1) for one in filled.blank)


def coverage_table(evaluation: Evaluation) -> Iterator[str]:
    """Give the matrix of regions and assessors as HTML; nothing without regions."""
    covered = coverage(evaluation)
    line = coverage_line(evaluation)
    if not covered or line is None:
        return
    wanted = usual(covered)
    names = _names(covered)
    title = escape(str(_("Whose scores are there")))
    yield f"<h2>{title}</h2>\n<p>{escape(str(line))}</p>\n"
    summary = escape(str(_("Regions and assessors")))
    yield f"<details><summary>{summary}</summary>\n<table>"
    heads = (_("Region"), *(names.values() if names else (_("Assessors"),)))
    yield f"<tr>{''.join(f'<th>{escape(str(head))}</th>' for head in heads)}</tr>\n"
    for one in covered:
        cells = _in_columns(one, names) if names else [_listed(one)]
        mark = "" if is_whole(one, wanted[one.region.category]) else ' class="odd"'
        yield f"<tr{mark}><td>{escape(one.region.name)}</td>"
        yield f"{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
    yield "</table></details>\n"


def _names(covered: Sequence[Covered]) -> Mapping[str, str]:
    """Give the assessors by key, in the order of their first row; none where they are many."""
    names: dict[str, str] = {}
    for one in covered:
        for filled in one.assessors:
            if filled.assessor is None:
                return {}
            names.setdefault(name_key(filled.assessor), filled.assessor)
    return names if len(names) <= _COLUMNS else {}


def _in_columns(covered: Covered, names: Mapping[str, str]) -> list[str]:
    theirs = {name_key(one.assessor or ""): one for one in covered.assessors}
    return [_cell(theirs.get(key)) for key in names]


def _listed(covered: Covered) -> str:
    means = str(_("means"))
    told = (f"{escape(one.assessor or means)} {_cell(one)}" for one in covered.assessors)
    return "; ".join(told) or "—"


def _cell(filled: Filled | None) -> str:
    """Give how much one scored: a tick, a count, or a dash; never by colour alone."""
    if filled is None or not filled.scored:
        return "—"
    return "✓" if filled.whole else f"{filled.scored}/{filled.asked}"
