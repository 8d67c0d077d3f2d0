"""*Plan*: the plan in force, its reminders, pauses, and another plan."""

from __future__ import annotations

from ryg_app.ui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
