"""Everything that stands on the session page at one step, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.application.guided_session import SessionState
from ryg_app.application.session_view import REPEATING, session_view
from ryg_app.domain.exercise import Position, StepKind
from ryg_app.domain.steps import MOVING, Wait
from ryg_app.ui.exercise_text import exercise_text
from ryg_app.ui.pages.session import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.application.guided_session import GuidedSession
    from ryg_app.application.library import ExerciseView
    from ryg_app.application.session_view import SessionView
    from ryg_app.domain.exercise import Side
    from ryg_app.domain.figure.motion import FigureMotion
    from ryg_app.domain.steps import Step
    from ryg_app.domain.timeline import Moment
    from ryg_app.ui.exercise_text import ExerciseText
    from ryg_app.wording.catalogues import Words

ON_THE_WAY = frozenset(
    {StepKind.GET_DOWN, StepKind.GET_READY, StepKind.CHANGE_EXERCISE, StepKind.CHANGE_POSITION}
)
BETWEEN = frozenset({StepKind.CHANGE_EXERCISE, StepKind.CHANGE_POSITION, StepKind.GET_UP})
ONE_MOVEMENT = (StepKind.OUT, StepKind.HOLD, StepKind.BACK, StepKind.REST)


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands beside the timer.

    Attributes:
        title: The exercise.
        start: How to get into position, while getting ready.
        lines: What to do, a line each.
        current: Which of the lines is done now, from 0; ``None`` when none is.
        avoid: What to avoid.
        note: The physiotherapist's words.
    """

    title: str
    start: str
    lines: tuple[str, ...]
    current: int | None
    avoid: str
    note: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is seen of the exercise.

    Attributes:
        title: The exercise.
        figure: Its movement; ``None`` when it has none, or when nothing of it is done.
        photos: The physiotherapist's own pictures.
        side: The leg that moves, if it is one.
        name: What the picture is called.
        description: What it shows now.
    """

    title: str
    figure: FigureMotion | None
    photos: tuple[bytes, ...]
    side: Side | None
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One step as it is shown and said.

    Attributes:
        title: The exercise.
        number: Which exercise of how many.
        word: The large word.
        loud: Whether the word is so short that it stands in capitals.
        line: What to do.
        waits: Any key says «ready».
        paused: Time stands still.
        count: Which repetition.
        place: Side and set.
        following: What comes next.
        pause: The text on the large button.
        skip: The text on the button that leaves something out.
        hint: What the space bar does.
        spoken: What a screen reader says when the step begins.
        card: What stands beside the timer.
        picture: What is seen of it.
    """

    title: str
    number: str
    word: str
    loud: bool
    line: str
    waits: bool
    paused: bool
    count: str
    place: str
    following: str
    pause: str
    skip: str
    hint: str
    spoken: str
    card: CardWords
    picture: Picture


class Scenes:
    """Puts the steps of one session into words."""

    def __init__(self, words: Words, guided: GuidedSession, views: Mapping[str, ExerciseView]) -> None:
        self._words = words
        self._guided = guided
        exercises = guided.opened.session.exercises
        self._views = tuple(views[exercise.entry_id] for exercise in exercises)
        self._texts = tuple(exercise_text(words, view) for view in self._views)

    def title_of(self, exercise: int) -> str:
        """Return the name of an exercise, counted from 0."""
        return self._texts[exercise].title

    def note_of(self, exercise: int) -> str:
        """Return the physiotherapist's note on an exercise, counted from 0; empty for none."""
        return self._texts[exercise].note

    def view(self, moment: Moment) -> SessionView:
        """Return what is shown of that moment, in numbers."""
        return session_view(self._guided.opened.session, self._guided.line, moment)

    def _word(self, view: SessionView) -> str:
        """Return the word for a step: the one the voice says of this exercise's movement, if it has one."""
        spoken = self._guided.clips.get(f"{view.kind}_{view.exercise.entry_id}")
        return spoken.text.capitalize() if spoken else phrases.phase_word(self._words, view)

    def scene(self, moment: Moment, state: SessionState, why: str) -> Scene:
        """Return the step in words; ``why`` is the reason while time stands still."""
        _ = self._words.gettext
        view, text = self.view(moment), self._texts[moment.step.exercise]
        paused = state is SessionState.PAUSED
        waits = moment.step.wait is not Wait.NO and not paused
        word = _("Paused") if paused else self._word(view)
        said = self._said_while_waiting(moment.step) or phrases.instruction(
            self._words, view, text, self._leaving(view)
        )
        line = why if paused else said
        return Scene(
            title=text.title,
            number=_("Exercise {number} of {count}").format(
                number=view.exercise_number, count=view.exercise_count
            ),
            word=word,
            loud=view.kind in REPEATING and not paused,
            line=line,
            waits=waits,
            paused=paused,
            count=phrases.count(self._words, view),
            place=phrases.place(self._words, view) if view.kind not in BETWEEN else "",
            following=phrases.following(self._words, view, text),
            pause=_("Continue") if paused else _("Pause"),
            skip=self._skip(view, waits=waits),
            hint=self._hint(paused=paused, waits=waits),
            spoken=self._spoken(view, word, line, waits=waits),
            card=self._card(view, text),
            picture=self._picture(view, self._views[moment.step.exercise], text),
        )

    def _said_while_waiting(self, step: Step) -> str:
        # What is heard is also read; the sentence about the key stands below it.
        if step.wait is Wait.NO:
            return ""
        cues = self._guided.line.cues_between(math.nextafter(step.start_s, -math.inf), step.start_s)
        text = self._guided.clips[cues[0].clip].text if cues else ""
        what, stop, _key = text.rpartition(". ")
        return f"{what}." if stop else text

    def _leaving(self, view: SessionView) -> Position:
        exercises = self._guided.opened.session.exercises
        before = (
            view.exercise_number - 2 if view.kind is StepKind.CHANGE_POSITION else view.exercise_number - 1
        )
        return exercises[before].position

    def _skip(self, view: SessionView, *, waits: bool) -> str:
        _ = self._words.gettext
        if waits:
            return _("I am ready")
        return _("Skip the exercise") if view.kind in REPEATING else _("Skip the wait")

    def _hint(self, *, paused: bool, waits: bool) -> str:
        _ = self._words.gettext
        if waits:
            return _("Any key = ready")
        return _("Space bar = continue") if paused else _("Space bar = pause")

    def _spoken(self, view: SessionView, word: str, line: str, *, waits: bool) -> str:
        if view.kind is StepKind.OUT:
            return f"{phrases.count(self._words, view)}. {word}."
        if view.kind in MOVING or view.kind is StepKind.REST:
            return f"{word}."
        ready = f" {press_a_key(self._words)}" if waits else ""
        return f"{word}. {line}{ready}"

    def _card(self, view: SessionView, text: ExerciseText) -> CardWords:
        if view.kind is StepKind.GET_UP:
            return self._getting_up(view)
        cycle = [kind for kind in self._cycle(view) if text.phases.get(kind)]
        if view.kind in REPEATING and cycle:
            lines = tuple(text.phases[kind] for kind in cycle)
            current = cycle.index(view.kind) if view.kind in cycle else None
            return CardWords(text.title, "", lines, current, text.avoid, text.note)
        start = text.start if view.kind in ON_THE_WAY else ""
        return CardWords(text.title, start, text.steps, None, text.avoid, text.note)

    def _picture(self, view: SessionView, shown: ExerciseView, text: ExerciseText) -> Picture:
        done = view.kind is not StepKind.GET_UP
        told = phrases.instruction(self._words, view, text, self._leaving(view))
        return Picture(
            title=text.title,
            figure=shown.variant.figure if shown.variant and done else None,
            photos=shown.pictures if done else (),
            side=view.side,
            name=", ".join(part for part in (text.title, phrases.leg(self._words, view.side)) if part),
            description=f"{self._word(view)}. {told}",
        )

    def _cycle(self, view: SessionView) -> list[StepKind]:
        dose = view.exercise.dose
        left_out = {StepKind.HOLD: not dose.hold_s, StepKind.REST: not dose.rest_s}
        return [kind for kind in ONE_MOVEMENT if not left_out.get(kind)]

    def _getting_up(self, view: SessionView) -> CardWords:
        _ = self._words.gettext
        lines = [_("Sit for a moment."), _("Stand up when you are ready.")]
        if view.exercise.position is Position.SUPINE:
            lines = [_("Roll onto your side."), _("Push yourself up to sit."), *lines]
        return CardWords(_("Get up calmly"), "", tuple(lines), None, "", "")


def press_a_key(words: Words) -> str:
    """Return the line that stands while a step waits for the person."""
    return words.gettext("Press any key when you are ready.")
