"""*Dagbog*: any day up to today, with its calendar."""

from __future__ import annotations

from ryg_app.ui.pages.diary.page import DiaryPage

__all__ = ["DiaryPage"]
