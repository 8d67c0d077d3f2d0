"""The session: one page that shows what a guided session is at, and tells it what the person does."""

from __future__ import annotations

from ryg_app.ui.pages.session.page import SessionPage

__all__ = ["SessionPage"]
