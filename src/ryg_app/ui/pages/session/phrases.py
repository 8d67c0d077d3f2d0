"""What each kind of step is called and what is to be done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.application.session_view import REPEATING
from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.ui.exercise_text import inside_a_sentence

if TYPE_CHECKING:
    from ryg_app.application.session_view import SessionView
    from ryg_app.ui.exercise_text import ExerciseText
    from ryg_app.wording.catalogues import Words

MINUTE_S = 60
ROUGHLY_S = 10


def phase_word(words: Words, view: SessionView) -> str:
    """Return the large word for a step."""
    pgettext = words.pgettext
    if view.kind is StepKind.GET_DOWN:
        return _settle(words, view.exercise.position)
    return {
        StepKind.GET_READY: pgettext("phase of an exercise", "Get ready"),
        StepKind.OUT: pgettext("phase of an exercise", "Move"),
        StepKind.HOLD: pgettext("phase of an exercise", "Hold"),
        StepKind.BACK: _back_word(words, view),
        StepKind.REST: pgettext("phase of an exercise", "Rest"),
        StepKind.SET_REST: pgettext("phase of an exercise", "Rest"),
        StepKind.CHANGE_SIDE: pgettext("phase of an exercise", "Change side"),
        StepKind.CHANGE_EXERCISE: pgettext("phase of an exercise", "Next exercise"),
        StepKind.CHANGE_POSITION: pgettext("phase of an exercise", "Change position"),
        StepKind.GET_UP: pgettext("phase of an exercise", "Get up calmly"),
    }[view.kind]


def _back_word(words: Words, view: SessionView) -> str:
    if view.exercise.dose.hold_s:
        return words.pgettext("phase of an exercise", "Let go")
    return words.pgettext("phase of an exercise", "And back")


def _settle(words: Words, position: Position) -> str:
    _ = words.gettext
    return {
        Position.SUPINE: _("Settle down"),
        Position.SEATED: _("Sit down"),
        Position.STANDING: _("Stand up"),
    }[position]


def instruction(words: Words, view: SessionView, text: ExerciseText, leaving: Position) -> str:
    """Return the line that says what to do; ``leaving`` is the position of the exercise before."""
    _ = words.gettext
    match view.kind:
        case StepKind.GET_DOWN:
            return _("Get into the start position.")
        case StepKind.SET_REST:
            return _("Short rest before set {number} of {count}.").format(
                number=view.set_number, count=view.set_count
            )
        case StepKind.CHANGE_SIDE:
            return _("Now: {side}.").format(side=inside_a_sentence(leg(words, view.side)))
        case StepKind.CHANGE_EXERCISE:
            return _("Now: {exercise}.").format(exercise=text.title)
        case StepKind.CHANGE_POSITION | StepKind.GET_UP:
            return _getting_up(words, view, leaving)
        case _:
            return text.phases.get(view.kind) or _generic(words, view.kind)


def _getting_up(words: Words, view: SessionView, leaving: Position) -> str:
    _ = words.gettext
    if leaving is Position.SUPINE:
        return _("Roll onto your side and sit up before you stand.")
    if view.kind is StepKind.CHANGE_POSITION and view.exercise.position is Position.SUPINE:
        return _("Lie down calmly on your back.")
    return _("Take the time you need.")


def _generic(words: Words, kind: StepKind) -> str:
    _ = words.gettext
    return {
        StepKind.GET_READY: _("Let your shoulders go. Breathe calmly."),
        StepKind.OUT: _("Do the movement slowly."),
        StepKind.HOLD: _("Stay here. Breathe calmly."),
        StepKind.BACK: _("Go slowly back."),
        StepKind.REST: _("Rest. Breathe calmly."),
    }[kind]


def leg(words: Words, side: Side | None) -> str:
    """Return «Left leg» or «Right leg», empty without a side."""
    _ = words.gettext
    if side is None:
        return ""
    return _("Left leg") if side is Side.LEFT else _("Right leg")


def count(words: Words, view: SessionView) -> str:
    """Return which repetition it is, empty while nothing is repeated."""
    if view.repetition_number is None:
        return ""
    return words.gettext("Repetition {number} of {count}").format(
        number=view.repetition_number, count=view.repetition_count
    )


def place(words: Words, view: SessionView) -> str:
    """Return the side and the set, where there is more than one."""
    parts = [leg(words, view.side)]
    if view.set_count > 1:
        part = words.gettext("Set {number} of {count}")
        parts.append(part.format(number=view.set_number, count=view.set_count))
    return " · ".join(part for part in parts if part)


def following(words: Words, view: SessionView, text: ExerciseText) -> str:
    """Return what comes after the step, as a sentence."""
    _ = words.gettext
    if view.next_kind is None:
        return _("Then you are done")
    return _("Then: {next}").format(next=_next(words, view, view.next_kind, text))


def _next(words: Words, view: SessionView, kind: StepKind, text: ExerciseText) -> str:
    if view.next_exercise is not None:
        return words.gettext("the next exercise")
    if kind in REPEATING or kind is StepKind.GET_READY:
        line = text.phases.get(kind) or _generic(words, kind)
        return inside_a_sentence(line.split(". ")[0])
    pgettext = words.pgettext
    return {
        StepKind.SET_REST: pgettext("what comes next", "a short rest"),
        StepKind.CHANGE_SIDE: pgettext("what comes next", "the other leg"),
        StepKind.GET_UP: pgettext("what comes next", "get up calmly"),
    }[kind]


def time_left(words: Words, seconds: int) -> str:
    """Return the rough time left of a session, in steps of ten seconds."""
    _ = words.gettext
    minutes, rest = divmod(-(-seconds // ROUGHLY_S) * ROUGHLY_S, MINUTE_S)
    if not minutes:
        return _("about {seconds} s left").format(seconds=rest)
    if not rest:
        return _("about {minutes} min left").format(minutes=minutes)
    return _("about {minutes} min {seconds} s left").format(minutes=minutes, seconds=rest)
