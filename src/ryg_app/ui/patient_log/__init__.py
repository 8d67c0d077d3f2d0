"""The physiotherapist's window on a patient's log."""

from __future__ import annotations

from ryg_app.ui.patient_log.flow import LOG_SUFFIX, PatientLogFlow

__all__ = ["LOG_SUFFIX", "PatientLogFlow"]
