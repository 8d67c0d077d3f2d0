from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.store import generation
from ryg_app.adapters.store.generation import Tables
from ryg_app.adapters.store.migrations import Migration, Migrations, schema_of
from ryg_app.adapters.store.storage import AtomicStorage
from ryg_app.domain.errors import DamagedFileError, NewerFileError, NotSavedError
from tests.integration.store_torture import FaultyDisk, faulty, snapshot

if TYPE_CHECKING:
    from pathlib import Path


def with_walks(tables: Tables) -> Tables:
    notes = {key: document | {"walks": []} for key, document in tables["notes"].items()}
    return tables | {"notes": notes}


def with_longer_name(tables: Tables) -> Tables:
    notes = {
        key: {"note": document["text"], "walks": document["walks"]}
        for key, document in tables["notes"].items()
    }
    return tables | {"notes": notes}


STEPS = Migrations((Migration(2, with_walks), Migration(3, with_longer_name)))
FIRST = {"notes": {"1": {"text": "god dag"}}}
THIRD = {"notes": {"1": {"note": "god dag", "walks": []}}}


def old_file(folder: Path) -> Path:
    AtomicStorage(folder / "notes.json").write(FIRST)
    return folder / "notes.json"


def notes(tables: Tables | None) -> object:
    assert tables is not None
    return {"notes": tables["notes"]}


def test_an_older_file_is_brought_up_to_date_and_saved(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    assert notes(AtomicStorage(path, STEPS).read()) == THIRD
    assert notes(generation.read(path)) == THIRD
    assert schema_of(generation.read(path)) == 3


def test_the_older_file_is_kept_among_the_backups_first(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    AtomicStorage(path, STEPS).read()
    backup = tmp_path / "backups" / "notes-schema-1.json"
    assert notes(generation.read(backup)) == FIRST
    assert backup.stat().st_mode & 0o777 == 0o600
    assert backup.parent.stat().st_mode & 0o777 == 0o700


def test_another_backup_of_the_same_schema_does_not_replace_the_first(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    AtomicStorage(path, STEPS).read()
    path.unlink()
    path.with_name("notes.json.bak").unlink()
    AtomicStorage(path).write({"notes": {"1": {"text": "en anden dag"}}})
    AtomicStorage(path, STEPS).read()
    names = sorted(file.name for file in (tmp_path / "backups").iterdir())
    assert names == ["notes-schema-1-2.json", "notes-schema-1.json"]


def test_a_reader_sees_the_newer_shape_and_writes_nothing(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    before = snapshot(tmp_path)
    assert notes(AtomicStorage(path, STEPS, read_only=True).read()) == THIRD
    assert snapshot(tmp_path) == before


def test_the_steps_start_from_the_schema_that_is_found(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    AtomicStorage(path, Migrations(STEPS.steps[:1])).read()
    assert notes(AtomicStorage(path, STEPS).read()) == THIRD
    assert (tmp_path / "backups" / "notes-schema-2.json").exists()


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    AtomicStorage(tmp_path / "notes.json", STEPS).write(THIRD)
    AtomicStorage(tmp_path / "notes.json", STEPS).write(THIRD)
    before = snapshot(tmp_path)
    with pytest.raises(NewerFileError) as caught:
        AtomicStorage(tmp_path / "notes.json").read()
    assert (caught.value.found, caught.value.known) == (3, 1)
    assert snapshot(tmp_path) == before


def test_a_file_that_a_step_cannot_make_sense_of_is_damaged(tmp_path: Path) -> None:
    AtomicStorage(tmp_path / "notes.json").write({"walks": {}})
    with pytest.raises(DamagedFileError):
        AtomicStorage(tmp_path / "notes.json", STEPS).read()


@pytest.mark.parametrize("nth", range(1, 20))
def test_a_full_disk_on_the_way_leaves_the_older_file(tmp_path: Path, nth: int) -> None:
    path = old_file(tmp_path)
    with faulty(FaultyDisk(fails_at=nth)):
        try:
            AtomicStorage(path, STEPS).read()
        except NotSavedError:
            assert notes(generation.read(path)) == FIRST
    assert notes(AtomicStorage(path, STEPS).read()) == THIRD


@pytest.mark.parametrize("schemas", [(3,), (2, 2), (3, 2), (1, 2)])
def test_steps_with_a_gap_or_out_of_order_are_refused(schemas: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="one by one"):
        Migrations(tuple(Migration(schema, with_walks) for schema in schemas))
