"""A real data folder: packed, changed, erased, damaged, interrupted, and got back."""

from __future__ import annotations

import json
import shutil
from contextlib import closing, suppress
from typing import TYPE_CHECKING, cast

import pytest

from ryg_app.adapters.store import generation
from ryg_app.adapters.store.migrations import META, Migration, Migrations, schema_of
from ryg_app.adapters.store.schemas import MIGRATIONS
from ryg_app.bootstrap import open_app
from ryg_app.domain.diary import Answers
from ryg_app.domain.errors import (
    BackupRefusedError,
    DamagedFileError,
    NewerFileError,
    NotSavedError,
    RestoreUnfinishedError,
)
from tests.builders import START, at
from tests.fakes import FakeClock
from tests.integration.store_torture import FaultyDisk, PowerCutError, faulty
from tests.plans import EXAMPLE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.adapters.store.generation import Tables
    from ryg_app.application.app import App

EVENING = at("2026-11-23 20:00")


def opened(folder: Path, *, writing: bool = True) -> App:
    return open_app(folder, writing=writing, clock=FakeClock(EVENING))


def live_a_day(app: App, note: str) -> None:
    app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
    app.today.done_without_computer(app.today.view().sessions[0].session)
    app.today.answer(Answers(3, 5, note=note))


def log_of(app: App, path: Path) -> dict[str, object]:
    app.exporting.write_log(app.exporting.extract("da"), path, replace=True)
    return {**json.loads(path.read_bytes()), "made": ""}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(opened(tmp_path / "data")) as app:
        live_a_day(app, "as it was backed up")
        app.backups.save(tmp_path / "a.rygbackup")
        app.today.answer(Answers(9, 9, note="written after it"))
    return tmp_path / "data"


@pytest.fixture
def backup(folder: Path) -> Path:
    return folder.parent / "a.rygbackup"


def restore(folder: Path, backup: Path) -> Path:
    with closing(opened(folder)) as app:
        app.backups.preview(backup)
        return app.backups.restore()


def note_in(folder: Path) -> str:
    with closing(opened(folder)) as app:
        return app.diary.view(START).log.answers.note


def set_schema(path: Path, schema: int) -> bytes:
    tables = generation.read(path)
    return generation.pack({**tables, META: {"1": {"schema": schema}}})


def test_export_erase_and_restore_give_the_same_log(tmp_path: Path) -> None:
    folder, backup = tmp_path / "data", tmp_path / "a.rygbackup"
    with closing(opened(folder)) as app:
        live_a_day(app, "æøå ☃")
        stood = log_of(app, tmp_path / "a.ryglog")
        app.backups.save(backup)
        app.settings.erase()
    assert not folder.exists()
    restore(folder, backup)
    with closing(opened(folder)) as app:
        assert log_of(app, tmp_path / "a.ryglog") == stood


def test_a_preview_tells_what_is_in_it_and_changes_nothing(folder: Path, backup: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.json*")}
    with closing(opened(folder)) as app:
        seen = app.backups.preview(backup)
        app.backups.dismiss()
    assert (seen.made, seen.first, seen.last, seen.days) == (EVENING, START, START, 1)
    assert (seen.plans, seen.lost) == ((("Plan for ryg og ben", 1),), ())
    assert {path.name: path.read_bytes() for path in folder.glob("*.json*")} == before
    assert not list(folder.glob("restoring*"))


def test_what_was_there_before_is_kept_and_can_be_got_back(folder: Path, backup: Path) -> None:
    kept = restore(folder, backup)
    assert note_in(folder) == "as it was backed up"
    restore(folder, kept)
    assert note_in(folder) == "written after it"


def test_no_older_generation_of_other_data_is_left(folder: Path, backup: Path) -> None:
    restore(folder, backup)
    (folder / "log-2026.json").write_bytes(b"garbage")
    with closing(opened(folder)) as app, pytest.raises(DamagedFileError):
        app.diary.view(START)


def test_what_is_not_in_the_backup_is_gone(folder: Path, backup: Path) -> None:
    with closing(opened(folder)) as app:
        app.diary.save(START.replace(year=2025), Answers(back=1))
    restore(folder, backup)
    assert not list(folder.glob("log-2025*"))


def test_a_course_damaged_in_both_generations_can_be_restored(folder: Path, backup: Path) -> None:
    for name in ("course.json", "course.json.bak"):
        (folder / name).write_bytes(b"garbage")
    with closing(opened(folder)) as app, pytest.raises(DamagedFileError):
        app.today.view()
    restore(folder, backup)
    assert note_in(folder) == "as it was backed up"
    set_aside = sorted(path.name for path in folder.glob("*.damaged-*"))
    assert set_aside == ["course.json.damaged-1", "course.json.damaged-2"]


def test_a_damaged_file_is_left_out_and_named_and_its_older_generation_taken(folder: Path) -> None:
    (folder / "course.json").write_bytes(b"garbage")
    (folder / "course.json.bak").unlink(missing_ok=True)
    (folder / "log-2026.json").write_bytes(b"garbage")
    backup = folder.parent / "b.rygbackup"
    with closing(opened(folder, writing=False)) as app:
        assert app.backups.save(backup) == ("course.json",)
    with closing(opened(folder)) as app:
        assert app.backups.preview(backup).days == 1


def test_an_older_version_s_backup_is_migrated(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say_so(tables: Tables) -> Tables:
        return {
            **tables,
            "days": {
                number: {**day, "answers": {**day["answers"], "note": "migrated"}}
                for number, day in tables["days"].items()
            },
        }

    steps = MIGRATIONS["days"].steps
    newer = Migrations((*steps, Migration(len(steps) + 2, say_so)))
    monkeypatch.setitem(cast("dict[str, Migrations]", MIGRATIONS), "days", newer)
    restore(folder, backup)
    assert note_in(folder) == "migrated"
    assert schema_of(generation.read(folder / "log-2026.json")) == newer.newest


def test_a_newer_version_s_data_is_refused_and_nothing_is_changed(folder: Path) -> None:
    (folder / "course.json").write_bytes(set_schema(folder / "course.json", 99))
    backup = folder.parent / "newer.rygbackup"
    with closing(opened(folder, writing=False)) as app:
        app.backups.save(backup)
    with closing(opened(folder)) as app, pytest.raises(NewerFileError):
        app.backups.preview(backup)
    assert not list(folder.glob("restoring*"))


def test_a_backup_that_does_not_decode_is_refused(folder: Path) -> None:
    tables = generation.read(folder / "course.json")
    (folder / "course.json").write_bytes(generation.pack({**tables, "course": {"1": {"adoptions": 7}}}))
    backup = folder.parent / "odd.rygbackup"
    with closing(opened(folder, writing=False)) as app:
        app.backups.save(backup)
    with closing(opened(folder)) as app, pytest.raises(BackupRefusedError):
        app.backups.preview(backup)


def test_a_full_disk_changes_nothing_until_it_is_decided(folder: Path, backup: Path) -> None:
    """Whichever call fails: it is the old data or, on the next start, the new, never a mix."""
    seen = set()
    for nth in range(1, 200, 3):
        with closing(opened(folder)) as app, faulty(FaultyDisk(fails_at=nth)) as disk:
            try:
                app.backups.preview(backup)
                app.backups.restore()
            except NotSavedError:
                pass
            if disk.calls < nth:
                break
        note = note_in(folder)
        seen.add(note)
        if note == "as it was backed up":
            with closing(opened(folder)) as app:
                app.today.answer(Answers(9, 9, note="written after it"))
    assert seen == {"as it was backed up", "written after it"}
    assert nth > 20


def test_a_power_cut_anywhere_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    for nth in range(1, 200, 7):
        place = tmp_path / str(nth)
        with closing(opened(place / "data")) as app:
            live_a_day(app, "as it was backed up")
            app.backups.save(place / "a.rygbackup")
            app.today.answer(Answers(9, 9, note="written after it"))
            with suppress(PowerCutError), faulty(FaultyDisk(fails_at=nth, fails_with=None)) as disk:
                app.backups.preview(place / "a.rygbackup")
                app.backups.restore()
        with closing(opened(place / "data")) as app:
            note = app.diary.view(START).log.answers.note
            assert note in ("as it was backed up", "written after it"), nth
            assert app.course.plan() is not None, nth
        if disk.calls < nth:
            break
    assert nth > 20


def test_a_power_cut_while_it_is_tidied_up_afterwards_takes_nothing_along(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(place: Path, **_options: object) -> None:
        files = sorted(path for path in place.rglob("*") if path.is_file())
        for path in files[1:]:
            path.unlink()
        if files:
            raise PowerCutError

    with closing(opened(folder)) as app:
        app.backups.preview(backup)
        with monkeypatch.context() as patched:
            patched.setattr(shutil, "rmtree", cut_short)
            with pytest.raises(PowerCutError):
                app.backups.restore()
    assert note_in(folder) == "as it was backed up"
    assert not list(folder.glob("restoring*"))


def test_readers_wait_for_a_restore_that_was_cut_short(folder: Path, backup: Path) -> None:
    with closing(opened(folder)) as app:
        app.backups.preview(backup)
        (folder / "restoring.tmp").rename(folder / "restoring")
    with pytest.raises(RestoreUnfinishedError):
        opened(folder, writing=False)
    assert note_in(folder) == "as it was backed up"
    opened(folder, writing=False).close()


def test_erasing_takes_backups_and_half_restores_with_it(folder: Path, backup: Path) -> None:
    restore(folder, backup)
    with closing(opened(folder)) as app:
        app.backups.preview(backup)
        app.settings.erase()
    assert not folder.exists()
