"""Numbers in messages are written as the language writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.messages import _, ngettext, number_text, set_language

SCALE = "the score %(value)s lies outside of the scale from %(minimum)s to %(maximum)s."
FACTS = {"value": Decimal("4.20"), "minimum": Decimal(1), "maximum": Decimal("1E+1")}
SUMMARY = (
    "%(count)d file in %(folder)s, %(seconds).1f s, template pack “%(pack)s”.",
    "%(count)d files in %(folder)s, %(seconds).1f s, template pack “%(pack)s”.",
)


@pytest.mark.parametrize(("language", "value"), [("id", "4,20"), ("en", "4.20")])
def test_a_decimal_follows_the_language(language: str, value: str) -> None:
    set_language(language)
    told = str(_(SCALE) % FACTS)
    assert value in told
    assert "10" in told
    assert "E+" not in told
    assert number_text(Decimal("4.20")) == value


@pytest.mark.parametrize(("language", "seconds"), [("id", "3,5 detik"), ("en", "3.5 s")])
def test_a_rounded_float_follows_it_and_texts_stay_as_they_are(language: str, seconds: str) -> None:
    set_language(language)
    facts = {"count": 2, "folder": "./out.v1.5/", "seconds": 3.49, "pack": "a.b"}
    told = str(ngettext(*SUMMARY, 2) % facts)
    assert seconds in told
    assert "./out.v1.5/" in told
    assert "a.b" in told


def test_a_percent_sign_is_one() -> None:
    set_language("id")
    facts = {"column": "A", "heading": "h", "meaning": "m", "detail": "", "sure": "97", "how": "x"}
    message = "%(column)s “%(heading)s”: %(meaning)s%(detail)s, %(sure)s %% sure, %(how)s"
    assert "97 %," in str(_(message) % facts)


@given(st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(["id", "en"]))
def test_the_number_is_the_same_in_either_language(value: Decimal, language: str) -> None:
    set_language(language)
    assert Decimal(number_text(value).replace(",", ".")) == value


def test_a_message_that_lacks_a_fact_is_refused() -> None:
    with pytest.raises(KeyError):
        _(SCALE) % {"value": 1}
