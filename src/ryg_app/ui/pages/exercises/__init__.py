"""*Øvelser*: every exercise to read about, and to try once."""

from __future__ import annotations

from ryg_app.ui.pages.exercises.page import ExercisesPage

__all__ = ["ExercisesPage"]
