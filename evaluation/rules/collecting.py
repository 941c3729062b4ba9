"""Rules over spreadsheets of any shape that are collected into a workbook."""

from evaluation.rules.rule import Rule, Scope
from evaluation.sources import Severity

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

ASSESSOR_DERIVED = Rule("assessor-derived", _WARNING, Scope.COLLECTING)
ASSESSOR_NAMES_ALIKE = Rule("assessor-names-alike", _WARNING, Scope.COLLECTING)
CELL_NOT_A_NUMBER = Rule("cell-not-a-number", _ERROR, Scope.COLLECTING)
COLUMN_UNSETTLED = Rule(
    "column-unsettled",
    _ERROR,
    Scope.COLLECTING,
    also=(
        _WARNING,
        _NOTICE,
    ),
)
COMMENT_WITHOUT_SECTION = Rule("comment-without-section", _ERROR, Scope.COLLECTING)
FILE_REPEATED = Rule("file-repeated", _NOTICE, Scope.COLLECTING)
FILE_UNREADABLE = Rule("file-unreadable", _ERROR, Scope.COLLECTING)
FORM_CONTRADICTS = Rule("form-contradicts", _ERROR, Scope.COLLECTING)
FORM_EMPTY = Rule("form-empty", _WARNING, Scope.COLLECTING)
FORM_OTHER_QUESTIONS = Rule("form-other-questions", _WARNING, Scope.COLLECTING)
FORM_OTHER_ROUND = Rule("form-other-round", _ERROR, Scope.COLLECTING)
FORM_PARTLY_FILLED = Rule("form-partly-filled", _NOTICE, Scope.COLLECTING)
FORMULA_ERROR = Rule("formula-error", _ERROR, Scope.COLLECTING)
QUESTION_CONTRADICTS = Rule("question-contradicts", _ERROR, Scope.COLLECTING)
QUESTION_UNKNOWN = Rule("question-unknown", _ERROR, Scope.COLLECTING)
REGION_AMBIGUOUS = Rule("region-ambiguous", _ERROR, Scope.COLLECTING)
REGION_CODES_FOREIGN = Rule("region-codes-foreign", _NOTICE, Scope.COLLECTING)
REGION_NAMES_ALIKE = Rule("region-names-alike", _WARNING, Scope.COLLECTING)
REGION_UNKNOWN = Rule("region-unknown", _ERROR, Scope.COLLECTING)
ROW_OF_ANOTHER_YEAR = Rule("row-of-another-year", _NOTICE, Scope.COLLECTING)
ROW_WITHOUT_ASSESSOR = Rule("row-without-assessor", _ERROR, Scope.COLLECTING)
ROW_WITHOUT_REGION = Rule("row-without-region", _ERROR, Scope.COLLECTING)
SCORE_AS_DATE = Rule("score-as-date", _ERROR, Scope.COLLECTING)
SCORE_AS_PERCENT = Rule("score-as-percent", _ERROR, Scope.COLLECTING)
SCORE_CONTRADICTS = Rule("score-contradicts", _ERROR, Scope.COLLECTING)
SCORE_CONTRADICTS_WORKBOOK = Rule("score-contradicts-workbook", _ERROR, Scope.COLLECTING)
SCORE_MARKED_MISSING = Rule("score-marked-missing", _NOTICE, Scope.COLLECTING)
SCORE_OFF_SCALE = Rule("score-off-scale", _ERROR, Scope.COLLECTING)
SCORE_OFF_STEP = Rule("score-off-step", _ERROR, Scope.COLLECTING)
SCORE_WITH_MARK = Rule("score-with-mark", _WARNING, Scope.COLLECTING)
SCORE_WITH_WORDS = Rule("score-with-words", _NOTICE, Scope.COLLECTING)
SHEET_HIDDEN_READ = Rule("sheet-hidden-read", _WARNING, Scope.COLLECTING)
TABLE_OF_RESULTS = Rule("table-of-results", _WARNING, Scope.COLLECTING)
TABLE_UNSETTLED = Rule("table-unsettled", _WARNING, Scope.COLLECTING, also=(_ERROR, _NOTICE))
VALUE_OLDER = Rule("value-older", _WARNING, Scope.COLLECTING)
VALUE_REPEATED = Rule("value-repeated", _NOTICE, Scope.COLLECTING)
