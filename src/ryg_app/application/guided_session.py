"""A session under way: time that runs, pauses and jumps, and what has been done by then."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.errors import NotSavedError
from ryg_app.domain.exercise import StepKind
from ryg_app.domain.session import OpenSession, SessionRecord, outcome
from ryg_app.domain.steps import MOVING, Step, Wait

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ryg_app.application.ports import Clock, OpenSessions
    from ryg_app.domain.cues import Cue
    from ryg_app.domain.timeline import Moment, Timeline, ToneCue
    from ryg_app.domain.voice import Clip

LONGEST_GAP_S = 2.0
REPEAT_THIS_ONE_AFTER_S = 2.0
ON_THE_WAY = frozenset({StepKind.CHANGE_EXERCISE, StepKind.CHANGE_POSITION})


class SessionState(StrEnum):
    """Whether time runs."""

    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Tick:
    """What one look at the clock brought.

    Attributes:
        moment: Where the session is now.
        state: Whether time runs.
        tones: The tones that are due since the last look.
        cues: The spoken cues that are due since the last look.
        slept: The computer was away for more than 2 s, so the session paused where it was last seen.
        waiting: The step stays until a key is pressed.
    """

    moment: Moment
    state: SessionState
    tones: tuple[ToneCue, ...] = ()
    cues: tuple[Cue, ...] = ()
    slept: bool = False
    waiting: bool = False


class GuidedSession:
    """Runs one session; everything seen and heard is read from ``tick``."""

    def __init__(
        self,
        opened: OpenSession,
        line: Timeline,
        clock: Clock,
        open_sessions: OpenSessions,
        clips: Mapping[str, Clip] | None = None,
    ) -> None:
        self._opened = opened
        self._line = line
        self._clock = clock
        self._open_sessions = open_sessions
        self._state = SessionState.PAUSED
        self._elapsed = opened.elapsed_s
        self._told_until = math.nextafter(opened.elapsed_s, -math.inf)
        self._looked_at = clock.monotonic()
        self._clips = clips or {}
        self._is_kept = True
        self.last_save_failed: NotSavedError | None = None

    @property
    def clips(self) -> Mapping[str, Clip]:
        """What can be heard of the voice, by the name a cue has for it."""
        return self._clips

    @property
    def opened(self) -> OpenSession:
        """What has been done so far."""
        return self._opened

    @property
    def line(self) -> Timeline:
        """The session laid out in time."""
        return self._line

    @property
    def state(self) -> SessionState:
        """Whether time runs."""
        return self._state

    @property
    def waits(self) -> bool:
        """Whether time runs in a step that a key ends."""
        return self._state is SessionState.RUNNING and self.moment().step.wait is not Wait.NO

    def moment(self) -> Moment:
        """Return where the session was last seen, without looking at the clock."""
        return self._line.at(self._elapsed)

    def tick(self) -> Tick:
        """Look at the clock and return what is to be seen and heard now."""
        now = self._clock.monotonic()
        gone, self._looked_at = now - self._looked_at, now
        if self._state is SessionState.PAUSED:
            return Tick(self.moment(), self._state)
        if self._state is SessionState.OVER:
            return self._told(waiting=False)
        if gone > LONGEST_GAP_S:
            self.pause()
            return Tick(self.moment(), self._state, slept=True)
        return self._advance(gone)

    def save_once_more(self) -> bool:
        """Stop time and write what was done, also if the last try failed; tell whether that could be done."""
        self.pause()
        if self._state is not SessionState.OVER and self.last_save_failed is not None:
            self._save()
        return self._state is SessionState.OVER or self.last_save_failed is None

    def keep(self) -> None:
        """Write what looking or jumping left to be written; after the sounds, as a disk may be slow."""
        if not self._is_kept:
            self._save()

    def _advance(self, seconds: float) -> Tick:
        before, step = self._elapsed, self.moment().step
        self._elapsed = min(before + seconds, self._line.length_s)
        last_of_step = math.nextafter(step.end_s, 0)
        waiting = step.wait is Wait.FOR_A_KEY and self._elapsed >= last_of_step
        if waiting:
            self._elapsed = last_of_step
        else:
            self._passed(before, self._elapsed)
        if self.moment().finished:
            self._state = SessionState.OVER
            self._is_kept = False
        return self._told(waiting=waiting)

    def _told(self, *, waiting: bool) -> Tick:
        after, self._told_until = self._told_until, self._elapsed
        tones = self._line.tones_between(after, self._elapsed)
        cues = self._line.cues_between(after, self._elapsed)
        return Tick(self.moment(), self._state, tones, cues, waiting=waiting)

    def _passed(self, before: float, after: float) -> None:
        done = {
            step.key
            for step in self._line.steps
            if step.kind is StepKind.BACK and before < step.end_s <= after
        }
        if done:
            self._opened = replace(self._opened, done=self._opened.done | done)
        if _save_point(self._line.at(before).step) != _save_point(self._line.at(after).step):
            self._is_kept = False

    def resume(self) -> None:
        """Let time run."""
        if self._state is SessionState.PAUSED:
            self._looked_at = self._clock.monotonic()
            self._state = SessionState.RUNNING

    def pause(self) -> None:
        """Stop time where it is and keep the session, so that it can be taken up again."""
        if self._state is SessionState.RUNNING:
            self._state = SessionState.PAUSED
            self._save()

    def ready(self) -> None:
        """Go on from a step that waits for the person; any other step is left as it is."""
        step = self.moment().step
        if step.wait is not Wait.NO:
            self._jump(step.end_s)

    def back(self) -> None:
        """Go to the start of this repetition, or of the one before when this one has just begun.

        It never leads back into, or across, an exercise that was ended by pain.
        """
        first = max(self._opened.too_painful, default=-1) + 1
        starts = [s.start_s for s in self._line.repetition_starts() if s.exercise >= first]
        earlier = [start for start in starts if start <= self._elapsed - REPEAT_THIS_ONE_AFTER_S]
        here = self.moment().step.start_s
        beginning = next((s.start_s for s in self._line.steps if s.exercise >= first), here)
        self._jump(earlier[-1] if earlier else beginning)

    def skip(self) -> None:
        """Leave out the rest of the exercise, or of the wait when nothing moves."""
        step = self.moment().step
        if step.kind in MOVING or step.kind is StepKind.REST:
            self._jump(self._line.end_of_exercise(step.exercise))
        else:
            self._jump(step.end_s)

    def too_painful(self) -> None:
        """End this exercise and pause before the next; it is kept as ended by pain.

        On the way from one exercise to the next it is the one just left that hurt.
        """
        if self._state is SessionState.OVER:
            return
        step = self.moment().step
        hurt = step.exercise - 1 if step.kind in ON_THE_WAY else step.exercise
        self._opened = replace(self._opened, too_painful=self._opened.too_painful | {hurt})
        self.pause()
        self._jump(max(self._elapsed, self._line.end_of_exercise(hurt)))
        self.keep()

    def stop(self) -> None:
        """End the session here."""
        if self._state is not SessionState.OVER:
            self._state = SessionState.OVER
            self._is_kept = False
        self.keep()

    def _jump(self, to_s: float) -> None:
        if self._state is SessionState.OVER:
            return
        self._elapsed = min(to_s, self._line.length_s)
        # What sounds at the very start of the step that is jumped to is still to be heard.
        self._told_until = math.nextafter(self._elapsed, -math.inf)
        self._looked_at = self._clock.monotonic()
        if self.moment().finished:
            self._state = SessionState.OVER
        self._is_kept = False

    def _save(self) -> None:
        self._is_kept = True
        self._opened = replace(self._opened, elapsed_s=self._elapsed)
        try:
            self._open_sessions.save(self._opened)
        except NotSavedError as error:
            self.last_save_failed = error
        else:
            self.last_save_failed = None


def _save_point(step: Step) -> tuple[object, bool]:
    return (step.part, step.kind is StepKind.GET_UP)


def record_of(opened: OpenSession, ended: datetime) -> SessionRecord | None:
    """Return a session under way as a record, or ``None`` when there is nothing to keep of it."""
    if not opened.done and not opened.too_painful:
        return None
    return SessionRecord(
        session_id=opened.session_id,
        number=opened.session.number,
        started=opened.started,
        ended=ended,
        plan_id=opened.plan_id,
        revision=opened.revision,
        without_computer=False,
        exercises=outcome(opened),
    )


def restart_at(opened: OpenSession, line: Timeline) -> float:
    """Return where a session is taken up again: at the start of the repetition it was in."""
    step = line.at(opened.elapsed_s).step
    if step.kind not in MOVING and step.kind is not StepKind.REST:
        return step.start_s
    return next(s.start_s for s in line.repetition_starts() if s.key == step.key)
