"""The window *Behandler*: the plan editor, trying a session, and what is done with a finished plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.plan import without_pictures
from ryg_app.domain.plan_draft import History
from ryg_app.ui.clinician.editing import Editing
from ryg_app.ui.clinician.handing_out import PatientFolderFlow
from ryg_app.ui.clinician.opening import PlanOpening
from ryg_app.ui.clinician.page import EditorPage
from ryg_app.ui.clinician.saving import PlanSaving
from ryg_app.ui.dropped import file_in, is_log
from ryg_app.ui.every_window import bring_to_front
from ryg_app.ui.losing import wants_to_lose
from ryg_app.ui.menus import Entry, Menu, fill_menus
from ryg_app.ui.paper_flow import PaperFlow
from ryg_app.ui.patient_log import PatientLogFlow
from ryg_app.ui.session_flow import SessionFlow
from ryg_app.ui.stage import Stage
from ryg_app.ui.telling import Telling
from ryg_app.ui.ticker import Ticker
from ryg_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from ryg_app.application.clinic import ClinicApp
    from ryg_app.domain.plan import PlanFile
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

USUAL_SIZE = (1200, 800)
SMALLEST_SIZE = (640, 480)


class ClinicianWindow(QMainWindow):
    """Works on the clinic's own folder; `closed` comes when it is let go.

    `history` goes on with the drafts of a window in whose place it comes, `more_menus` stand after its own.
    """

    closed = Signal()

    def __init__(
        self,
        clinic: ClinicApp,
        look: Look,
        words: Words,
        make_ticker: Callable[[], Ticker] = Ticker,
        *,
        history: History | None = None,
        more_menus: tuple[Menu, ...] = (),
    ) -> None:
        super().__init__()
        self._clinic, self._look, self._words = clinic, look, words
        self._more_menus = more_menus
        self.setWindowTitle(words.gettext("RygApp for the physiotherapist"))
        self.setLocale(QLocale())
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(QSize(*USUAL_SIZE).boundedTo(self.screen().availableSize()))
        self._build(history or History(clinic.plans.blank(words.language)), make_ticker)
        self._fill_menus()
        self._connect()
        self.page.take_focus()
        if history is None:
            self._take_up_left_over()

    def _build(self, begun: History, make_ticker: Callable[[], Ticker]) -> None:
        words = self._words
        self.editing = Editing(self._clinic.plans, begun, self)
        self.saving = PlanSaving(self.editing, words, self)
        self.opening = PlanOpening(self.editing, words, self)
        self.folders = PatientFolderFlow(self._clinic.handing_out, self.finished_plan, words, self)
        self.logs = PatientLogFlow(self._clinic.app, words, self._look, self, self._edit_after)
        self.page = EditorPage(self.editing, words, self._look, self._actions())
        self.stage = Stage()
        self.stage.begin_with(self.page)
        self.setCentralWidget(self.stage)
        self.paper = PaperFlow(self._clinic.app, words, self.stage, self)
        self.sessions = SessionFlow(self._clinic.app, words, self._look, self.stage, make_ticker)
        self.telling = Telling(words, self._page_in_view, self)

    def finished_plan(self) -> PlanFile | None:
        """Return the checked plan for the printed sheet, or say on the page what is missing."""
        try:
            return self._clinic.plans.finished(self.editing.draft)
        except RygAppError:
            self.page.tell_unfinished()
            return None

    @Slot()
    def show_handout(self) -> None:
        """Show the exercise sheet of the plan, to print it or save it."""
        plan_file = self.finished_plan()
        if plan_file is None:
            return
        try:
            logo = self._clinic.plans.logo()
        except RygAppError as error:
            # The sheet is worth more than the picture on it.
            self.telling.refused(error)
            logo = None
        self.paper.show_handout(plan_file, logo)

    def _edit_after(self, words: Words, plan_file: PlanFile) -> None:
        del words  # the window keeps to its own
        self.edit_after(plan_file)
        self.come_forward()

    def edit_after(self, plan_file: PlanFile) -> None:
        """Begin the edition that comes after a plan, such as the one a patient's log was made under."""
        self.stage.uncover_all()
        kept = without_pictures(plan_file)
        self.opening.begin_after(kept)
        if kept.plan != plan_file.plan:
            _ = self._words.gettext
            said = _(
                "The pictures of your own exercises are not in the log. Add them again, "
                "or open the plan file itself with “Earlier plan …”."
            )
            self.page.notice.show_message("info", said, close=_("Close"))

    @Slot(str)
    def come_forward(self, file: str = "") -> None:
        """Raise the window, and open the file another start brought along."""
        bring_to_front(self)
        if file:
            self.open_file(Path(file))

    def open_file(self, path: Path) -> None:
        """Begin the edition after a plan, or show a patient's log in a window of its own."""
        if is_log(path):
            self.logs.open_file(path)
        else:
            self.opening.open_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.sessions.page is not None:
            self.sessions.page.leave()
        error = self.editing.not_kept()
        said = self._words.gettext("The latest changes of this plan could not be kept as a draft.")
        event.setAccepted(error is None or wants_to_lose(self._words, self, said, error))
        if event.isAccepted():
            self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = file_in(event)
        if path is not None and (is_log(path) or not self.stage.is_covered):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = file_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _actions(self) -> tuple[Entry, ...]:
        """What else is done with a plan: each a button beside «Save plan file …» and a line in the menu."""
        _ = self._words.gettext
        return (
            Entry(_("Print the exercise sheet …"), self.show_handout, "Ctrl+P"),
            Entry(_("Folder for the patient …"), self.folders.ask),
        )

    def _fill_menus(self) -> None:
        _ = self._words.gettext
        plans = (
            Entry(_("New plan"), self.opening.begin_new, "Ctrl+N"),
            Entry(_("Earlier plan …"), self.opening.ask, "Ctrl+O"),
            Entry(_("Save plan file …"), self.saving.ask, "Ctrl+S"),
            *self._actions(),
            Entry(_("Open a patient's log …"), self.logs.ask_for_file),
            Entry(_("Close"), self.close, "Ctrl+W"),
        )
        edits = (
            Entry(_("Undo"), self.editing.undo, "Ctrl+Z"),
            Entry(_("Redo"), self.editing.redo, "Ctrl+Shift+Z"),
        )
        fill_menus(self, (Menu(_("Plan"), plans), Menu(_("Edit"), edits), *self._more_menus))

    def _connect(self) -> None:
        page = self.page
        page.save_clicked.connect(self.saving.ask)
        page.earlier_plan_clicked.connect(self.opening.ask)
        page.own_clicked.connect(self._show_own)
        page.trial_clicked.connect(self.sessions.try_session)
        page.notice.action_pressed.connect(self.opening.begin_new)
        self.saving.unfinished.connect(page.tell_unfinished)
        self.saving.saved.connect(self._tell_saved)
        self.folders.made.connect(self._tell_folder)
        self.opening.begun.connect(self._on_begun)
        for flow in (
            self.editing,
            self.saving,
            self.opening,
            self.folders,
            self.logs,
            self.paper,
            self.sessions,
        ):
            flow.refused.connect(self.telling.refused)
            # The sentence stands at the top of the page.
            flow.refused.connect(self.page.show_from_the_top)
        self.sessions.red_flags_clicked.connect(self._show_red_flags)
        for change in (self.stage.covered, self.stage.uncovered):
            change.connect(self._on_stage_changed)

    def _take_up_left_over(self) -> None:
        try:
            kept = self._clinic.plans.left_over()
        except RygAppError as error:
            self.telling.refused(error)
            return
        if kept is None:
            return
        self.editing.take_up(kept.draft)
        _, day = self._words.gettext, self._words.long_date(kept.kept_at.date())
        said = _("This is the draft from {when}, which was not saved as a plan file.").format(
            when=f"{day} {self._words.clock(kept.kept_at)}"
        )
        self.page.notice.show_message("info", said, close=_("Close"), action=_("Begin a new plan"))

    @Slot(object)
    def _tell_saved(self, path: Path) -> None:
        _ = self._words.gettext
        said = _(
            "Saved: {name} in {folder}. Give the file to the patient on a USB stick or by secure mail, "
            "and print the exercise sheet."
        )
        told = said.format(name=path.name, folder=path.parent)
        self.page.notice.show_message("success", told, close=_("Close"), action=_("Begin a new plan"))
        self.page.show_from_the_top()

    @Slot(object, object, bool)
    def _tell_folder(self, plan_file: PlanFile, path: Path, with_program: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        _ = self._words.gettext
        self.saving.given_away(plan_file)
        said = [_("Made: {file}").format(file=path)]
        if not with_program:
            said.append(_("The program is not in it; the patient must have RygApp already."))
        told = "\n".join(said)
        self.page.notice.show_message("success", told, close=_("Close"), action=_("Begin a new plan"))
        self.page.show_from_the_top()

    @Slot()
    def _on_begun(self) -> None:
        self.page.notice.dismiss()
        self.page.forget_complaints()
        self.page.show_from_the_top()
        self.page.take_focus()

    @Slot(str)
    def _show_own(self, entry_id: str) -> None:
        from ryg_app.ui.clinician.own_page import OwnExercisePage

        page = OwnExercisePage(self.editing, self._words, entry_id)
        page.closed.connect(self.stage.uncover)
        self.stage.cover(page)

    @Slot()
    def _show_red_flags(self) -> None:
        from ryg_app.ui.pages.red_flags import RedFlagsPage

        if self.sessions.page is not None:
            self.sessions.page.pause()
        page = RedFlagsPage(self._clinic.app.library, self._clinic.app.settings, self._words)
        page.show_way_back(self._words.gettext("Back"))
        page.back_clicked.connect(self.stage.uncover)
        self.stage.cover(page)

    def _page_in_view(self) -> Page:
        front = self.stage.currentWidget()
        return front if isinstance(front, Page) else self.page

    @Slot()
    def _on_stage_changed(self) -> None:
        self._look.hold(on=self.sessions.page is not None)
        self.menuBar().setVisible(not self.stage.is_covered)
        # Their keys would change the draft behind the page that covers it.
        for action in self.actions():
            action.setEnabled(not self.stage.is_covered)
