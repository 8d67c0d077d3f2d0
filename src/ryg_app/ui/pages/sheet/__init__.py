"""A sheet before it is saved or printed: what it will look like, and what can be chosen about it."""

from __future__ import annotations

from ryg_app.ui.pages.sheet.options import AppointmentOptions
from ryg_app.ui.pages.sheet.page import SheetPage

__all__ = ["AppointmentOptions", "SheetPage"]
