"""The draft in the window: every edit, undo and redo, and a copy on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ryg_app.domain.errors import PersonalNumberError, RygAppError
from ryg_app.domain.plan_draft import History

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.application.plan_making import PlanMaking
    from ryg_app.domain.plan_draft import PlanDraft

KEPT_AFTER_MS = 800


class Editing(QObject):
    """`changed` comes after every edit, `refused` carries why a copy could not be kept."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, plans: PlanMaking, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plans = plans
        self._history = history
        self._kept = history.now
        self._saved: PlanDraft | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEPT_AFTER_MS)
        self._pause.timeout.connect(self.keep)

    @property
    def history(self) -> History:
        """The draft with everything that can be taken back or done again."""
        return self._history

    @property
    def draft(self) -> PlanDraft:
        """The draft as it stands."""
        return self._history.now

    @property
    def is_as_saved(self) -> bool:
        """Whether a plan was saved here and nothing has been done since."""
        return self.draft is self._saved

    @property
    def may_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history.past)

    @property
    def may_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._history.future)

    def edit(self, change: Callable[[PlanDraft], PlanDraft], topic: str = "") -> None:
        """Change the draft; letters typed into the field named by `topic` are one step."""
        self._become(self._history.edited(change(self.draft), topic))

    def edit_afresh(self, change: Callable[[PlanDraft], PlanDraft], topic: str) -> None:
        """Change the draft as it was before the first digit, where that alone would cut something off."""
        self._become(self._history.edited(change(self._history.before(topic)), topic))

    @Slot()
    def undo(self) -> None:
        """Take the latest step back."""
        self._become(self._history.undone())

    @Slot()
    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._become(self._history.redone())

    def take_up(self, draft: PlanDraft) -> None:
        """Go on with a draft that is kept already."""
        self._history, self._kept = History(draft), draft
        self.changed.emit()

    def begin(self, draft: PlanDraft) -> None:
        """Work on another draft from now on; the one before comes back with `undo`."""
        self._take(draft, self._history.edited(draft))

    def saved(self, draft: PlanDraft) -> None:
        """Go on with what comes after a saved plan, whose number is given away: there is no way back."""
        self._saved = draft
        self._take(draft, History(draft))

    def _take(self, draft: PlanDraft, history: History) -> None:
        self._pause.stop()
        self._history, self._kept = history, draft
        try:
            self.plans.forget_draft()
        except RygAppError as error:
            self.refused.emit(error)
        self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Keep a copy in case the program ends; why it could not be done is told."""
        error = self.not_kept()
        # A CPR number is pointed out when the plan is to be saved, and not while somebody types.
        if error is not None and not isinstance(error, PersonalNumberError):
            self.refused.emit(error)

    def not_kept(self) -> RygAppError | None:
        """Keep a copy; return why that could not be done, or ``None``."""
        self._pause.stop()
        if self.draft != self._kept:
            try:
                self.plans.keep(self.draft)
            except RygAppError as error:
                return error
            self._kept = self.draft
        return None

    def _become(self, history: History) -> None:
        if history is self._history:
            return
        self._history = history
        if not self._pause.isActive():
            self._pause.start()
        self.changed.emit()
