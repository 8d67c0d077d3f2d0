"""FHIR R4: the diary as a document for other programs; written by hand, checked in the tests."""

from __future__ import annotations

from ryg_app.adapters.fhir.codes import CodeFiles
from ryg_app.adapters.fhir.document import FhirDocuments

__all__ = ["CodeFiles", "FhirDocuments"]
