from __future__ import annotations

import pytest

from ryg_app.domain.diary import HeatCold, LegExtent, MorningLeg, SymptomChange
from ryg_app.domain.owed import DayState
from ryg_app.domain.review import GlobalChange
from ryg_app.domain.session import Ending
from ryg_app.domain.table import DAY_COLUMNS, EXERCISE_COLUMNS, NO, YES
from ryg_app.wording.catalogues import LANGUAGES, load_words
from ryg_app.wording.headings import table_headings
from tests.plans import ASSETS

KINDS = (LegExtent, MorningLeg, SymptomChange, HeatCold, GlobalChange, Ending, DayState)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_and_value_of_a_table_has_a_word(language: str) -> None:
    headings = table_headings(load_words(ASSETS, language))
    assert tuple(headings.days) == DAY_COLUMNS
    assert tuple(headings.exercises) == EXERCISE_COLUMNS
    assert set(headings.values) == {*(member for kind in KINDS for member in kind), YES, NO}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_have_the_same_heading(language: str) -> None:
    headings = table_headings(load_words(ASSETS, language))
    for table in (headings.days, headings.exercises):
        assert len(set(table.values())) == len(table)
