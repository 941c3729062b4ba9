"""An assessor's line → the name with its titles, and the institution."""

import re

from evaluation.names import plain
from evaluation.vocabulary.layouts import layouts

_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)\s*:?")
_DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,6}\.?)(?:[A-Z][A-Za-z]{0,5}\.?)*\.|[A-Z]{2,5}|[A-Z][a-z]?\.?[A-Z][a-z]*\.?"
)
_DASH = re.compile(r"(.+?)\s+[-–—/|]\s+(.+)")


def person_of(text: str) -> tuple[str, str]:
    """Part "Dr. X, S.T., M.Kom., Universitas Y" into name and institution, "" where none is said.

    The institution follows the last comma, unless what follows it is a title; else it stands in
    brackets at the end or behind a dash.
    """
    text = text.strip().rstrip(":").strip()
    label = layouts().people.assessor.begins(text)
    if label is not None and re.match(r"[^\s:]+\s*:", text):
        text = text.split(":", 1)[1].strip()
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and _is_degree(bracketed[1].rpartition(",")[2].strip()):
        return bracketed[1].strip(), bracketed[2].strip()
    name, comma, rest = text.rpartition(",")
    if comma and rest.strip() and not _is_degree(rest.strip()):
        return _without_label(name.strip(), rest.strip())
    if bracketed:
        return bracketed[1].strip(), bracketed[2].strip()
    if match := _DASH.fullmatch(text):
        return match[1].strip(), match[2].strip()
    return text, ""


def _without_label(name: str, institution: str) -> tuple[str, str]:
    label = layouts().people.institution.begins(institution)
    if label is not None and ":" in institution:
        institution = institution.split(":", 1)[1].strip()
    return name, institution


def _is_degree(text: str) -> bool:
    """Tell whether a text is a title like "M.Kom." or "Ph.D", not an institution."""
    words = text.split()
    return len(words) == 1 and "." in text and _DEGREE.fullmatch(text) is not None


def same_person(first: str, second: str) -> bool:
    """Tell whether two names are spelled alike."""
    return plain(first) == plain(second)
