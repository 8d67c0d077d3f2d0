"""The patient's own questions stay on a list until the appointment."""

from __future__ import annotations

import pytest

from ryg_app.domain.errors import NotSavedError, PersonalNumberError
from tests.unit.application.world import World


def test_a_question_is_kept_struck_out_and_asked_again() -> None:
    world = World()
    world.questions.ask("May I cycle?")
    world.at("2026-11-25 08:00")
    world.questions.ask("How long do I rest?")
    first, second = world.questions.every()
    assert [question.text for question in (first, second)] == ["May I cycle?", "How long do I rest?"]
    world.questions.strike_out(first)
    struck, _second = world.questions.every()
    assert struck.struck_out == world.clock.now()
    assert world.records.get().open_questions() == (second,)
    world.questions.ask_again(struck)
    assert world.questions.every() == (first, second)


def test_what_cannot_be_kept_is_said_and_leaves_the_list_as_it_was() -> None:
    world = World()
    world.questions.ask("May I cycle?")
    before = world.questions.every()
    with pytest.raises(PersonalNumberError):
        world.questions.ask("I am 010190-1234")
    world.fill_the_disk()
    with pytest.raises(NotSavedError):
        world.questions.strike_out(before[0])
    assert world.questions.every() == before
