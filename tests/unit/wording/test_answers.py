from __future__ import annotations

from dataclasses import fields

import pytest

from ryg_app.domain.diary import Answers, HeatCold, LegExtent, MorningLeg, SymptomChange
from ryg_app.wording.answers import answer_lines
from ryg_app.wording.catalogues import load_words
from tests.plans import ASSETS

EVERYTHING = Answers(
    back=3,
    leg=0,
    leg_extent=LegExtent.CALF,
    walks=(15, 10),
    note="Sov godt",
    longest_walk_minutes=12,
    morning=MorningLeg.AS_USUAL,
    tingling=SymptomChange.LESS,
    weakness=SymptomChange.ABSENT,
    woken=False,
    heat_cold=HeatCold.HEAT,
    painkillers=True,
)


def test_every_answer_but_the_note_has_a_line() -> None:
    lines = dict(answer_lines(load_words(ASSETS, "en"), EVERYTHING))
    assert len(lines) == len(fields(Answers)) - 1
    assert lines["Leg pain"] == "0 of 10"
    assert lines["Walked in all"] == "25 min (15 + 10)"
    assert lines["Woken by pain at night"] == "No"


def test_what_was_not_answered_has_no_line() -> None:
    assert answer_lines(load_words(ASSETS, "da"), Answers(note="kun en note")) == ()


@pytest.mark.parametrize(("walks", "told"), [((0,), "0 min"), ((20,), "20 min")])
def test_a_single_walk_is_not_taken_apart(walks: tuple[int, ...], told: str) -> None:
    assert answer_lines(load_words(ASSETS, "en"), Answers(walks=walks)) == (("Walked in all", told),)
