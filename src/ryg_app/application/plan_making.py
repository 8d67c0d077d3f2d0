"""Making a plan: from a template or an earlier edition to a file in the patient's hand."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from ryg_app.application.plan_picture import plan_picture
from ryg_app.domain.clinic_details import KeptDraft
from ryg_app.domain.errors import (
    FileExistsAlreadyError,
    FileRefusedError,
    PersonalNumberError,
    Problem,
    ProblemCode,
    RygAppError,
)
from ryg_app.domain.plain_text import looks_like_personal_number
from ryg_app.domain.plan import Clinic
from ryg_app.domain.plan_changes import plan_changes
from ryg_app.domain.plan_draft import draft_from_plan, draft_from_template, finished_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ryg_app.application.clinic import ClinicStore
    from ryg_app.application.plan_picture import PlanPicture
    from ryg_app.application.ports import Clock, TextFiles
    from ryg_app.domain.clinic_details import ClinicDetails
    from ryg_app.domain.exercise import Exercise, Text
    from ryg_app.domain.plan import Plan, PlanFile
    from ryg_app.domain.plan_changes import Change
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.domain.template import Template

SIDE = "affected_side"
FROM_SCRATCH = "general"
NOT_SAVED_YET = "plan.rygplan"


class CheckedFiles(Protocol):
    """Plan files as whoever makes them needs them."""

    def read(self, path: Path) -> PlanFile:
        """Read and check a file.

        Raises:
            FileRefusedError: It was not taken; every problem is named.
        """

    def parse(self, data: bytes, file_name: str) -> PlanFile:
        """Check a file's bytes.

        Raises:
            FileRefusedError: They were not taken; every problem is named.
        """

    def problems(self, plan: Plan) -> tuple[Problem, ...]:
        """Return everything that is wrong with a plan that is being made."""

    def compose(self, plan: Plan, pictures: Mapping[str, bytes]) -> bytes:
        """Return the bytes of a plan file."""


@dataclass(frozen=True, slots=True)
class Materials:
    """What plans are made of: the catalogue, the templates, and what to clear before walks are prescribed."""

    exercises: Mapping[str, Exercise]
    templates: Mapping[str, Template]
    walking_caution: Text


class PlanMaking:
    """What the window *Behandler* can ask and tell."""

    def __init__(
        self,
        files: CheckedFiles,
        writer: TextFiles,
        store: ClinicStore,
        materials: Materials,
        clock: Clock,
        new_id: Callable[[], str],
        picture_name: Callable[[bytes, str], str],
    ) -> None:
        self._files = files
        self._writer = writer
        self._store = store
        self.exercises = materials.exercises
        self.templates = materials.templates
        self.walking_caution = materials.walking_caution
        self._clock = clock
        self._new_id = new_id
        self._picture_name = picture_name

    def new(self, template_id: str, language: str, before: PlanDraft | None = None) -> PlanDraft:
        """Return a draft made from a template, for the patient of the draft ``before`` if there is one.

        Raises:
            DamagedFileError: The clinic's name cannot be read.
        """
        details = self._store.details()
        clinic = Clinic(details.name, details.phone)
        return draft_from_template(self.templates[template_id], language, self._new_id(), clinic, before)

    def blank(self, language: str) -> PlanDraft:
        """Return a draft in which nothing is chosen yet.

        Raises:
            DamagedFileError: The clinic's name cannot be read.
        """
        draft = self.new(FROM_SCRATCH, language)
        nothing_on = tuple(replace(line, on=False) for line in draft.lines)
        return replace(draft, template_id=None, lines=nothing_on)

    def next_edition(self, path: Path) -> PlanDraft:
        """Return a draft of the edition after the one in a file.

        Raises:
            FileRefusedError: It is not a good plan file; every problem is named.
        """
        return self.edition_after(self._files.read(path))

    def edition_after(self, plan_file: PlanFile) -> PlanDraft:
        """Return a draft of the edition after this one."""
        return draft_from_plan(plan_file.plan, plan_file.pictures, self.exercises)

    def problems(self, draft: PlanDraft) -> tuple[Problem, ...]:
        """Return everything that keeps the draft from being a plan, each with its field."""
        found = self._files.problems(self.plan_of(draft))
        return (Problem(ProblemCode.MISSING, SIDE, {}), *found) if draft.side is None else found

    def plan_of(self, draft: PlanDraft) -> Plan:
        """Return the plan as it stands, right or wrong."""
        return finished_plan(draft, self._clock.now().date())

    def changes(self, draft: PlanDraft) -> tuple[Change, ...]:
        """Return what is different from the edition before; a first edition has no changes."""
        return plan_changes(draft.base, self.plan_of(draft)) if draft.base else ()

    def finished(self, draft: PlanDraft) -> PlanFile:
        """Return the draft as a plan file, checked like any other.

        Raises:
            FileRefusedError: It is not a plan yet; every problem is named.
        """
        problems = self.problems(draft)
        if problems:
            raise FileRefusedError(NOT_SAVED_YET, problems)
        return self._files.parse(self._files.compose(self.plan_of(draft), draft.pictures), NOT_SAVED_YET)

    def save(self, draft: PlanDraft, path: Path, *, replace_file: bool = False) -> PlanDraft:
        """Write the plan file, forget the draft and remember the clinic; return what comes after it.

        Args:
            draft: A draft without problems.
            path: Where to; its name is seen by others.
            replace_file: Write over a file that is there.

        Raises:
            PersonalNumberError: The file's name looks like it holds a CPR number.
            FileRefusedError: It is not a plan yet; every problem is named.
            FileExistsAlreadyError: There is such a file; it was left alone.
            NotSavedError: Nothing was written.
        """
        if looks_like_personal_number(path.stem):
            raise PersonalNumberError(field="file_name")
        plan_file = self.finished(draft)
        if path.exists() and not replace_file:
            raise FileExistsAlreadyError(path.name)
        self._writer.write(path, plan_file.raw)
        return self.given_away(draft, plan_file)

    def given_away(self, draft: PlanDraft, plan_file: PlanFile) -> PlanDraft:
        """Forget the draft of a plan that is given away, remember the clinic, and return what comes after."""
        # The edition is given away now; that less is remembered must not say that it was not.
        with suppress(RygAppError):
            self._remember(draft.clinic)
            self._store.clear_draft()
        return replace(draft, base=plan_file.plan)

    def picture(self, draft: PlanDraft, phase: int | None) -> PlanPicture:
        """Return a day as the patient will see it.

        Args:
            draft: The draft as it stands.
            phase: Which phase, counted from 0; ``None`` is a bad day.
        """
        return plan_picture(self.plan_of(draft), draft.pictures, self.exercises, phase)

    # What is remembered ------------------------------------------------------------------------------

    def left_over(self) -> KeptDraft | None:
        """Return the draft that was not finished last time, or ``None``.

        Raises:
            DamagedFileError: It cannot be read.
        """
        return self._store.draft()

    def keep(self, draft: PlanDraft) -> None:
        """Keep the draft in case the program ends; return once it is durable.

        Raises:
            PersonalNumberError: It has what looks like a CPR number, and such a number is on no disk of
                ours; the draft kept before still stands.
            NotSavedError: Likewise, for the disk refused.
        """
        for problem in self.problems(draft):
            if problem.code is ProblemCode.PERSONAL_NUMBER:
                raise PersonalNumberError(problem.where)
        self._store.save_draft(KeptDraft(draft, self._clock.now()))

    def forget_draft(self) -> None:
        """Forget the draft that is kept.

        Raises:
            NotSavedError: It is still kept.
        """
        self._store.clear_draft()

    def details(self) -> ClinicDetails:
        """Return what is remembered of the clinic.

        Raises:
            DamagedFileError: It cannot be read.
        """
        return self._store.details()

    def logo(self) -> bytes | None:
        """Return the clinic's picture for the printed sheet, or ``None``.

        Raises:
            DamagedFileError: It is gone.
        """
        name = self._store.details().logo
        return self._store.picture(name) if name else None

    def keep_logo(self, data: bytes | None) -> None:
        """Keep the clinic's picture, or none.

        Raises:
            FileRefusedError: It is not a PNG, JPEG or WebP picture.
            NotSavedError: The one before is still kept.
        """
        name = None if data is None else self.named(data)
        if name is not None and data is not None:
            self._store.save_picture(name, data)
        self._store.save_details(replace(self._store.details(), logo=name))

    def named(self, picture: bytes) -> str:
        """Return the name a plan has for a picture.

        Raises:
            FileRefusedError: It is not a PNG, JPEG or WebP picture.
        """
        return self._picture_name(picture, "")

    def _remember(self, clinic: Clinic) -> None:
        details = self._store.details()
        remembered = replace(details, name=clinic.name, phone=clinic.phone)
        if remembered != details:
            self._store.save_details(remembered)
