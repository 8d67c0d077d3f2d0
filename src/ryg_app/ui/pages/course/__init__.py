"""*Forløb*: the weeks in numbers, with a chart."""

from __future__ import annotations

from ryg_app.ui.pages.course.page import CoursePage

__all__ = ["CoursePage"]
