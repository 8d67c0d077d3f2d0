"""Puts *Behandler* together, in a folder of its own that needs no patient."""

from __future__ import annotations

import uuid
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ryg_app.adapters.catalogue import load_walking_caution
from ryg_app.adapters.folder import CLINIC
from ryg_app.adapters.patient_folder import own_program, plan_beside, write_patient_folder
from ryg_app.adapters.plan_file import CheckedPlanFiles, draft_document, picture_name, read_draft
from ryg_app.adapters.start_guide import start_guide_page
from ryg_app.adapters.store import ClinicFiles, open_store
from ryg_app.adapters.text_files import TextFiles
from ryg_app.application.clinic import ClinicApp
from ryg_app.application.handing_out import HandingOut
from ryg_app.application.plan_making import Materials, PlanMaking
from ryg_app.bootstrap import default_folder, open_app
from ryg_app.domain.errors import DamagedFileError

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.app import App
    from ryg_app.application.ports import Clock
    from ryg_app.domain.preferences import Preferences


def clinic_folder(folder: Path | None = None) -> Path:
    """Return where a physiotherapist's own files are, inside a data folder."""
    return (folder or default_folder()) / CLINIC


def open_clinic(
    folder: Path | None = None, *, clock: Clock | None = None, assets: Path | None = None
) -> ClinicApp:
    """Put *Behandler* together around a folder of its own, so that no patient's data is touched.

    Args:
        folder: The data folder it lies in; the user's own by default.
        clock: Another clock than the computer's.
        assets: Another folder with what the program brings along.

    Raises:
        FolderInUseError: Another RygApp has *Behandler* open.
        FolderUnusableError: The folder cannot be made or written.
        NotSavedError: The folder cannot be written.
    """
    place = clinic_folder(folder)
    is_new = not (place / "settings.json").exists()
    app = open_app(place, writing=True, clock=clock, assets=assets)
    with ExitStack() as if_it_fails:
        if_it_fails.callback(app.close)
        if is_new:
            app.settings.save(_seen_as(folder or default_folder(), app.settings.get()))
        if_it_fails.pop_all()
    exercises = app.library.exercises
    store = ClinicFiles(place, draft_document, lambda document: read_draft(document, exercises))
    plans = PlanMaking(
        CheckedPlanFiles(exercises),
        TextFiles(),
        store,
        Materials(exercises, app.library.templates, load_walking_caution(app.assets)),
        app.clock,
        lambda: str(uuid.uuid4()),
        picture_name,
    )

    def close() -> None:
        store.close()
        app.close()

    return ClinicApp(app, plans, handing_out(app.assets), close)


def _seen_as(folder: Path, preferences: Preferences) -> Preferences:
    """Return the choices with language and look as they are in another data folder, which is only read."""
    store = open_store(folder, CheckedPlanFiles({}).parse, read_only=True)
    try:
        seen = store.preferences.get()
    except DamagedFileError:
        return preferences
    finally:
        store.close()
    return replace(
        preferences,
        language=seen.language,
        color_scheme=seen.color_scheme,
        text_percent=seen.text_percent,
        reduced_motion=seen.reduced_motion,
    )


def handing_out(assets: Path) -> HandingOut:
    """Return what makes folders for patients; no data folder is needed."""
    return HandingOut(write_patient_folder, partial(start_guide_page, assets=assets), own_program())


def plan_handed_out(app: App) -> Path | None:
    """Return the plan that lies beside a program handed out by a clinic, until some plan is in use."""
    program = own_program()
    if program is None or app.course.record().adoptions:
        return None
    return plan_beside(program)
