"""Edits of the exercises: which, how much, in what words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ryg_app.domain.plan import Flare, OwnExercise, PlanExercise
from ryg_app.domain.plan_draft.draft import DraftLine
from ryg_app.domain.plan_limits import OWN_EXERCISE_DOSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.dose import Dose, DoseRange, Walking
    from ryg_app.domain.exercise import Exercise, Sides
    from ryg_app.domain.plan import Phase
    from ryg_app.domain.plan_draft.draft import PlanDraft

OWN_PREFIX = "own_"


def allowed_doses(entry: PlanExercise, exercises: Mapping[str, Exercise]) -> DoseRange:
    """Return what may be prescribed of an exercise."""
    known = exercises.get(entry.exercise_id or "")
    return known.dose_range if known else OWN_EXERCISE_DOSES


def name_side(draft: PlanDraft, side: Sides) -> PlanDraft:
    """Say which side hurts: left, right or both."""
    return replace(draft, side=side)


def switch(draft: PlanDraft, entry_id: str, exercises: Mapping[str, Exercise], *, on: bool) -> PlanDraft:
    """Take an exercise into the plan or out of it; one without any dose gets the usual one."""
    switched = _with_line(draft, replace(draft.line(entry_id), on=on))
    if not on or any(entry_id in phase.doses for phase in draft.phases):
        return switched
    usual = allowed_doses(draft.line(entry_id).entry, exercises).default_dose()
    return replace(switched, phases=tuple(_dosed(phase, entry_id, usual) for phase in draft.phases))


def set_dose(draft: PlanDraft, phase: int, entry_id: str, dose: Dose | None) -> PlanDraft:
    """Prescribe an exercise in a phase (counted from 0), or leave it out there."""
    changed = _dosed(draft.phases[phase], entry_id, dose)
    return replace(draft, phases=(*draft.phases[:phase], changed, *draft.phases[phase + 1 :]))


def usual_flare(draft: PlanDraft) -> Flare:
    """Return what a light version starts from: one session of the first phase's doses, and its walks."""
    first = draft.phases[0]
    return Flare(
        {name: replace(dose, sessions_per_day=1) for name, dose in first.doses.items()}, first.walking
    )


def set_flare(draft: PlanDraft, flare: Flare | None) -> PlanDraft:
    """Give a bad day a version of its own, or none."""
    if flare is None:
        return replace(draft, flare=None)
    known = {line.entry_id for line in draft.lines}
    doses = {name: dose for name, dose in flare.doses.items() if name in known}
    return replace(draft, flare=replace(flare, doses=doses))


def set_flare_dose(draft: PlanDraft, entry_id: str, dose: Dose | None) -> PlanDraft:
    """Prescribe an exercise for a bad day, or leave it out there."""
    flare = draft.flare or Flare({}, None)
    return replace(draft, flare=replace(flare, doses=_with_dose(flare.doses, entry_id, dose)))


def set_flare_walking(draft: PlanDraft, walking: Walking | None) -> PlanDraft:
    """Prescribe the walks of a bad day, or none."""
    return replace(draft, flare=replace(draft.flare or Flare({}, None), walking=walking))


def set_note(draft: PlanDraft, entry_id: str, note: str) -> PlanDraft:
    """Write the physiotherapist's words on an exercise."""
    line = draft.line(entry_id)
    return _with_line(draft, replace(line, entry=replace(line.entry, note=note)))


def set_sides(draft: PlanDraft, entry_id: str, sides: Sides | None) -> PlanDraft:
    """Say which sides an exercise is done on."""
    line = draft.line(entry_id)
    return _with_line(draft, replace(line, entry=replace(line.entry, sides=sides)))


def set_variant(draft: PlanDraft, entry_id: str, exercise: Exercise, variant: str) -> PlanDraft:
    """Choose another way of doing an exercise of the catalogue."""
    line, position = draft.line(entry_id), exercise.variant(variant).position
    return _with_line(draft, replace(line, entry=replace(line.entry, variant=variant, position=position)))


def move_line(draft: PlanDraft, entry_id: str, by: int) -> PlanDraft:
    """Let an exercise come earlier (``by`` below 0) or later; at an end it stays."""
    lines = list(draft.lines)
    place = lines.index(draft.line(entry_id))
    line = lines.pop(place)
    lines.insert(min(max(place + by, 0), len(lines)), line)
    return replace(draft, lines=tuple(lines))


def add_own(draft: PlanDraft, own: OwnExercise, pictures: Mapping[str, bytes]) -> PlanDraft:
    """Add an exercise of the physiotherapist's own, with the usual dose in every phase."""
    taken = {line.entry_id for line in draft.lines}
    entry_id = next(
        name for number in range(1, len(taken) + 2) if (name := f"{OWN_PREFIX}{number}") not in taken
    )
    entry = PlanExercise(entry_id, None, None, None, "", own, own.position)
    usual = OWN_EXERCISE_DOSES.default_dose()
    added = replace(
        draft,
        lines=(*draft.lines, DraftLine(entry, on=True)),
        phases=tuple(_dosed(phase, entry_id, usual) for phase in draft.phases),
        pictures={**draft.pictures, **pictures},
    )
    return _with_used_pictures(added)


def set_own(draft: PlanDraft, entry_id: str, own: OwnExercise, pictures: Mapping[str, bytes]) -> PlanDraft:
    """Write an own exercise anew; pictures nobody uses any more are let go."""
    line = draft.line(entry_id)
    changed = replace(line, entry=replace(line.entry, own=own, position=own.position))
    return _with_used_pictures(replace(_with_line(draft, changed), pictures={**draft.pictures, **pictures}))


def remove_line(draft: PlanDraft, entry_id: str) -> PlanDraft:
    """Delete an own exercise with its doses and pictures."""
    flare = draft.flare
    return _with_used_pictures(
        replace(
            draft,
            lines=tuple(line for line in draft.lines if line.entry_id != entry_id),
            phases=tuple(_dosed(phase, entry_id, None) for phase in draft.phases),
            flare=flare and replace(flare, doses=_with_dose(flare.doses, entry_id, None)),
        )
    )


def _with_line(draft: PlanDraft, changed: DraftLine) -> PlanDraft:
    return replace(
        draft,
        lines=tuple(changed if line.entry_id == changed.entry_id else line for line in draft.lines),
    )


def _dosed(phase: Phase, entry_id: str, dose: Dose | None) -> Phase:
    return replace(phase, doses=_with_dose(phase.doses, entry_id, dose))


def _with_dose(doses: Mapping[str, Dose], entry_id: str, dose: Dose | None) -> Mapping[str, Dose]:
    others = {name: kept for name, kept in doses.items() if name != entry_id}
    return others if dose is None else {**others, entry_id: dose}


def _with_used_pictures(draft: PlanDraft) -> PlanDraft:
    owns = [line.entry.own for line in draft.lines if line.entry.own is not None]
    used = {name for own in owns for name in own.pictures}
    return replace(draft, pictures={name: data for name, data in draft.pictures.items() if name in used})
