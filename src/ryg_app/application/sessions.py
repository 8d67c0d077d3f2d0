"""Starting, taking up and ending sessions; trying an exercise once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.application.guided_session import GuidedSession, record_of, restart_at
from ryg_app.domain.diary import diary_day, with_session
from ryg_app.domain.errors import NoPlanError
from ryg_app.domain.session import OpenSession, Pace, SessionExercise, SessionPlan, with_words
from ryg_app.domain.timeline import timeline
from ryg_app.domain.voice import clips_of_session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs, OpenSessions, PreferencesStore, Voices
    from ryg_app.domain.session import SessionRecord
    from ryg_app.domain.voice import Clip


class Sessions:
    """What the session page can ask and tell."""

    def __init__(
        self,
        course: Course,
        days: DayLogs,
        open_sessions: OpenSessions,
        preferences: PreferencesStore,
        clock: Clock,
        new_id: Callable[[], str],
        voices: Voices,
    ) -> None:
        self._course = course
        self._days = days
        self._open_sessions = open_sessions
        self._preferences = preferences
        self._clock = clock
        self._new_id = new_id
        self._voices = voices

    def start(self, session: SessionPlan, language: str | None = None) -> GuidedSession:
        """Begin a session of today; it stands still until ``resume``.

        Args:
            session: What is done in it.
            language: Of the voice, ``da`` or ``en``; the chosen one by default.

        Raises:
            NoPlanError: No plan is in force.
        """
        now = self._clock.now()
        adoption = self._course.record().adoption_at(now)
        if adoption is None:
            raise NoPlanError
        opened = OpenSession(self._new_id(), now, adoption.plan_id, adoption.revision, session, elapsed_s=0.0)
        return self._guided(opened, language)

    def under_way(self) -> OpenSession | None:
        """Return the session that was begun today and not ended, or ``None``."""
        opened = self._open_sessions.get()
        if opened is None or diary_day(opened.started) != self._course.today():
            return None
        return opened

    def take_up(self, opened: OpenSession, language: str | None = None) -> GuidedSession:
        """Go on with a session from the repetition it was in; it stands still until ``resume``.

        Args:
            opened: The session that was left.
            language: Of the voice, ``da`` or ``en``; the chosen one by default.
        """
        line = timeline(opened.session, {}, _pace(self._preferences))
        return self._guided(replace(opened, elapsed_s=restart_at(opened, line)), language)

    def end(self, guided: GuidedSession) -> SessionRecord | None:
        """Write what was done into its diary day; return it once it is durable.

        Raises:
            NotSavedError: Nothing was written; the session under way is still kept.
        """
        return self._end(guided.opened, self._clock.now())

    def answer(
        self, record: SessionRecord, worst_leg_pain: int | None, words: Mapping[str, str]
    ) -> SessionRecord:
        """Add what is asked after a session to its record; return it once it is durable.

        Args:
            record: The session.
            worst_leg_pain: During the session, 0 to 10; ``None`` when not answered.
            words: What the patient said of an exercise, by the plan's line.

        Raises:
            PersonalNumberError: The words look like they hold a CPR number.
            NotSavedError: The record stands as it was.
        """
        answered = replace(with_words(record, words), worst_leg_pain=worst_leg_pain)
        self._write(answered)
        return answered

    def end_left_over(self) -> SessionRecord | None:
        """Write a session left over from an earlier day into that day; return it once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        opened = self._open_sessions.get()
        if opened is None or self.under_way() is not None:
            return None
        return self._end(opened, _last_seen(opened))

    def give_up(self, opened: OpenSession) -> SessionRecord | None:
        """End a session under way without going on with it; return its record once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        return self._end(opened, _last_seen(opened))

    def _end(self, opened: OpenSession, ended: datetime) -> SessionRecord | None:
        record = record_of(opened, ended)
        if record is not None:
            self._write(record)
        self._open_sessions.clear()
        return record

    def _write(self, record: SessionRecord) -> None:
        log = self._days.get(diary_day(record.started))
        kept = next((kept for kept in log.sessions if kept.session_id == record.session_id), None)
        if record.worst_leg_pain is None and kept is not None:
            # Written once more, because the session under way could not be cleared: the answers stay.
            said = {done.entry_id: done.words for done in kept.exercises if done.words}
            record = replace(with_words(record, said), worst_leg_pain=kept.worst_leg_pain)
        self._days.save(with_session(log, record))

    def _guided(self, opened: OpenSession, language: str | None) -> GuidedSession:
        plan = self._course.plan_file(opened.plan_id, opened.revision).plan
        exercise_of = {entry.entry_id: entry.exercise_id for entry in plan.exercises}
        spoken = language or self._preferences.get().language
        clips = clips_of_session(self._voices.clips(spoken), exercise_of)
        line = timeline(opened.session, _lengths(clips), _pace(self._preferences))
        return GuidedSession(opened, line, self._clock, self._open_sessions, clips)


def _last_seen(opened: OpenSession) -> datetime:
    return opened.started + timedelta(seconds=opened.elapsed_s)


class Trial:
    """Trying an exercise once, or a session, with nothing kept of it."""

    def __init__(self, clock: Clock, preferences: PreferencesStore, voices: Voices) -> None:
        self._clock = clock
        self._preferences = preferences
        self._voices = voices

    def start(
        self, exercise: SessionExercise, exercise_id: str | None, language: str | None = None
    ) -> GuidedSession:
        """Begin one repetition of an exercise on each of its sides.

        Args:
            exercise: What is tried.
            exercise_id: The catalogue's identifier; ``None`` for an own exercise.
            language: Of the voice, ``da`` or ``en``; the chosen one by default.
        """
        once = replace(exercise, dose=replace(exercise.dose, repetitions=1, sets=1))
        return self.run(SessionPlan(0, (once,)), {exercise.entry_id: exercise_id}, language)

    def run(
        self, session: SessionPlan, exercise_of: Mapping[str, str | None], language: str | None = None
    ) -> GuidedSession:
        """Begin a whole session of a plan that nobody has adopted.

        Args:
            session: What is tried.
            exercise_of: The catalogue's identifier by ``entry_id``; ``None`` for an own exercise.
            language: Of the voice, ``da`` or ``en``; the chosen one by default.
        """
        opened = OpenSession("trial", self._clock.now(), "", 0, session, elapsed_s=0.0)
        spoken = language or self._preferences.get().language
        clips = clips_of_session(self._voices.clips(spoken), exercise_of)
        line = timeline(session, _lengths(clips), _pace(self._preferences))
        return GuidedSession(opened, line, self._clock, _NothingKept(), clips)


def _pace(preferences: PreferencesStore) -> Pace:
    return Pace(get_down_s=preferences.get().get_down_s)


def _lengths(clips: Mapping[str, Clip]) -> dict[str, float]:
    return {name: clip.length_s for name, clip in clips.items()}


class _NothingKept:
    """Stands in for the kept session while something is only tried."""

    def get(self) -> None:
        return None

    def save(self, opened: OpenSession) -> None:
        del opened

    def clear(self) -> None:
        return None
