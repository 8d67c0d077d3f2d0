"""*Behandler*: the window in which a physiotherapist makes a plan."""

from __future__ import annotations

from ryg_app.ui.clinician.window import ClinicianWindow

__all__ = ["ClinicianWindow"]
