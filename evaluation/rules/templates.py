"""Rules over a template pack."""

from evaluation.rules.rule import Rule, Scope
from evaluation.sources import Severity

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

TEMPLATE_ATTRIBUTE_UNKNOWN = Rule("template-attribute-unknown", _ERROR, Scope.TEMPLATES)
TEMPLATE_CLASS_UNKNOWN = Rule("template-class-unknown", _ERROR, Scope.TEMPLATES)
TEMPLATE_FIELD_MISSING = Rule("template-field-missing", _ERROR, Scope.TEMPLATES)
TEMPLATE_FIELD_UNKNOWN = Rule("template-field-unknown", _ERROR, Scope.TEMPLATES, also=(_WARNING,))
TEMPLATE_FILTER_UNKNOWN = Rule("template-filter-unknown", _ERROR, Scope.TEMPLATES)
TEMPLATE_IMPORT_UNKNOWN = Rule("template-import-unknown", _ERROR, Scope.TEMPLATES)
TEMPLATE_NESTING = Rule("template-nesting", _ERROR, Scope.TEMPLATES)
TEMPLATE_PICTURE_UNUSABLE = Rule("template-picture-unusable", _ERROR, Scope.TEMPLATES)
TEMPLATE_SETTING_WRONG = Rule("template-setting-wrong", _ERROR, Scope.TEMPLATES)
TEMPLATE_STRAY_SIGN = Rule("template-stray-sign", _ERROR, Scope.TEMPLATES)
TEMPLATE_TAG_UNKNOWN = Rule("template-tag-unknown", _ERROR, Scope.TEMPLATES)
TEMPLATE_UNUSED = Rule("template-unused", _NOTICE, Scope.TEMPLATES)
TEMPLATE_UNWRITABLE = Rule("template-unwritable", _ERROR, Scope.TEMPLATES)
TEMPLATE_WRONG = Rule("template-wrong", _ERROR, Scope.TEMPLATES)
