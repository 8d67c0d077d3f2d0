"""Whatever a plan asks of a session, there is a clip for it in both languages, and it is said in time."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryg_app.adapters.catalogue import load_templates
from ryg_app.adapters.voice import VoiceFiles
from ryg_app.application.guided_session import GuidedSession, SessionState
from ryg_app.domain.dose import Dose
from ryg_app.domain.exercise import Position, Side, Sides, StepKind
from ryg_app.domain.owed import sessions_of_day
from ryg_app.domain.session import OpenSession, SessionExercise, SessionPlan
from ryg_app.domain.template import new_plan
from ryg_app.domain.timeline import timeline
from ryg_app.domain.voice import Clip, clips_of_session
from tests.builders import PLAN_ID as PLAN
from tests.builders import START, plan
from tests.fakes import A_MORNING, FakeClock, MemoryOpenSessions
from tests.plans import ASSETS, exercises

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ryg_app.domain.plan import Plan

LANGUAGES = ("da", "en")
ROUNDING = 1e-6
# Nothing is said of a rest between two repetitions, and nobody is counted for beyond thirty.
UNSPOKEN = re.compile(r"rest|repetition_(3[1-9]|4\d|50)")


class Everything(dict[str, float]):
    """Clips of whatever name, each a tenth of a second; remembers which were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.wished: set[str] = set()

    def __contains__(self, name: object) -> bool:
        self.wished.add(str(name))
        return True

    def __missing__(self, name: str) -> float:
        return 0.1


def wished(session: SessionPlan) -> set[str]:
    everything = Everything()
    timeline(session, everything)
    return everything.wished


def clips(language: str, of: Plan, nowhere: Path) -> Mapping[str, Clip]:
    exercise_of = {entry.entry_id: entry.exercise_id for entry in of.exercises}
    return clips_of_session(VoiceFiles(ASSETS, nowhere).clips(language), exercise_of)


def all_plans() -> Iterator[Plan]:
    yield plan()
    for template in load_templates(ASSETS, exercises()).values():
        every = [entry.entry_id for entry in template.exercises]
        for side in (None, *Sides):
            yield new_plan(template, "da", template.weeks, side, PLAN, START, chosen=every)


def sessions_of(of: Plan) -> Iterator[SessionPlan]:
    doses = [phase.doses for phase in of.phases]
    if of.flare is not None:
        doses.append(of.flare.doses)
    for some in doses:
        for weekday in range(1, 8):
            for affected in Side:
                yield from sessions_of_day(of, some, weekday, affected)


def unsaid(names: set[str], said: Mapping[str, Clip]) -> list[str]:
    return sorted(name for name in names if name not in said and not UNSPOKEN.fullmatch(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_that_can_be_made_from_a_template_is_led_through_by_voice(
    language: str, tmp_path: Path
) -> None:
    walked = 0
    for of in all_plans():
        names = {name for session in sessions_of(of) for name in wished(session)}
        assert unsaid(names, clips(language, of, tmp_path)) == []
        walked += len(names)
    assert walked > 100


MOST = Dose(repetitions=50, sets=2, hold_s=5, out_s=2, back_s=2, rest_s=2, set_rest_s=30, sessions_per_day=1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("before", Position)
@pytest.mark.parametrize("after", Position)
def test_every_way_from_one_position_to_another_has_its_words(
    language: str, before: Position, after: Position, tmp_path: Path
) -> None:
    of = plan()
    first, second = of.exercises[0].entry_id, "heel_raise"
    sides = (Side.RIGHT, Side.LEFT)
    session = SessionPlan(
        1, (SessionExercise(first, before, MOST, sides), SessionExercise(second, after, MOST, ()))
    )
    assert unsaid(wished(session), clips(language, of, tmp_path)) == []


def test_an_own_exercise_has_the_words_of_any_exercise() -> None:
    bundled = {
        name: Clip(ASSETS / name, 0.5, name) for name in ("out_own", "back_own", "exercise_own", "hold")
    }
    named = clips_of_session(bundled, {"heel_raise": None})
    assert named["out_heel_raise"] is bundled["out_own"]
    assert named["exercise_heel_raise"] is bundled["exercise_own"]
    assert named["hold"] is bundled["hold"]


def test_two_lines_with_the_same_exercise_have_the_same_words() -> None:
    bundled = {"out_pelvic_tilt": Clip(ASSETS / "x", 0.5, "pres")}
    named = clips_of_session(bundled, {"morning": "pelvic_tilt", "evening": "pelvic_tilt"})
    assert named["out_morning"] is named["out_evening"] is bundled["out_pelvic_tilt"]


def test_an_exercise_without_words_of_its_own_is_led_through_without_them() -> None:
    assert clips_of_session({}, {"new": "shoulder_roll"}) == {}


class Walk:
    """A session of the example plan, looked at as often as the ticker does, with time in the test's hand."""

    def __init__(self, session: SessionPlan, said: Mapping[str, Clip]) -> None:
        self.clock = FakeClock(A_MORNING)
        opened = OpenSession("walk", A_MORNING, PLAN, 1, session, elapsed_s=0.0)
        lengths = {name: clip.length_s for name, clip in said.items()}
        self.line = timeline(session, lengths)
        self.guided = GuidedSession(opened, self.line, self.clock, MemoryOpenSessions(), said)
        self.guided.resume()

    def lateness(self, ticks: Iterator[float]) -> Iterator[tuple[str, float, float]]:
        """Yield each word with how late it came, and how long the look before it was ago."""
        while self.guided.state is not SessionState.OVER:
            gone = next(ticks)
            self.clock.advance(gone)
            tick = self.guided.tick()
            for cue in tick.cues:
                yield cue.clip, tick.moment.elapsed_s - cue.at_s, gone
            if tick.waiting or (tick.moment.step.kind is StepKind.GET_DOWN and tick.moment.into_s > 10):
                self.guided.ready()


@settings(max_examples=10)
@given(st.lists(st.floats(0.02, 0.3), min_size=5, max_size=20))
def test_a_word_never_comes_later_than_the_look_at_the_clock_that_follows_it(some: list[float]) -> None:
    of = plan()
    session = sessions_of_day(of, of.phases[0].doses, 1, Side.LEFT)[0]
    walk = Walk(session, clips("da", of, ASSETS / "nowhere"))
    heard = list(walk.lateness(itertools.cycle(some)))
    assert [word for word, late, gone in heard if not 0 <= late <= gone + ROUNDING] == []
    assert [word for word, _late, _gone in heard] == [cue.clip for cue in walk.line.cues]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exercise_id", exercises())
def test_at_the_usual_dose_every_word_has_room_but_the_last_count_before_a_long_one(
    language: str, exercise_id: str, tmp_path: Path
) -> None:
    exercise = exercises()[exercise_id]
    dose = exercise.dose_range.default_dose()
    sides = (Side.RIGHT, Side.LEFT) if exercise.sided else ()
    spoken = clips_of_session(VoiceFiles(ASSETS, tmp_path).clips(language), {exercise_id: exercise_id})
    lengths = {name: clip.length_s for name, clip in spoken.items()}
    for variant in exercise.variants.values():
        session = SessionPlan(1, (SessionExercise(exercise_id, variant.position, dose, sides),))
        said = {cue.clip for cue in timeline(session, lengths).cues}
        assert (wished(session) & set(lengths)) - said <= {"count_1"}
