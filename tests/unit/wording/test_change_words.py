from __future__ import annotations

from dataclasses import replace

import pytest

from ryg_app.domain.exercise import Side
from ryg_app.domain.plan_changes import (
    Change,
    ExerciseChanged,
    ExerciseNews,
    FlareChanged,
    Part,
    PartChanged,
    SideChanged,
    WeeksChanged,
    plan_changes,
)
from ryg_app.wording.catalogues import load_words
from ryg_app.wording.change_words import changes_in_words
from tests import builders, plans

PLAN = builders.plan()


def said(language: str, **changes: object) -> tuple[str, ...]:
    words = load_words(plans.ASSETS, language)
    after = replace(PLAN, **changes)  # type: ignore[arg-type]
    return changes_in_words(words, plan_changes(PLAN, after), plans.exercises())


def test_a_dose_is_told_as_it_was_and_as_it_is() -> None:
    tilt = replace(PLAN.phases[0].doses["pelvic_tilt"], repetitions=8)
    phase = replace(PLAN.phases[0], doses={**PLAN.phases[0].doses, "pelvic_tilt": tilt})
    (line,) = said("da", phases=(phase, *PLAN.phases[1:]))
    assert line == (
        "Fase 1: Bækkenkip 5 gentagelser · hold 5 sek, 2 gange om dagen, hver dag "
        "→ 8 gentagelser · hold 5 sek, 2 gange om dagen, hver dag"
    )


def test_another_pace_alone_is_told_as_that() -> None:
    tilt = replace(PLAN.phases[0].doses["pelvic_tilt"], rest_s=9)
    phase = replace(PLAN.phases[0], doses={**PLAN.phases[0].doses, "pelvic_tilt": tilt})
    assert said("en", phases=(phase, *PLAN.phases[1:])) == (
        "Phase 1: Pelvic tilt has another pace or other rests",
    )


def test_walks_that_are_gone_are_told_as_none() -> None:
    phase = replace(PLAN.phases[0], walking=None)
    assert said("en", phases=(phase, *PLAN.phases[1:])) == ("Phase 1: walking 3 × 5 min, every day → none",)


def test_the_other_leg_is_called_by_its_name_and_a_side_that_is_not_named_is_not() -> None:
    assert said("da", affected_side=Side.RIGHT) == ("Benet, der gør ondt: venstre → højre",)
    assert said("en", affected_side=None) == ("The affected side is another",)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_change_has_words(language: str) -> None:
    words, entry = load_words(plans.ASSETS, language), PLAN.exercises[0]
    changes: tuple[Change, ...] = (
        *(PartChanged(part) for part in Part),
        *(ExerciseChanged(news, entry) for news in ExerciseNews),
        *(FlareChanged(is_there=is_there) for is_there in (True, False)),
        SideChanged(Side.RIGHT, Side.LEFT),
        SideChanged(None, Side.LEFT),
        WeeksChanged(12, 10),
    )
    lines = changes_in_words(words, changes, plans.exercises())
    assert len(set(lines)) == len(changes)
    assert all("{" not in line for line in lines)
