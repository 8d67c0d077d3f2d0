"""Starting, taking up and ending sessions; trying an exercise once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.application.guided_session import GuidedSession, record_of, restart_at
from ryg_app.domain.diary import diary_day, with_session
from ryg_app.domain.errors import NoPlanError
from ryg_app.domain.session import OpenSession, Pace, SessionExercise, SessionPlan
from ryg_app.domain.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs, OpenSessions, PreferencesStore
    from ryg_app.domain.session import SessionRecord


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
        clip_lengths: Mapping[str, float],
    ) -> None:
        self._course = course
        self._days = days
        self._open_sessions = open_sessions
        self._preferences = preferences
        self._clock = clock
        self._new_id = new_id
        self._clip_lengths = clip_lengths

    def start(self, session: SessionPlan) -> GuidedSession:
        """Begin a session of today; it stands still until ``resume``.

        Raises:
            NoPlanError: No plan is in force.
        """
        now = self._clock.now()
        adoption = self._course.record().adoption_at(now)
        if adoption is None:
            raise NoPlanError
        opened = OpenSession(self._new_id(), now, adoption.plan_id, adoption.revision, session, elapsed_s=0.0)
        return self._guided(opened)

    def under_way(self) -> OpenSession | None:
        """Return the session that was begun today and not ended, or ``None``."""
        opened = self._open_sessions.get()
        if opened is None or diary_day(opened.started) != self._course.today():
            return None
        return opened

    def take_up(self, opened: OpenSession) -> GuidedSession:
        """Go on with a session from the repetition it was in; it stands still until ``resume``."""
        line = timeline(opened.session, self._clip_lengths, self._pace())
        return self._guided(replace(opened, elapsed_s=restart_at(opened, line)))

    def end(self, guided: GuidedSession) -> SessionRecord | None:
        """Write what was done into its diary day; return it once it is durable.

        Raises:
            NotSavedError: Nothing was written; the session under way is still kept.
        """
        return self._end(guided.opened, self._clock.now())

    def rate(self, record: SessionRecord, worst_leg_pain: int) -> SessionRecord:
        """Add the worst leg pain during (0 to 10) to a record; return it once it is durable.

        Raises:
            NotSavedError: The record stands as it was.
        """
        rated = replace(record, worst_leg_pain=worst_leg_pain)
        self._write(rated)
        return rated

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
        self._days.save(with_session(log, record))

    def _guided(self, opened: OpenSession) -> GuidedSession:
        line = timeline(opened.session, self._clip_lengths, self._pace())
        return GuidedSession(opened, line, self._clock, self._open_sessions)

    def _pace(self) -> Pace:
        return Pace(get_down_s=self._preferences.get().get_down_s)


def _last_seen(opened: OpenSession) -> datetime:
    return opened.started + timedelta(seconds=opened.elapsed_s)


class Trial:
    """Trying one exercise once, with nothing kept of it."""

    def __init__(self, clock: Clock, preferences: PreferencesStore) -> None:
        self._clock = clock
        self._preferences = preferences

    def start(self, exercise: SessionExercise) -> GuidedSession:
        """Begin one repetition of an exercise on each of its sides."""
        once = replace(exercise, dose=replace(exercise.dose, repetitions=1, sets=1))
        session = SessionPlan(0, (once,))
        pace = Pace(get_down_s=self._preferences.get().get_down_s)
        opened = OpenSession("trial", self._clock.now(), "", 0, session, elapsed_s=0.0)
        return GuidedSession(opened, timeline(session, {}, pace), self._clock, _NothingKept())


class _NothingKept:
    """Stands in for the kept session while something is only tried."""

    def get(self) -> None:
        return None

    def save(self, opened: OpenSession) -> None:
        del opened

    def clear(self) -> None:
        return None
