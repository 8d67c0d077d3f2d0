from __future__ import annotations

import contextlib
import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.folder import DataFolder, FileState, default_data_folder
from ryg_app.adapters.store import is_good_file, open_store
from ryg_app.adapters.store.migrations import Migration, Migrations
from ryg_app.adapters.store.schemas import MIGRATIONS
from ryg_app.domain.course import CourseRecord
from ryg_app.domain.errors import FolderInUseError, FolderUnusableError, NotSavedError, NotSavedReason
from ryg_app.domain.preferences import Preferences
from tests.integration.store_torture import (
    FaultyDisk,
    PowerCutError,
    day_with,
    faulty,
    no_plans,
    opened,
    snapshot,
)
from tests.integration.test_store_repositories import UNDER_WAY, parse_small_plan, plan_file

if TYPE_CHECKING:
    from collections.abc import Iterator


def data_folder(path: Path) -> DataFolder:
    return DataFolder(path, partial(is_good_file, parse_plan=parse_small_plan))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    made = data_folder(tmp_path / "RygApp")
    made.prepare()
    made.lock.acquire()
    yield made
    made.lock.release()


def fill(folder: Path) -> None:
    """Make the program leave behind everything it ever leaves behind."""
    opened(folder).course.save(CourseRecord())
    steps = MIGRATIONS["course"].steps
    newer = {**MIGRATIONS, "course": Migrations((*steps, Migration(len(steps) + 2, lambda tables: tables)))}
    store = open_store(folder, parse_small_plan, migrations=newer)
    for note in ("første", "anden"):
        store.days.save(day_with(note))
        store.course.save(CourseRecord())
        store.preferences.save(Preferences(region=note))
        store.open_session.save(UNDER_WAY)
    store.plans.put(plan_file(1))
    (folder / "log-2026.json").write_bytes(b"garbage")
    opened(folder).days.every()
    for leftover in ("log-2026.json.tmp", "log-2026.json.bak.tmp", "ryg-app.log.1"):
        (folder / leftover).write_bytes(b"left")


def test_the_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "RygApp"
    data_folder(path).prepare()
    assert path.stat().st_mode & 0o777 == 0o700
    assert list(path.iterdir()) == []


def test_an_empty_folder_is_closed_to_others_and_a_used_one_left_as_it_is(tmp_path: Path) -> None:
    empty, used = tmp_path / "empty", tmp_path / "used"
    for path in (empty, used):
        path.mkdir(mode=0o755)
    (used / "letter.odt").touch()
    for path in (empty, used):
        data_folder(path).prepare()
    assert empty.stat().st_mode & 0o777 == 0o700
    assert used.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_is_a_file_is_unusable(tmp_path: Path) -> None:
    (tmp_path / "RygApp").write_text("not a folder")
    for path in (tmp_path / "RygApp", tmp_path / "RygApp" / "deeper"):
        with pytest.raises(FolderUnusableError) as caught:
            data_folder(path).prepare()
        assert caught.value.folder == str(path)


def test_a_folder_that_cannot_be_written_is_noticed_at_once(tmp_path: Path) -> None:
    for nth in (1, 2, 3):
        with faulty(FaultyDisk(fails_at=nth)), pytest.raises(FolderUnusableError):
            data_folder(tmp_path).prepare()


def test_only_one_may_write(folder: DataFolder) -> None:
    with pytest.raises(FolderInUseError):
        data_folder(folder.path).lock.acquire()
    folder.lock.acquire()
    folder.lock.release()
    folder.lock.release()
    data_folder(folder.path).lock.acquire()


def test_the_lock_file_is_for_its_owner_alone(folder: DataFolder) -> None:
    assert (folder.path / "lock").stat().st_mode & 0o777 == 0o600


def test_a_lock_that_cannot_be_made_makes_the_folder_unusable(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    with pytest.raises(FolderUnusableError):
        data_folder(tmp_path).lock.acquire()


def test_erasing_leaves_nothing(folder: DataFolder) -> None:
    fill(folder.path)
    assert len(list(folder.path.rglob("*"))) > 15
    folder.erase()
    assert not folder.path.exists()
    assert not folder.lock.held


def test_erasing_closes_the_log_file_so_that_it_does_not_come_back(folder: DataFolder) -> None:
    logger = logging.getLogger("ryg_app.test")
    handler = logging.FileHandler(folder.path / "ryg-app.log")
    logger.addHandler(handler)
    logger.warning("something happened")
    folder.erase()
    logger.propagate = False
    logger.warning("something else happened")
    logger.propagate = True
    assert handler not in logger.handlers
    assert not folder.path.exists()


def test_erasing_leaves_what_others_put_there(folder: DataFolder) -> None:
    fill(folder.path)
    foreign = ["letter.odt", "plans/holiday.txt", "settings.json.old", "log-book.json"]
    for name in foreign:
        (folder.path / name).write_text("mine")
    folder.erase()
    left = [path.relative_to(folder.path).as_posix() for path in folder.path.rglob("*") if path.is_file()]
    assert sorted(left) == sorted(foreign)


def test_erasing_takes_recordings_of_ones_own_with_it(folder: DataFolder) -> None:
    fill(folder.path)
    for language in ("da", "en"):
        (folder.path / "voice" / language).mkdir(parents=True)
        (folder.path / "voice" / language / "side_left.wav").write_bytes(b"a voice")
    folder.erase()
    assert not folder.path.exists()


def test_erasing_leaves_other_files_beside_the_recordings(folder: DataFolder) -> None:
    (folder.path / "voice" / "da").mkdir(parents=True)
    foreign = ["voice/da/notes.txt", "voice/song.wav"]
    for name in [*foreign, "voice/da/hold.wav"]:
        (folder.path / name).write_text("mine")
    folder.erase()
    left = [path.relative_to(folder.path).as_posix() for path in folder.path.rglob("*") if path.is_file()]
    assert sorted(left) == sorted(foreign)


def test_after_erasing_the_folder_can_be_used_anew(folder: DataFolder) -> None:
    fill(folder.path)
    folder.erase()
    folder.prepare()
    folder.lock.acquire()
    assert opened(folder.path).days.every() == ()


def test_erasing_an_empty_or_missing_folder_is_no_error(tmp_path: Path, folder: DataFolder) -> None:
    folder.erase()
    data_folder(tmp_path / "never made").erase()


def test_what_cannot_be_erased_is_named_and_all_else_is_gone(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder.path)
    unlink = Path.unlink

    def refuse_one(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as in pathlib
        if path.name == "course.json":
            raise PermissionError(13, "held")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse_one)
    with pytest.raises(NotSavedError) as caught:
        folder.erase()
    assert caught.value.file_name == "course.json"
    assert caught.value.reason is NotSavedReason.READ_ONLY
    left = sorted(path.name for path in folder.path.rglob("*") if path.is_file())
    assert left == ["course.json", "lock"]
    assert folder.lock.held


def test_an_erasure_cut_short_never_brings_an_older_generation_back(tmp_path: Path) -> None:
    for nth in range(1, 30):
        path = tmp_path / str(nth)
        path.mkdir()
        fill(path)
        with contextlib.suppress(PowerCutError), faulty(FaultyDisk(fails_at=nth, fails_with=None)):
            data_folder(path).erase()
        alone = [found for found in path.glob("*.bak") if not found.with_suffix("").exists()]
        assert [found.name for found in alone] in ([], ["log-2026.json.bak"]), (
            "its damaged file was set aside"
        )
    assert not path.exists()


def test_health_tells_of_each_file_and_changes_none(folder: DataFolder) -> None:
    fill(folder.path)
    opened(folder.path).days.save(day_with("tredje"))
    (folder.path / "settings.json").write_bytes(b"garbage")
    (folder.path / "open.json.bak").unlink()
    before = snapshot(folder.path)
    assert folder.health() == (
        FileState("course.json", good=True, previous_good=True),
        FileState("log-2026.json", good=True, previous_good=True),
        FileState("open.json", good=True, previous_good=False),
        FileState("settings.json", good=False, previous_good=True),
        FileState(f"plans/{plan_file(1).plan.plan_id}-r1.rygplan", good=True, previous_good=False),
    )
    assert snapshot(folder.path) == before


def test_a_folder_that_was_never_made_has_no_files(tmp_path: Path) -> None:
    never = DataFolder(tmp_path / "never made", lambda path: is_good_file(path, no_plans))
    assert never.health() == ()
    assert never.path == tmp_path / "never made"


def test_the_data_has_a_place_of_its_own_by_default() -> None:
    assert default_data_folder().name == "RygApp"
