"""The document: a Composition that leads through everything else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ryg_app.adapters.fhir import observations, plans, questionnaires
from ryg_app.adapters.fhir.parts import PATIENT_NOTE, Writing, moment, narrative, reference, seed_of
from ryg_app.domain.diary import diary_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ryg_app.adapters.fhir.parts import Resource
    from ryg_app.domain.document import DocumentWords
    from ryg_app.domain.extract import LogExtract

PROGRAM = "RygApp"


class FhirDocuments:
    """Writes a log as one document of FHIR R4; the same log always gives the same bytes.

    Args:
        version: The version of this program.
    """

    def __init__(self, version: str) -> None:
        self._version = version

    def compose(self, extract: LogExtract, words: DocumentWords, codes: Mapping[str, str]) -> bytes:
        """Return the file's bytes: UTF-8 JSON, no byte order mark.

        Args:
            extract: The log.
            words: The words.
            codes: SNOMED CT codes by meaning; empty unless the user has brought a mapping.
        """
        head, entries = _bundle(Writing(extract, words, codes, seed_of(extract)), self._version)
        # A line for each entry can be read as well as an indented text, and is made ten times as fast.
        lines = ",\n".join(_json(entry) for entry in entries)
        return f'{_json(head)[:-1]}, "entry": [\n{lines}\n]}}\n'.encode("utf-8", "replace")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _bundle(writing: Writing, version: str) -> tuple[Resource, list[Resource]]:
    """Return the bundle without its entries, and these."""
    sections, resources = _sections(writing)
    made = writing.extract.made
    everything = [
        _composition(writing, sections),
        {
            **writing.resource("Patient"),
            "active": True,
            "name": [{"text": writing.words.labels["nameless"]}],
        },
        _device(writing, version),
        *resources,
    ]
    head: Resource = {
        "resourceType": "Bundle",
        "id": writing.identifier("Bundle", made.isoformat()),
        "identifier": {
            "system": "urn:ietf:rfc:3986",
            "value": f"urn:uuid:{writing.identifier('document', made.isoformat())}",
        },
        "type": "document",
        "timestamp": moment(made),
    }
    return head, [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in everything]


def _composition(writing: Writing, sections: list[Resource]) -> Resource:
    labels, extract = writing.words.labels, writing.extract
    composition: Resource = {
        **writing.resource("Composition", extract.made.isoformat()),
        "language": writing.words.language,
        "text": narrative(labels["what_it_is"], f"{extract.first.isoformat()} – {extract.last.isoformat()}"),
        "status": "final",
        "type": writing.concept(labels["title"], coding=[PATIENT_NOTE]),
        "subject": writing.patient(),
        "date": moment(extract.made),
        "author": [writing.patient(), reference(writing.identifier("Device"))],
        "title": labels["title"],
        "event": [{"period": {"start": extract.first.isoformat(), "end": extract.last.isoformat()}}],
    }
    if sections:
        composition["section"] = sections
    return composition


def _device(writing: Writing, version: str) -> Resource:
    return {
        **writing.resource("Device"),
        "status": "active",
        "deviceName": [{"name": PROGRAM, "type": "user-friendly-name"}],
        "version": [{"value": version}],
    }


def _sections(writing: Writing) -> tuple[list[Resource], list[Resource]]:
    labels = writing.words.labels
    told = list(plans.plans(writing))
    care_plans = [care_plan for care_plan, _requests in told]
    parts = {
        "pain": list(observations.pain(writing)),
        "walking": list(observations.walking(writing)),
        "exercises": list(observations.sessions(writing)),
        "answers": [*questionnaires.daily_answers(writing), *questionnaires.reviews(writing)],
        "plan": care_plans,
    }
    sections = [_section(labels[name], resources) for name, resources in parts.items() if resources]
    for name, lines in (("questions", _questions(writing)), ("course", _course(writing))):
        if lines:
            sections.append({"title": labels[name], "text": narrative(*lines)})
    requests = [request for _care_plan, asked in told for request in asked]
    return sections, [resource for resources in parts.values() for resource in resources] + requests


def _section(title: str, resources: Iterable[Resource]) -> Resource:
    return {"title": title, "entry": [reference(str(resource["id"])) for resource in resources]}


def _questions(writing: Writing) -> list[str]:
    return [question.text for question in writing.extract.record.open_questions()]


def _course(writing: Writing) -> list[str]:
    """Return what happened in the course: bad days and pauses, in order."""
    labels, extract = writing.words.labels, writing.extract
    record = extract.record
    marked = sorted({mark.day for mark in record.flares if extract.first <= mark.day <= extract.last})
    happened = [(day, labels["flare"]) for day in marked if record.is_flare(day, extract.made)]
    happened += [
        (pause.first, f"{labels['pause']} – {pause.last.isoformat()}")
        for pause in record.pauses
        if pause.last >= extract.first and pause.first <= diary_day(extract.made)
    ]
    return [f"{day.isoformat()}: {what}" for day, what in sorted(happened)]
