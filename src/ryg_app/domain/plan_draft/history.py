"""Undo and redo: the drafts in the order they came about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ryg_app.domain.plan_draft.draft import PlanDraft

MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class History:
    """What was, what is, and what was taken back.

    Attributes:
        now: The draft as it stands.
        past: Earlier drafts, the oldest first; at most 200.
        future: Drafts taken back, the one to come next last.
        topic: What the latest edit was about; further edits of it belong to the same step.
    """

    now: PlanDraft
    past: tuple[PlanDraft, ...] = ()
    future: tuple[PlanDraft, ...] = ()
    topic: str = ""

    def edited(self, draft: PlanDraft, topic: str = "") -> History:
        """Return the history with one more edit.

        Args:
            draft: The draft as it has become.
            topic: A field that is typed into; its letters are taken back together.
        """
        if draft == self.now:
            return self
        if topic and topic == self.topic:
            return replace(self, now=draft, future=())
        return History(draft, (*self.past, self.now)[-MOST_STEPS:], (), topic)

    def before(self, topic: str) -> PlanDraft:
        """Return the draft as it was before anything was typed into the field ``topic`` last."""
        return self.past[-1] if topic and topic == self.topic else self.now

    def undone(self) -> History:
        """Return the history with the latest step taken back; nothing happens without one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (*self.future, self.now))

    def redone(self) -> History:
        """Return the history with the step done again that was taken back last."""
        if not self.future:
            return self
        return History(self.future[-1], (*self.past, self.now), self.future[:-1])
