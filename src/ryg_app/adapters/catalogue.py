"""The program's own data files: exercises, templates, telephone numbers, static texts.

They come with the program and are checked by its tests, so they are taken at their word; one that has been
damaged on disk is an error with the name of the file.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import date, time
from typing import TYPE_CHECKING, Any

from ryg_app.domain.contacts import ContactNumber, Contacts, Region
from ryg_app.domain.dose import DOSE_FIELDS, Allowed, Dose, DoseRange, Walking
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.exercise import Exercise, ExerciseWords, Position, Sides, SignOff, StepKind, Text, Variant
from ryg_app.domain.figure.motion import Angles, FigureMotion, Guide, Hands, KeyPose, Shown
from ryg_app.domain.plan import Flare, PlanExercise, ReminderKind, ReminderRule
from ryg_app.domain.static_texts import IntendedUse, RedFlagGroup, RedFlags
from ryg_app.domain.template import Template, TemplatePhase, TemplateRuleCard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    Fields = dict[str, Any]

TEMPLATE_IDS = ("disc", "stenosis", "general")


def load_exercises(assets: Path) -> Mapping[str, Exercise]:
    """Return the exercises by identifier, in the order they are shown.

    Raises:
        DamagedFileError: A data file is missing or cannot be read.
    """
    folder = assets / "exercises"
    found: list[tuple[int, Exercise]] = []
    for path in folder.glob("*.json"):
        with _fields_of(path) as fields:
            found.append((fields["order"], _exercise(fields)))
    if not found:
        raise DamagedFileError(folder.name)
    found.sort(key=lambda numbered: numbered[0])
    return {exercise.exercise_id: exercise for _, exercise in found}


def load_templates(assets: Path, exercises: Mapping[str, Exercise]) -> Mapping[str, Template]:
    """Return the templates by identifier: ``disc``, ``stenosis``, ``general``.

    Raises:
        DamagedFileError: A data file is missing or cannot be read.
    """
    found: dict[str, Template] = {}
    for template_id in TEMPLATE_IDS:
        with _fields_of(assets / "templates" / f"{template_id}.json") as fields:
            found[template_id] = _template(fields, exercises)
    return found


def load_contacts(assets: Path) -> Contacts:
    """Return the telephone numbers.

    Raises:
        DamagedFileError: The data file is missing or cannot be read.
    """
    with _fields_of(assets / "contacts.json") as fields:
        return Contacts(
            checked=date.fromisoformat(fields["checked"]),
            recheck_after_months=fields["recheck_after_months"],
            numbers=tuple(_contact_number(number) for number in fields["numbers"]),
            regions=tuple(Region(region["id"], Text(**region["name"])) for region in fields["regions"]),
        )


def load_red_flags(assets: Path) -> RedFlags:
    """Return the card with warning signs.

    Raises:
        DamagedFileError: The data file is missing or cannot be read.
    """
    with _fields_of(assets / "texts" / "red_flags.json") as fields:
        return RedFlags(
            call_now=_red_flag_group(fields["call_now"]),
            this_week=_red_flag_group(fields["this_week"]),
            source=fields["source"],
            sign_off=SignOff(**fields["sign_off"]),
        )


def load_walking_caution(assets: Path) -> Text:
    """Return what to clear before walks are prescribed.

    Raises:
        DamagedFileError: The data file is missing or cannot be read.
    """
    with _fields_of(assets / "texts" / "walking.json") as fields:
        return Text(**fields["for_clinician"])


def load_intended_use(assets: Path) -> IntendedUse:
    """Return what the program is for.

    Raises:
        DamagedFileError: The data file is missing or cannot be read.
    """
    with _fields_of(assets / "texts" / "intended_use.json") as fields:
        return IntendedUse(
            title=Text(**fields["title"]),
            paragraphs=_texts(fields["paragraphs"]),
            source=fields["source"],
            sign_off=SignOff(**fields["sign_off"]),
        )


@contextmanager
def _fields_of(path: Path) -> Iterator[Fields]:
    try:
        yield json.loads(path.read_text(encoding="utf-8"))
    except (OSError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise DamagedFileError(path.name, repr(error)) from error


def _exercise(fields: Fields) -> Exercise:
    default_sides = fields["default_sides"]
    ranges = {name: fields["dose"][name] for name in DOSE_FIELDS}
    first_choice = fields["first_choice"]
    return Exercise(
        exercise_id=fields["id"],
        sided=fields["sided"],
        default_sides=default_sides and Sides(default_sides),
        default_variant=fields["default_variant"],
        variants={name: _variant(name, variant) for name, variant in fields["variants"].items()},
        cautions=_texts(fields["cautions"]),
        ticked_first=first_choice["ticked"],
        first_choice=Text(first_choice["da"], first_choice["en"]),
        for_clinician=Text(**fields["for_clinician"]),
        dose_range=DoseRange(
            {name: Allowed(span["min"], span["max"], span["default"]) for name, span in ranges.items()}
        ),
        source=Text(**fields["source"]),
        sign_off=SignOff(**fields["sign_off"]),
    )


def _variant(name: str, fields: Fields) -> Variant:
    words = {language: _exercise_words(written) for language, written in fields["words"].items()}
    position = Position(fields["position"])
    figure = fields.get("figure")
    return Variant(name, position, words, figure and _figure(figure, position))


def _figure(fields: Fields, position: Position) -> FigureMotion:
    return FigureMotion(
        position=position,
        together=fields["together"],
        shows=Shown(fields["shows"]),
        guides=tuple(Guide(guide) for guide in fields["guides"]),
        keys=tuple(_key_pose(fields["poses"][name]) for name in fields["order"]),
    )


def _key_pose(fields: Fields) -> KeyPose:
    angles = {name: float(fields[name]) for name in ("hip", "knee", "ankle", "pelvis", "neck", "gap_mm")}
    holds = Hands(fields["hands"]) is Hands.BEHIND_THIGH
    return KeyPose(float(fields["at"]), Angles(**angles, planted=float(fields["planted"]), grip=float(holds)))


def _exercise_words(fields: Fields) -> ExerciseWords:
    return ExerciseWords(
        title=fields["title"],
        start=fields["start"],
        steps=tuple(fields["steps"]),
        feel=fields["feel"],
        avoid=fields["avoid"],
        phases={StepKind(kind): line for kind, line in fields["phases"].items()},
    )


def _template(fields: Fields, exercises: Mapping[str, Exercise]) -> Template:
    flare, rule_card = fields["flare"], fields["rule_card"]
    return Template(
        template_id=fields["id"],
        title=Text(**fields["title"]),
        weeks=fields["weeks"],
        review_weeks=tuple(fields["review_weeks"]),
        exercises=tuple(_template_line(line, exercises[line["exercise"]]) for line in fields["exercises"]),
        switched_on=frozenset(line["id"] for line in fields["exercises"] if line["on"]),
        phases=tuple(_template_phase(phase) for phase in fields["phases"]),
        flare=flare and Flare(_doses(flare["doses"]), _walking(flare["walking"])),
        rule_card=rule_card and TemplateRuleCard(**{name: Text(**rule) for name, rule in rule_card.items()}),
        reminders=tuple(_reminder(rule) for rule in fields["reminders"]),
        source=fields["source"],
        sign_off=SignOff(**fields["sign_off"]),
    )


def _template_line(fields: Fields, exercise: Exercise) -> PlanExercise:
    sides, variant = fields.get("sides"), fields.get("variant")
    return PlanExercise(
        entry_id=fields["id"],
        exercise_id=exercise.exercise_id,
        variant=variant,
        sides=Sides(sides) if sides else exercise.default_sides,
        note="",
        own=None,
        position=exercise.variant(variant).position,
    )


def _template_phase(fields: Fields) -> TemplatePhase:
    first_week, last_week = fields["weeks"]
    return TemplatePhase(
        title=Text(**fields["title"]),
        first_week=first_week,
        last_week=last_week,
        doses=_doses(fields["doses"]),
        walking=_walking(fields["walking"]),
    )


def _doses(fields: Fields) -> dict[str, Dose]:
    return {entry_id: Dose(**_with_weekdays(dose)) for entry_id, dose in fields.items()}


def _walking(fields: Fields | None) -> Walking | None:
    return None if fields is None else Walking(**_with_weekdays(fields))


def _with_weekdays(fields: Fields) -> Fields:
    return fields | {"weekdays": frozenset(fields["weekdays"])}


def _reminder(fields: Fields) -> ReminderRule:
    at = time.fromisoformat(fields["time"])
    return ReminderRule(ReminderKind(fields["kind"]), at, frozenset(fields["weekdays"]))


def _contact_number(fields: Fields) -> ContactNumber:
    return ContactNumber(
        contact_id=fields["id"],
        number=fields["number"],
        name=Text(**fields["name"]),
        region=fields["region"],
        hours=Text(**fields["hours"]),
        valid_from=_day(fields["valid_from"]),
        valid_until=_day(fields["valid_until"]),
        source=fields["source"],
        checked=date.fromisoformat(fields["checked"]),
    )


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _red_flag_group(fields: Fields) -> RedFlagGroup:
    return RedFlagGroup(
        title=Text(**fields["title"]),
        lead=Text(**fields["lead"]),
        signs=_texts(fields["signs"]),
        what_to_do=_texts(fields.get("what_to_do", [])),
    )


def _texts(fields: list[Fields]) -> tuple[Text, ...]:
    return tuple(Text(**text) for text in fields)
