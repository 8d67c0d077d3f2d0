"""From a plan file, or a choice of exercises, by way of the preview to a plan in use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from ryg_app.domain.errors import RygAppError

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.application.planning import PlanPreview
    from ryg_app.ui.first_start import FirstStart
    from ryg_app.ui.stage import Stage
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

PLAN_SUFFIX = ".rygplan"


class PlanFlow(QObject):
    """`refused` carries what went wrong; `adopted` comes once the plan is in use.

    `postponed` tells that a plan is shown once the welcome has been read.
    """

    refused = Signal(object)
    adopted = Signal()
    postponed = Signal()
    language_clicked = Signal(str)

    def __init__(self, app: App, words: Words, look: Look, stage: Stage) -> None:
        super().__init__(stage.base)
        self._app = app
        self._words = words
        self._look = look
        self._stage = stage
        self._waiting: PlanPreview | None = None

    @Slot()
    def begin_first_start(self) -> None:
        """Lead through everything a new patient has to see."""
        page = self._first_start()
        page.welcomed.connect(self.show_waiting)
        page.left.connect(self._stage.uncover)
        page.begin()

    @Slot()
    def choose_exercises(self) -> None:
        """Let the patient put a general plan together."""
        page = self._first_start()
        page.left.connect(self._stage.uncover)
        page.choose_exercises(may_leave=True)

    @Slot()
    def ask_for_file(self) -> None:
        """Ask for a plan file and show what is in it."""
        _ = self._words.gettext
        kinds = _("Plan files") + f" (*{PLAN_SUFFIX})"
        chosen, _kind = QFileDialog.getOpenFileName(self._stage, _("Open a plan file"), "", kinds)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Show what is in a plan file; a bad one is refused in sentences."""
        try:
            preview = self._app.planning.preview(path)
        except RygAppError as error:
            self.refused.emit(error)
            return
        self.show_preview(preview)

    @Slot(object)
    def show_preview(self, preview: PlanPreview) -> None:
        """Show a plan before anything is done with it; during a session or the welcome it waits."""
        from ryg_app.ui.pages.plan_preview import PlanPreviewPage
        from ryg_app.ui.pages.session import SessionPage

        if not self._app.settings.get().welcomed:
            self._waiting = preview
            self.postponed.emit()
            return
        if any(isinstance(page, SessionPage) for page in self._stage.pile):
            self._waiting = preview
            return
        if isinstance(self._stage.currentWidget(), PlanPreviewPage):
            self._stage.uncover()
        page = PlanPreviewPage(self._app.planning, preview, self._app.library.exercises, self._words)
        page.adopted.connect(self.adopted)
        page.dismissed.connect(self._stage.uncover)
        self._stage.cover(page)

    @Slot()
    def show_waiting(self) -> None:
        """Show the plan that had to wait, if there is one."""
        waiting = self.take_waiting()
        if waiting is not None:
            self.show_preview(waiting)

    def take_waiting(self) -> PlanPreview | None:
        """Return the plan that had to wait, and wait with it no longer."""
        waiting, self._waiting = self._waiting, None
        return waiting

    def _first_start(self) -> FirstStart:
        from ryg_app.ui.first_start import FirstStart

        page = FirstStart(self._app, self._words, self._look)
        page.file_clicked.connect(self.ask_for_file)
        page.plan_made.connect(self.show_preview)
        page.language_clicked.connect(self.language_clicked)
        self._stage.cover(page)
        return page
