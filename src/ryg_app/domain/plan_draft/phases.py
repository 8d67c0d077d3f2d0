"""Edits of the course: its length, its phases, and what is the same in all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ryg_app.domain.plan_limits import PHASES, WEEKS

if TYPE_CHECKING:
    from ryg_app.domain.dose import Walking
    from ryg_app.domain.plan import Phase
    from ryg_app.domain.plan_draft.draft import PlanDraft


def set_weeks(draft: PlanDraft, weeks: int) -> PlanDraft:
    """Make the course longer or shorter: the last phase grows, or phases are cut off at the end."""
    weeks = min(max(weeks, WEEKS.low), WEEKS.high)
    begun = [phase for phase in draft.phases if phase.first_week <= weeks]
    last = replace(begun[-1], last_week=weeks)
    reviews = tuple(week for week in draft.review_weeks if week <= weeks)
    return replace(draft, weeks=weeks, phases=(*begun[:-1], last), review_weeks=reviews)


def begin_phase(draft: PlanDraft, phase: int, first_week: int) -> PlanDraft:
    """Let a phase (counted from 0, not the first) begin in another week; each phase keeps at least one."""
    before, moved = draft.phases[phase - 1], draft.phases[phase]
    first_week = min(max(first_week, before.first_week + 1), moved.last_week)
    phases = list(draft.phases)
    phases[phase - 1 : phase + 1] = [
        replace(before, last_week=first_week - 1),
        replace(moved, first_week=first_week),
    ]
    return replace(draft, phases=tuple(phases))


def may_split(draft: PlanDraft, phase: int) -> bool:
    """Tell whether a phase is long enough to become two, and another one is allowed."""
    found = draft.phases[phase]
    return found.last_week > found.first_week and len(draft.phases) < PHASES.high


def split_phase(draft: PlanDraft, phase: int, title: str) -> PlanDraft:
    """Make two phases of one, with the same doses; the later half gets the title."""
    if not may_split(draft, phase):
        return draft
    whole = draft.phases[phase]
    middle = (whole.first_week + whole.last_week + 1) // 2
    halves = (
        replace(whole, last_week=middle - 1),
        replace(whole, first_week=middle, title=title),
    )
    return replace(draft, phases=(*draft.phases[:phase], *halves, *draft.phases[phase + 1 :]))


def remove_phase(draft: PlanDraft, phase: int) -> PlanDraft:
    """Delete a phase; its weeks go to the one before, or of the first one to the next."""
    if len(draft.phases) == 1:
        return draft
    gone, others = draft.phases[phase], list(draft.phases)
    del others[phase]
    heir = max(phase - 1, 0)
    if phase:
        others[heir] = replace(others[heir], last_week=gone.last_week)
    else:
        others[heir] = replace(others[heir], first_week=gone.first_week)
    return replace(draft, phases=tuple(others))


def name_phase(draft: PlanDraft, phase: int, title: str) -> PlanDraft:
    """Give a phase another title."""
    return _with_phase(draft, phase, replace(draft.phases[phase], title=title))


def set_walking(draft: PlanDraft, phase: int, walking: Walking | None) -> PlanDraft:
    """Prescribe the walks of a phase, or none."""
    return _with_phase(draft, phase, replace(draft.phases[phase], walking=walking))


def copy_doses(draft: PlanDraft, phase: int) -> PlanDraft:
    """Let every phase have the exercises of this one, and as much of them."""
    doses = draft.phases[phase].doses
    return replace(draft, phases=tuple(replace(p, doses=doses) for p in draft.phases))


def copy_walking(draft: PlanDraft, phase: int) -> PlanDraft:
    """Let every phase have the walks of this one."""
    walking = draft.phases[phase].walking
    return replace(draft, phases=tuple(replace(p, walking=walking) for p in draft.phases))


def _with_phase(draft: PlanDraft, phase: int, changed: Phase) -> PlanDraft:
    return replace(draft, phases=(*draft.phases[:phase], changed, *draft.phases[phase + 1 :]))
