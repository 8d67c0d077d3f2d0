from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ryg_app.domain.plain_text import clean, looks_like_personal_number


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Plan \t", "Plan"),
        ("Plan\x00 for\x1b[31m", "Plan for[31m"),
        ("\u202eryg\u202c \u2066ben\u2069\u200f\u061c", "ryg ben"),
        ("a\ufeffb\u200bc\ue000d\ud800e", "abcde"),
        ("linje\r\nlinje\u2028linje", "linje linje linje"),
        ("Bla\u030ahave", "Blåhave"),
        ("👩\u200d⚕️", "👩\u200d⚕️"),
    ],
)
def test_a_text_on_one_line_is_cleaned(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_line_breaks_are_kept_where_they_belong() -> None:
    assert clean("en\r\nto\rtre\u2029fire\x07\n", keep_newlines=True) == "en\nto\ntre\nfire"


@given(st.text(), st.booleans())
def test_cleaning_twice_changes_nothing_more(text: str, keep_newlines: bool) -> None:  # noqa: FBT001
    once = clean(text, keep_newlines=keep_newlines)
    assert clean(once, keep_newlines=keep_newlines) == once


@given(st.text(), st.booleans())
@example(text="\ud800\u202e\x85", keep_newlines=False)
def test_a_clean_text_can_be_written_to_any_file(text: str, keep_newlines: bool) -> None:  # noqa: FBT001
    cleaned = clean(text, keep_newlines=keep_newlines)
    cleaned.encode()
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) in {"Cc", "Co", "Cs"} and c != "\n" for c in cleaned)
    assert not any(unicodedata.bidirectional(c) in {"RLO", "LRO", "RLE", "LRE", "PDF"} for c in cleaned)


@pytest.mark.parametrize(
    "text",
    [
        "010190-1234",
        "0101901234",
        "Født 311299 1234.",
        "cpr:010190–1234",
        "010190 - 1234",
        "610190-1234",
        "0101\u200b90\u00ad-1234",
        "\uff10\uff11\uff10\uff11\uff19\uff10-1234",
    ],
)
def test_what_could_be_a_personal_number_is_noticed(text: str) -> None:
    assert looks_like_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "70 11 31 31",
        "+45 12 34 56 78",
        "12345678",
        "321390-1234",
        "011390-1234",
        "000190-1234",
        "010190-12345",
        "1010190-1234",
        "10 gentagelser, 2 gange om dagen, uge 1-12",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not looks_like_personal_number(text)


@given(st.dates(), st.integers(0, 9999), st.sampled_from(["", "-", " "]))
def test_every_date_of_birth_with_four_digits_is_noticed(born: object, serial: int, gap: str) -> None:
    assert looks_like_personal_number(f"CPR {born:%d%m%y}{gap}{serial:04}")


@pytest.mark.parametrize("phone", ["0101901234", "010190 1234", "+46 0101901234"])
def test_a_foreign_telephone_number_is_no_personal_number(phone: str) -> None:
    assert not looks_like_personal_number(phone, is_phone=True)


def test_a_personal_number_with_its_hyphen_is_noticed_among_telephone_numbers() -> None:
    assert looks_like_personal_number("010190-1234", is_phone=True)
