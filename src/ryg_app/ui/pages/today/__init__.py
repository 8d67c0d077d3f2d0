"""*I dag*: the course, the day's exercises, how the day was."""

from __future__ import annotations

from ryg_app.ui.pages.today.page import TodayPage

__all__ = ["TodayPage"]
