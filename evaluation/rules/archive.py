"""Rules over past reports: flags of one report, and findings about all of them."""

from evaluation.rules.rule import Rule, Scope
from evaluation.sources import Severity

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

ADDRESSEE_DERIVED = Rule("addressee-derived", _NOTICE, Scope.ARCHIVE)
ADDRESSEE_MISSING = Rule("addressee-missing", _WARNING, Scope.ARCHIVE)
AVERAGE_MISSING = Rule("average-missing", _WARNING, Scope.ARCHIVE)
CATEGORY_UNSURE = Rule("category-unsure", _WARNING, Scope.ARCHIVE)
COLUMN_UNSURE = Rule("column-unsure", _WARNING, Scope.ARCHIVE)
FILE_INCOMPLETE = Rule("file-incomplete", _WARNING, Scope.ARCHIVE)
FILE_PASSED_OVER = Rule("file-passed-over", _WARNING, Scope.ARCHIVE)
MEAN_DIFFERS = Rule("mean-differs", _WARNING, Scope.ARCHIVE)
NUMBER_REPEATED = Rule("number-repeated", _WARNING, Scope.ARCHIVE)
PAGE_UNREADABLE = Rule("page-unreadable", _WARNING, Scope.ARCHIVE)
TEXT_OVERLAID = Rule("text-overlaid", _WARNING, Scope.ARCHIVE)
PAGES_MISSING = Rule("pages-missing", _WARNING, Scope.ARCHIVE)
RECORD_DIFFERS = Rule("record-differs", _WARNING, Scope.ARCHIVE)
QUESTION_MISSING = Rule("question-missing", _WARNING, Scope.ARCHIVE)
QUESTION_TEXTS_DIFFER = Rule("question-texts-differ", _NOTICE, Scope.ARCHIVE)
QUESTIONS_UNREAD = Rule("questions-unread", _WARNING, Scope.ARCHIVE)
READINGS_DIFFER = Rule("readings-differ", _WARNING, Scope.ARCHIVE)
REGION_UNSURE = Rule("region-unsure", _WARNING, Scope.ARCHIVE)
REPORT_REPEATED = Rule("report-repeated", _ERROR, Scope.ARCHIVE, also=(_NOTICE,))
REPORT_WITHOUT_REGION = Rule("report-without-region", _ERROR, Scope.ARCHIVE)
RESULT_UNREADABLE = Rule("result-unreadable", _WARNING, Scope.ARCHIVE)
RESULTS_DIFFER = Rule("results-differ", _WARNING, Scope.ARCHIVE)
RESULTS_MISSING = Rule("results-missing", _WARNING, Scope.ARCHIVE)
ROWS_UNREAD = Rule("rows-unread", _WARNING, Scope.ARCHIVE)
SCORE_BLANK = Rule("score-blank", _WARNING, Scope.ARCHIVE)
SCORE_OFF_GRID = Rule("score-off-grid", _WARNING, Scope.ARCHIVE)
SCORE_OFF_SCALE = Rule("score-off-scale", _WARNING, Scope.ARCHIVE)
SCORE_UNREADABLE = Rule("score-unreadable", _WARNING, Scope.ARCHIVE)
SETTLED_UNUSED = Rule("settled-unused", _WARNING, Scope.ARCHIVE)
WEIGHTS_UNKNOWN = Rule("weights-unknown", _WARNING, Scope.ARCHIVE)
YEARS_MIXED = Rule("years-mixed", _WARNING, Scope.ARCHIVE)
YEAR_UNSURE = Rule("year-unsure", _WARNING, Scope.ARCHIVE)
