"""Starting, taking up and ending sessions in the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ryg_app.application.guided_session import SessionState
from ryg_app.domain.errors import RygAppError
from ryg_app.ui.losing import wants_to_lose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ryg_app.application.app import App
    from ryg_app.application.guided_session import GuidedSession
    from ryg_app.application.library import ExerciseView
    from ryg_app.domain.plan import RuleCard
    from ryg_app.domain.session import OpenSession, SessionExercise, SessionPlan
    from ryg_app.ui.heard import Heard
    from ryg_app.ui.pages.session import SessionPage
    from ryg_app.ui.stage import Stage
    from ryg_app.ui.theme import Look
    from ryg_app.ui.ticker import Ticker
    from ryg_app.wording.catalogues import Words


class SessionFlow(QObject):
    """`refused` carries what went wrong; `given_up` comes once a session left over is in the diary."""

    refused = Signal(object)
    red_flags_clicked = Signal()
    given_up = Signal()

    def __init__(
        self, app: App, words: Words, look: Look, stage: Stage, make_ticker: Callable[[], Ticker]
    ) -> None:
        super().__init__(stage.base)
        self._app = app
        self._words = words
        self._look = look
        self._stage = stage
        self._make_ticker = make_ticker
        self._heard: Heard | None = None
        self._begun: SessionPage | None = None
        self._guided: GuidedSession | None = None

    @property
    def page(self) -> SessionPage | None:
        """The session that was begun, also while something covers it."""
        return self._begun if self._begun in self._stage.pile else None

    @property
    def is_running(self) -> bool:
        """Whether somebody exercises now: a session is open and not paused."""
        running = self._guided is not None and self._guided.state is SessionState.RUNNING
        return running and self.page is not None

    @Slot(object)
    def start(self, session: SessionPlan) -> None:
        """Begin a session of today."""
        try:
            self._begin(self._app.sessions.start(session, self._words.language))
        except RygAppError as error:
            self.refused.emit(error)

    @Slot(object)
    def take_up(self, opened: OpenSession) -> None:
        """Go on with a session that was left."""
        try:
            self._begin(self._app.sessions.take_up(opened, self._words.language))
        except RygAppError as error:
            self.refused.emit(error)

    @Slot(object)
    def give_up(self, opened: OpenSession) -> None:
        """End a session that was left, keeping what was done of it."""
        try:
            self._app.sessions.give_up(opened)
        except RygAppError as error:
            self.refused.emit(error)
        self.given_up.emit()

    @Slot(object, object)
    def try_once(self, exercise: SessionExercise, view: ExerciseView) -> None:
        """Try one exercise; nothing is kept of it."""
        exercise_id = view.exercise.exercise_id if view.exercise else None
        guided = self._app.trial.start(exercise, exercise_id, self._words.language)
        self._guided = guided
        self._page().begin(guided, {exercise.entry_id: view}, None, trial=True)

    def try_session(
        self, session: SessionPlan, views: Mapping[str, ExerciseView], rule_card: RuleCard | None
    ) -> None:
        """Run through a session of a plan in the making; nothing is kept of it."""
        exercise_of = {
            entry_id: view.exercise.exercise_id if view.exercise else None for entry_id, view in views.items()
        }
        guided = self._app.trial.run(session, exercise_of, self._words.language)
        self._page().begin(guided, views, rule_card, trial=True)

    def leave(self) -> bool:
        """Let go of a session under way; tell whether it may be let go.

        What could not be saved is gone when the window closes, so then the patient decides.
        """
        page, guided = self.page, self._guided
        if page is None:
            return True
        page.pause()
        is_lost = guided is not None and not guided.save_once_more()
        said = self._words.gettext(
            "What you have done of these exercises is not saved. If you close now, it is lost."
        )
        if guided and is_lost and not wants_to_lose(self._words, self._stage, said, guided.last_save_failed):
            return False
        page.leave()
        self._stage.uncover_all()
        return True

    def _begin(self, guided: GuidedSession) -> None:
        opened, self._guided = guided.opened, guided
        views = self._app.library.views_of_plan(opened.plan_id, opened.revision)
        plan = self._app.course.plan_file(opened.plan_id, opened.revision).plan
        self._page().begin(guided, views, plan.rule_card, trial=False)

    def _page(self) -> SessionPage:
        from ryg_app.ui.heard import heard_as_chosen
        from ryg_app.ui.pages.session import SessionPage

        preferences = self._app.settings.get()
        spoken = replace(preferences, language=self._words.language)
        heard = self._heard = heard_as_chosen(self._app.assets, spoken)
        heard.tones.switched.connect(self._keep_what_is_heard)
        heard.voice.switched.connect(self._keep_what_is_heard)
        page = self._begun = SessionPage(
            self._app.sessions, self._words, self._look, heard, self._app.keep_awake, self._make_ticker()
        )
        page.set_still(preferences.reduced_motion)
        page.big.choose(preferences.big_view_scale_percent, preferences.big_view_rotation)
        page.big.chosen.connect(self._keep_big_view)
        page.big.full_screen_wanted.connect(self._fill_the_screen)
        page.closed.connect(self._stage.uncover)
        page.red_flags_clicked.connect(self.red_flags_clicked)
        self._stage.cover(page)
        return page

    @Slot(bool)
    def _fill_the_screen(self, wanted: bool) -> None:  # noqa: FBT001 - what the signal carries
        window, full = self._stage.window(), Qt.WindowState.WindowFullScreen
        state = window.windowState()
        window.setWindowState(state | full if wanted else state & ~full)

    @Slot(int, int)
    def _keep_big_view(self, scale_percent: int, rotation: int) -> None:
        settings = self._app.settings
        try:
            settings.save(
                replace(settings.get(), big_view_scale_percent=scale_percent, big_view_rotation=rotation)
            )
        except RygAppError as error:
            self.refused.emit(error)

    @Slot()
    def _keep_what_is_heard(self) -> None:
        if self._heard is None:
            return
        tones, voice = self._heard.tones.is_on, self._heard.voice.choice
        try:
            self._app.settings.save(replace(self._app.settings.get(), tones=tones, voice=voice))
        except RygAppError as error:
            self.refused.emit(error)
