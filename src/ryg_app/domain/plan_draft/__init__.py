"""A plan while the physiotherapist makes it: a frozen draft, and every edit a pure function of it."""

from __future__ import annotations

from ryg_app.domain.plan_draft.draft import (
    DraftLine,
    PlanDraft,
    draft_from_plan,
    draft_from_template,
    finished_plan,
)
from ryg_app.domain.plan_draft.history import History

__all__ = [
    "DraftLine",
    "History",
    "PlanDraft",
    "draft_from_plan",
    "draft_from_template",
    "finished_plan",
]
