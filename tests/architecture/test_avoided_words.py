from __future__ import annotations

import pytest
from avoided_words import avoided_words


@pytest.mark.parametrize(
    ("danish", "word"),
    [
        ("Programmet vurderer dine symptomer.", "vurderer"),
        ("RygApp overvåger din ryg.", "overvåger"),
        ("Øvelsen træner nerven.", "træner nerven"),
        ("Appen behandler rygsmerter.", "Appen behandler"),
        ("Det er terapi.", "terapi"),
        ("Den stiller ikke diagnoser. Den anbefaler en dosis.", "anbefaler"),
    ],
)
def test_a_word_only_a_medical_device_would_use_is_noticed(danish: str, word: str) -> None:
    assert list(avoided_words(danish)) == [word]


@pytest.mark.parametrize(
    "danish",
    [
        "Programmet vurderer ikke dine symptomer.",
        "Din fysioterapeut vurderer, hvornår du skal videre.",
        "Behandler",
        "Brug altid din egen eller din behandlers vurdering.",
        "Fysioterapien begynder mandag.",
    ],
)
def test_what_a_diary_may_say_is_allowed(danish: str) -> None:
    assert list(avoided_words(danish)) == []
