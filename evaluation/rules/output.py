"""Rules over what would be written."""

from evaluation.rules.rule import Rule, Scope
from evaluation.sources import Severity

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

OUTPUT_NOT_REPLACED = Rule("output-not-replaced", _ERROR, Scope.OUTPUT)
NOT_ISSUABLE = Rule("not-issuable", _ERROR, Scope.OUTPUT)
