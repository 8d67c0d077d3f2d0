"""The session page: it looks at the guided session with every tick and passes on what the person does."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent

from ryg_app.application.guided_session import GuidedSession, SessionState
from ryg_app.domain.exercise import StepKind
from ryg_app.ui.accessibility import announce
from ryg_app.ui.heard import ALL_DONE, PAUSED, RESUMED, TOO_PAINFUL
from ryg_app.ui.pages.session.ending import SessionEnd
from ryg_app.ui.pages.session.host import PanelHost
from ryg_app.ui.pages.session.keys import Meaning, meaning
from ryg_app.ui.pages.session.panels import LeavePanel, PainPanel
from ryg_app.ui.pages.session.scene import Scenes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.guided_session import Tick
    from ryg_app.application.library import ExerciseView
    from ryg_app.application.ports import KeepAwake
    from ryg_app.application.sessions import Sessions
    from ryg_app.domain.plan import RuleCard
    from ryg_app.ui.heard import Heard
    from ryg_app.ui.theme import Look
    from ryg_app.ui.ticker import Ticker
    from ryg_app.wording.catalogues import Words


class SessionPage(PanelHost):
    """Leads through one session at a time, from `begin` until `closed`.

    The session is written into the diary before the page says so; `changed` tells of it.
    """

    changed = Signal()
    closed = Signal()
    red_flags_clicked = Signal()

    def __init__(
        self,
        sessions: Sessions,
        words: Words,
        look: Look,
        heard: Heard,
        keep_awake: KeepAwake,
        ticker: Ticker,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, look, parent)
        self._sessions, self._look = sessions, look
        self._heard, self._keep_awake, self._ticker = heard, keep_awake, ticker
        self._awake = ExitStack()
        self._guided: GuidedSession | None = None
        self._scenes: Scenes | None = None
        self._rule_card: RuleCard | None = None
        self._trial = self._told_nothing = False
        self._why_paused = ""
        self._shown: tuple[object, ...] = ()
        self.stage.pause.installEventFilter(self)
        self._connect()

    @property
    def is_under_way(self) -> bool:
        """Whether a session is running or paused."""
        return self._guided is not None and self._guided.state is not SessionState.OVER

    def begin(
        self,
        guided: GuidedSession,
        views: Mapping[str, ExerciseView],
        rule_card: RuleCard | None,
        *,
        trial: bool = False,
    ) -> None:
        """Show a session; a new one runs at once, one that is taken up again waits for a key.

        Args:
            guided: The session.
            views: What is read about its exercises, by ``entry_id``.
            rule_card: The physiotherapist's own card, shown when an exercise hurts too much.
            trial: Nothing of it is kept.
        """
        self.leave()
        self._guided, self._trial, self._rule_card = guided, trial, rule_card
        self._scenes = Scenes(self._words, guided, views)
        self._shown, self._why_paused = (), ""
        self.forget_messages()
        self._awake.enter_context(self._keep_awake.hold())
        self._heard.prepare(guided)
        if guided.moment().elapsed_s > 0 or guided.opened.done:
            self._why_paused = self._words.gettext("Settle down. Press the space bar when you are ready.")
        else:
            guided.resume()
        self._show_stage()

    def pause(self) -> None:
        """Stop time, for example because the window shows something else; what was done is kept."""
        if self._guided is not None and self._guided.state is SessionState.RUNNING:
            self._guided.pause()
            self._heard.interject(PAUSED)
            self._why_paused = self._words.gettext("Take the time you need. Press the space bar to go on.")
            self._look_at_the_clock()

    def leave(self) -> None:
        """Let go of the session without ending it, so that it can be taken up again."""
        if self._guided is not None:
            self._guided.pause()
        self._guided = self._scenes = None
        self._ticker.stop()
        self.big.switch(on=False)
        self._awake.close()
        self._heard.release()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key_was_pressed(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_was_pressed(event)
        return False

    def _connect(self) -> None:
        stage = self.stage
        stage.leave.clicked.connect(self._ask_to_leave)
        stage.hurts.clicked.connect(self._too_painful)
        stage.back.clicked.connect(self._back)
        stage.pause.clicked.connect(self._pause_or_continue)
        stage.skip.clicked.connect(self._skip)
        self.big.wanted.connect(self._do)
        self._ticker.ticked.connect(self._look_at_the_clock)
        self.listen_to(self._heard)

    def _key_was_pressed(self, event: QKeyEvent) -> bool:
        if self._guided is None:
            return False
        if self.panel is None and self.stage.scroll_by_key(event.key()):
            return True
        wanted = meaning(event.key(), event.modifiers(), waits=self._guided.waits)
        if self.panel is not None and wanted is not Meaning.WARNING_SIGNS:
            return False
        if wanted is not None and not event.isAutoRepeat():
            self._do(wanted)
        return wanted is not None

    @Slot(object)
    def _do(self, wanted: Meaning) -> None:
        {
            Meaning.READY: lambda: self._tell(GuidedSession.ready),
            Meaning.PAUSE_OR_CONTINUE: self._pause_or_continue,
            Meaning.LEAVE: self._ask_to_leave,
            Meaning.WARNING_SIGNS: self._warning_signs,
            Meaning.BIG_VIEW: self.switch_big_view,
        }[wanted]()

    @Slot()
    def _look_at_the_clock(self) -> None:
        if self._guided is None or self._scenes is None:
            return
        tick = self._guided.tick()
        self._heard.follow(tick, self._scenes.note_of(tick.moment.step.exercise))
        if tick.slept:
            self._heard.interject(PAUSED)
            self._why_paused = self._words.gettext(
                "The computer was away, so time was stopped. Press the space bar to go on."
            )
        is_over = tick.state is SessionState.OVER and self.panel is None
        if is_over:
            self._heard.interject(ALL_DONE)
        self._guided.keep()
        if not tick.waiting:
            self._ticker.also_in(self._guided.line.silence_after(tick.moment.elapsed_s))
        if is_over:
            self._end()
        elif self.panel is None:
            self._show(tick)

    def _show(self, tick: Tick) -> None:
        if self._scenes is None:
            return
        view = self._scenes.view(tick.moment)
        shown = (tick.moment.step.index, tick.state, self._why_paused)
        if shown != self._shown:
            self._shown = shown
            scene = self._scenes.scene(tick.moment, tick.state, self._why_paused)
            self.show_scene(scene, view, tick.moment.step)
            announce(self.front, scene.spoken)
        self.show_time(view, waiting=tick.waiting)
        if tick.state is SessionState.RUNNING:
            self._ticker.start()
        else:
            self._ticker.stop()
        if self._guided is not None:
            self.tell_of_failed_saves(self._guided.last_save_failed)

    @Slot()
    def _pause_or_continue(self) -> None:
        running = self._guided is not None and self._guided.state is SessionState.RUNNING
        (self.pause if running else self._go_on)()

    @Slot()
    def _go_on(self) -> None:
        if self._guided is not None:
            self._guided.resume()
            self._heard.interject(RESUMED)
            self._why_paused = ""
            self._show_stage()

    @Slot()
    def _back(self) -> None:
        self._shown = ()
        self._tell(GuidedSession.back)

    @Slot()
    def _skip(self) -> None:
        self._tell(GuidedSession.skip)

    def _tell(self, what: Callable[[GuidedSession], None]) -> None:
        if self._guided is not None:
            self._heard.hush()
            what(self._guided)
            self._look_at_the_clock()

    @Slot()
    def _warning_signs(self) -> None:
        self.pause()
        self.red_flags_clicked.emit()

    @Slot()
    def _ask_to_leave(self) -> None:
        if self._guided is None:
            return
        self.pause()
        opened = self._guided.opened
        keeps = not self._trial and bool(opened.done or opened.too_painful)
        self._told_nothing = not keeps
        panel = LeavePanel(self._words, self._look.theme, keeps=keeps, trial=self._trial)
        panel.go_on.clicked.connect(self._go_on)
        panel.finish.clicked.connect(self._end)
        panel.escape_pressed.connect(self._show_stage)
        self.bring_panel(panel)

    @Slot()
    def _too_painful(self) -> None:
        if self._guided is None or self._scenes is None:
            return
        before = self._guided.opened.too_painful
        self._guided.too_painful()
        self._heard.interject(TOO_PAINFUL)
        marked = self._guided.opened.too_painful
        title = self._scenes.title_of(max(marked - before or marked))
        panel = PainPanel(self._words, self._look.theme, title, self._rule_card, onwards=self._onwards())
        panel.red_flags.clicked.connect(self.red_flags_clicked)
        panel.finish.clicked.connect(self._end)
        if panel.go_on is not None:
            panel.go_on.clicked.connect(self._go_on)
        self._ticker.stop()
        self.bring_panel(panel)

    def _onwards(self) -> str:
        _ = self._words.gettext
        if self._guided is None or self._guided.state is SessionState.OVER:
            return ""
        leads_up = self._guided.moment().step.kind is StepKind.GET_UP
        return _("Go on") if leads_up else _("On to the next exercise")

    @Slot()
    def _end(self) -> None:
        if self._guided is None or self._scenes is None:
            return
        self._guided.stop()
        self._ticker.stop()
        self.big.switch(on=False)
        self._awake.close()
        self._ending = SessionEnd(self._sessions, self._guided, self._scenes, self._words, self._look.theme)
        self._ending.panel_ready.connect(self.bring_panel)
        self._ending.saved.connect(self.changed)
        self._ending.closed.connect(self._close)
        self._ending.run(trial=self._trial, told_nothing=self._told_nothing)

    @Slot()
    def _close(self) -> None:
        self.leave()
        self.bring_stage()
        self.closed.emit()

    @Slot()
    def _show_stage(self) -> None:
        self._told_nothing = False
        self.bring_stage()
        self._look_at_the_clock()
