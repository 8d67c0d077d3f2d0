from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ryg_app.domain.diary import LegExtent
from ryg_app.domain.dose import EVERY_DAY, Walking
from ryg_app.domain.exercise import Position, Side, Sides
from ryg_app.domain.owed import DayState
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.session import Ending
from ryg_app.wording.catalogues import LANGUAGES, load_words
from ryg_app.wording.sentences import (
    day_state_word,
    dose_words,
    ending_word,
    leg_extent_word,
    position_word,
    reminder_kind_word,
    session_title,
    side_word,
    sides_words,
    times_a_day,
    walking_words,
    weekdays_words,
)
from tests.builders import dose
from tests.plans import ASSETS

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

DANISH, ENGLISH = load_words(ASSETS, "da"), load_words(ASSETS, "en")
WORD_OF = {
    Side: side_word,
    Sides: sides_words,
    LegExtent: leg_extent_word,
    Ending: ending_word,
    Position: position_word,
    DayState: day_state_word,
    ReminderKind: reminder_kind_word,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "word"), WORD_OF.items(), ids=lambda value: value.__name__)
def test_every_value_has_a_word_of_its_own(
    kind: type[StrEnum], word: Callable[..., str], language: str
) -> None:
    told = [word(load_words(ASSETS, language), value) for value in kind]
    assert all(told)
    assert len(set(told)) == len(told)


def test_the_words_are_danish() -> None:
    assert side_word(DANISH, Side.LEFT) == "venstre"
    assert leg_extent_word(DANISH, LegExtent.THIGH) == "Lår"
    assert ending_word(DANISH, Ending.TOO_PAINFUL) == "Gjorde for ondt"


@pytest.mark.parametrize(
    ("changes", "sides", "told"),
    [
        ({"repetitions": 10}, None, "10 gentagelser · hold 5 sek"),
        ({"repetitions": 1, "hold_s": 0}, None, "1 gentagelse"),
        ({"repetitions": 10, "sets": 2}, (), "2 × 10 gentagelser · hold 5 sek"),
        ({"repetitions": 3}, Sides.BOTH, "3 pr. side · hold 5 sek"),
        ({"repetitions": 3, "sets": 2}, (Side.RIGHT, Side.LEFT), "2 × 3 pr. side · hold 5 sek"),
        ({"hold_s": 0}, (Side.LEFT,), "5 gentagelser · venstre side"),
        ({"hold_s": 0}, Sides.RIGHT, "5 gentagelser · højre side"),
        ({"hold_s": 0}, Sides.AFFECTED, "5 gentagelser · den side, der gør ondt"),
    ],
)
def test_a_dose_is_told_as_people_say_it(
    changes: dict[str, int], sides: Sides | tuple[Side, ...] | None, told: str
) -> None:
    assert dose_words(DANISH, dose(**changes), sides) == told


def test_a_dose_is_told_in_english() -> None:
    assert dose_words(ENGLISH, dose(repetitions=10), Sides.LEFT) == "10 repetitions · hold 5 s · left side"


@pytest.mark.parametrize(
    ("weekdays", "danish", "english"),
    [
        (EVERY_DAY, "hver dag", "every day"),
        ({1, 2, 3, 4, 5}, "hverdage", "weekdays"),
        ({1, 3, 5}, "mandag, onsdag og fredag", "Monday, Wednesday and Friday"),
        ({6, 7}, "lørdag og søndag", "Saturday and Sunday"),
        ({4}, "torsdag", "Thursday"),
        ({1, 2, 3, 4, 5, 6}, "hver dag undtagen søndag", "every day but Sunday"),
    ],
)
def test_weekdays_are_told_as_people_say_them(weekdays: set[int], danish: str, english: str) -> None:
    assert weekdays_words(DANISH, frozenset(weekdays)) == danish
    assert weekdays_words(ENGLISH, frozenset(weekdays)) == english


def test_walks_are_told_as_times_and_minutes() -> None:
    assert walking_words(DANISH, Walking(5, 3)) == "3 × 5 min"


def test_how_often_is_told_for_one_and_for_many() -> None:
    assert [times_a_day(DANISH, n) for n in (1, 2)] == ["1 gang om dagen", "2 gange om dagen"]
    assert [times_a_day(ENGLISH, n) for n in (1, 2)] == ["once a day", "2 times a day"]


@pytest.mark.parametrize(
    ("number", "of", "title"),
    [
        (1, 1, "Dagens øvelser"),
        (1, 2, "Formiddagens øvelser"),
        (2, 2, "Eftermiddagens øvelser"),
        (3, 3, "Aftenens øvelser"),
        (3, 2, "Øvelser, del 3"),
        (4, 4, "Øvelser, del 4"),
        (2, 1, "Øvelser, del 2"),
    ],
)
def test_a_session_is_named_for_its_time_of_day(number: int, of: int, title: str) -> None:
    assert session_title(DANISH, number, of) == title
