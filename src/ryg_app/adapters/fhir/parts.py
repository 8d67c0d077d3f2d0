"""The small parts every resource is made of: identifiers, references, codes."""

from __future__ import annotations

import html
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from ryg_app.domain.document import DocumentWords
    from ryg_app.domain.extract import LogExtract

Resource: TypeAlias = dict[str, object]

LOINC, UCUM, SNOMED = "http://loinc.org", "http://unitsofmeasure.org", "http://snomed.info/sct"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
# Displays as LOINC gives them; the codes were found in published value sets and profiles (docs/formats.md).
PAIN_SEVERITY = {
    "system": LOINC,
    "code": "72514-3",
    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
}
EXERCISE_DURATION = {"system": LOINC, "code": "55411-3", "display": "Exercise duration"}
PATIENT_NOTE = {"system": LOINC, "code": "51855-5", "display": "Patient Note"}

# A namespace of our own: the UUID of the program's name, https://www.rfc-editor.org/rfc/rfc4122#appendix-C
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:rygapp:fhir")


@dataclass(frozen=True, slots=True)
class Writing:
    """What the parts of one document share.

    Attributes:
        extract: The log.
        words: The words.
        codes: SNOMED CT codes by meaning, where the user has brought a mapping of their own.
        seed: What sets this patient's identifiers apart from every other's.
    """

    extract: LogExtract
    words: DocumentWords
    codes: Mapping[str, str]
    seed: uuid.UUID = field(default=_OURS)

    def identifier(self, *parts: object) -> str:
        """Return a UUID that is the same whenever the same thing of the same patient is written."""
        return str(uuid.uuid5(self.seed, "/".join(str(part) for part in parts)))

    def resource(self, kind: str, *parts: object) -> Resource:
        """Return the beginning of a resource."""
        return {"resourceType": kind, "id": self.identifier(kind, *parts)}

    def patient(self) -> Resource:
        """Return a reference to the patient."""
        return reference(self.identifier("Patient"))

    def snomed(self, *meanings: str) -> list[Resource]:
        """Return the user's own codes for these meanings; nothing without a mapping."""
        return [{"system": SNOMED, "code": self.codes[name]} for name in meanings if name in self.codes]

    def concept(self, text: str, *meanings: str, coding: Iterable[Mapping[str, str]] = ()) -> Resource:
        """Return a concept: always in words, with codes where there are any."""
        codes: list[object] = [*map(dict, coding), *self.snomed(*meanings)]
        return {"coding": codes, "text": text} if codes else {"text": text}


def seed_of(extract: LogExtract) -> uuid.UUID:
    """Return what sets a patient's identifiers apart: the moments of the first plan and the first entry."""
    adopted = [f"{adoption.plan_id} {adoption.at.isoformat()}" for adoption in extract.record.adoptions[:1]]
    kept = (day.log for day in extract.days)
    entered = [log.recorded.isoformat() for log in kept if log.recorded is not None][:1]
    return uuid.uuid5(_OURS, " ".join([*(adopted or entered), "patient"]))


def reference(identifier: str) -> Resource:
    """Return a reference to a resource of the same document."""
    return {"reference": f"urn:uuid:{identifier}"}


def moment(at: datetime) -> str:
    """Return a moment as FHIR writes it: seconds and the offset from UTC."""
    return at.isoformat(timespec="seconds")


def narrative(*paragraphs: str) -> Resource:
    """Return what a person reads who has no program for the rest."""
    lines = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{lines}</div>'}
