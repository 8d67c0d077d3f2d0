from __future__ import annotations

import errno
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters import disk
from ryg_app.adapters.store import generation
from ryg_app.adapters.store.storage import AtomicStorage
from ryg_app.domain.errors import DamagedFileError, FolderUnusableError, NotSavedError, NotSavedReason
from tests.integration.store_torture import (
    FaultyDisk,
    PowerCutError,
    day_with,
    faulty,
    kept_in,
    opened,
    snapshot,
    take_step,
)

if TYPE_CHECKING:
    from pathlib import Path

OLDER = {"notes": {"1": {"text": "ældre"}}}
NEWER = {"notes": {"1": {"text": "nyere"}, "2": {"text": "∞"}}}


def notes_in(path: Path, *, read_only: bool = False) -> object:
    tables = AtomicStorage(path, read_only=read_only).read()
    return None if tables is None else {"notes": tables["notes"]}


def two_generations(folder: Path) -> Path:
    storage = AtomicStorage(folder / "notes.json")
    storage.write(OLDER)
    storage.write(NEWER)
    return folder / "notes.json"


def previous(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def test_a_store_that_never_saved_is_empty_and_leaves_no_file(tmp_path: Path) -> None:
    assert AtomicStorage(tmp_path / "notes.json").read() is None
    assert list(tmp_path.iterdir()) == []


def test_the_newest_generation_is_read_and_the_one_before_is_kept(tmp_path: Path) -> None:
    path = two_generations(tmp_path)
    assert notes_in(path) == NEWER
    assert notes_in(previous(path)) == OLDER
    assert sorted(file.name for file in tmp_path.iterdir()) == ["notes.json", "notes.json.bak"]


def test_the_file_is_a_header_line_and_json_with_a_schema_version(tmp_path: Path) -> None:
    head, body = two_generations(tmp_path).read_bytes().split(b"\n", 1)
    assert json.loads(head)["ryg_store"] == 1
    assert json.loads(body) == NEWER | {"_meta": {"1": {"schema": 1}}}


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    two_generations(tmp_path)
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "notes.json"
    link.symlink_to(tmp_path / "elsewhere" / "notes.json")
    AtomicStorage(link).write(OLDER)
    assert link.is_symlink()
    assert notes_in(tmp_path / "elsewhere" / "notes.json") == OLDER


def test_a_damaged_file_is_set_aside_and_the_previous_generation_opened(tmp_path: Path) -> None:
    path = two_generations(tmp_path)
    path.write_bytes(b"garbage")
    storage = AtomicStorage(path)
    tables = storage.read()
    assert tables is not None
    assert tables["notes"] == OLDER["notes"]
    assert storage.recovered
    assert (tmp_path / "notes.json.damaged-1").read_bytes() == b"garbage"


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path: Path) -> None:
    for content in (b"garbage", b"rubbish"):
        two_generations(tmp_path).write_bytes(content)
        AtomicStorage(tmp_path / "notes.json").read()
    assert (tmp_path / "notes.json.damaged-1").read_bytes() == b"garbage"
    assert (tmp_path / "notes.json.damaged-2").read_bytes() == b"rubbish"


def test_a_damaged_file_never_becomes_the_previous_generation(tmp_path: Path) -> None:
    path = two_generations(tmp_path)
    path.write_bytes(b"garbage")
    AtomicStorage(path).write(NEWER)
    assert (notes_in(path), notes_in(previous(path))) == (NEWER, OLDER)


def test_a_file_that_went_missing_is_recovered_too(tmp_path: Path) -> None:
    path = two_generations(tmp_path)
    path.unlink()
    storage = AtomicStorage(path)
    assert storage.read() is not None
    assert storage.recovered


def test_without_a_good_generation_the_damaged_file_is_named_and_stays(tmp_path: Path) -> None:
    path = two_generations(tmp_path)
    path.write_bytes(b"garbage")
    previous(path).write_bytes(b"")
    before = snapshot(tmp_path)
    with pytest.raises(DamagedFileError) as caught:
        AtomicStorage(path).read()
    assert caught.value.file_name == "notes.json"
    assert snapshot(tmp_path) == before


def test_every_single_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = two_generations(tmp_path)
    good = path.read_bytes()
    for position in range(len(good)):
        path.write_bytes(good[:position] + bytes([good[position] ^ 1]) + good[position + 1 :])
        assert notes_in(path, read_only=True) == OLDER


def test_every_shortened_file_is_noticed(tmp_path: Path) -> None:
    path = two_generations(tmp_path)
    good = path.read_bytes()
    for length in range(len(good)):
        path.write_bytes(good[:length])
        assert notes_in(path, read_only=True) == OLDER


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    start = draw(st.integers(0, len(good)))
    end = draw(st.integers(start, len(good)))
    return good[:start] + draw(st.binary(max_size=30)) + good[end:]


@given(st.data())
def test_damage_anywhere_ends_in_a_good_generation_or_in_an_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = two_generations(tmp_path_factory.mktemp("folder"))
    generations = {path: NEWER, previous(path): OLDER}
    good = []
    for file, notes in generations.items():
        before = file.read_bytes()
        file.write_bytes(data.draw(damaged(before)))
        good += [notes] if file.read_bytes() == before else []
    if good:
        assert notes_in(path) == good[0]
    else:
        with pytest.raises(DamagedFileError):
            notes_in(path)


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"5",
        b'{"notes": []}',
        b'{"notes": {"1": 5}}',
        b'{"notes": {"1": {}, "01": {}}}',
        b'{"notes": {"x": {}}}',
        b'{"notes": {"1": {"pain": NaN}}}',
        b'{"notes": {"1": {"pain": -Infinity}}}',
        b'{"notes": {"1": {"text": "\xff"}}}',
        b'{"notes": {}}',
        b'{"notes": {}, "_meta": {"1": {"schema": "1"}}}',
        b'{"notes": ' + b"[" * 100_000,
        b"\xef\xbb\xbf{}",
        b"",
    ],
)
def test_a_whole_file_of_the_wrong_shape_is_damaged(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(generation._header(body) + b"\n" + body)
    with pytest.raises(DamagedFileError):
        AtomicStorage(path).read()


@pytest.mark.parametrize(
    "tables",
    [
        {"notes": {"1": {"pain": float("nan")}}},
        {"notes": {"1": {"pain": float("inf")}}},
        {"notes": {"1": [], "2": {}}},
        {"notes": {"01": {}}},
        {"notes": []},
    ],
)
def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, tables: Any) -> None:
    path = two_generations(tmp_path)
    storage = AtomicStorage(path)
    with pytest.raises(ValueError, match=r"JSON compliant|numbered"):
        storage.write(tables)
    assert storage.read() == AtomicStorage(path).read()
    assert notes_in(path) == NEWER


def test_a_file_beyond_the_size_limit_is_neither_written_nor_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = two_generations(tmp_path)
    monkeypatch.setattr(generation, "LARGEST_FILE", 20)
    with pytest.raises(NotSavedError):
        AtomicStorage(path).write(NEWER)
    with pytest.raises(DamagedFileError):
        AtomicStorage(path).read()


def test_a_file_the_system_keeps_closed_is_not_taken_for_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = two_generations(tmp_path)

    def refused(_: Path) -> generation.Tables:
        raise PermissionError(errno.EACCES, "held by a scanner")

    monkeypatch.setattr(generation, "read", refused)
    before = snapshot(tmp_path)
    with pytest.raises(FolderUnusableError):
        AtomicStorage(path).read()
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (errno.ENOSPC, NotSavedReason.FULL),
        (errno.EDQUOT, NotSavedReason.FULL),
        (errno.EROFS, NotSavedReason.READ_ONLY),
        (errno.EACCES, NotSavedReason.READ_ONLY),
        (errno.EBUSY, NotSavedReason.BUSY),
        (errno.EIO, NotSavedReason.OTHER),
    ],
)
def test_a_refused_save_says_why_and_changes_nothing(
    tmp_path: Path, refusal: int, reason: NotSavedReason
) -> None:
    path = two_generations(tmp_path)
    storage = AtomicStorage(path)
    storage.read()
    before = path.read_bytes()
    with faulty(FaultyDisk(fails_at=1, fails_with=refusal)), pytest.raises(NotSavedError) as caught:
        storage.write(OLDER)
    assert (caught.value.file_name, caught.value.reason) == ("notes.json", reason)
    assert path.read_bytes() == before
    assert storage.read() == AtomicStorage(path).read()


def test_after_a_refused_save_the_next_one_works(tmp_path: Path) -> None:
    storage = AtomicStorage(two_generations(tmp_path))
    with faulty(FaultyDisk(fails_at=2)), pytest.raises(NotSavedError):
        storage.write(OLDER)
    storage.write(OLDER)
    assert notes_in(tmp_path / "notes.json") == OLDER


def test_a_disk_without_links_keeps_the_previous_generation_by_copying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links on FAT")

    monkeypatch.setattr("os.link", unsupported)
    path = two_generations(tmp_path)
    assert (notes_in(path), notes_in(previous(path))) == (NEWER, OLDER)


class HeldFile:
    """Stands for a file that Windows holds for a number of attempts."""

    def __init__(self, attempts: int, code: int) -> None:
        self.attempts, self.code, self.replaced = attempts, code, False

    def replace(self, _: object) -> None:
        self.attempts -= 1
        if self.attempts >= 0:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = self.code  # type: ignore[attr-defined]
            raise error
        self.replaced = True


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_held_for_a_moment_is_waited_for(code: int, tmp_path: Path) -> None:
    held, waits = HeldFile(3, code), list[float]()
    disk.replace_patiently(held, tmp_path, waits.append)  # type: ignore[arg-type]
    assert held.replaced
    assert len(waits) == 3


def test_a_file_held_for_good_is_given_up_after_two_seconds_at_most(tmp_path: Path) -> None:
    held, waits = HeldFile(1000, 32), list[float]()
    with pytest.raises(PermissionError) as caught:
        disk.replace_patiently(held, tmp_path, waits.append)  # type: ignore[arg-type]
    assert sum(waits) < 2
    assert disk.not_saved("course.json", caught.value).reason is NotSavedReason.BUSY


faults = st.builds(
    FaultyDisk,
    fails_at=st.integers(1, 16),
    fails_with=st.sampled_from([None, errno.ENOSPC, errno.EIO, errno.EACCES]),
)


@given(st.lists(st.tuples(st.integers(0, 200), st.none() | faults, st.booleans()), max_size=8))
def test_whatever_fails_nothing_acknowledged_is_lost(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, FaultyDisk | None, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("folder")
    store = opened(folder)
    kept = kept_in(store)
    for step, fault, reopen in steps:
        allowed = {kept.after(step)}
        try:
            with faulty(fault or FaultyDisk(fails_at=10_000)):
                take_step(store, step)
        except NotSavedError:
            allowed = {kept}
        except PowerCutError:
            allowed |= {kept}
            store = opened(folder)
        on_disk = kept_in(opened(folder, read_only=True))
        assert on_disk in allowed
        assert kept_in(store) == on_disk
        kept = on_disk
        store = opened(folder) if reopen else store
    assert opened(folder).recovered == ()


def test_the_faulty_disk_reaches_every_call_of_a_save(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.days.save(day_with("first"))
    with faulty(FaultyDisk(fails_at=1000)) as counted:
        store.days.save(day_with("second"))
    outcomes = list[str]()
    for nth in range(1, counted.calls + 1):
        with faulty(FaultyDisk(fails_at=nth, fails_with=errno.EIO)):
            try:
                store.days.save(day_with(f"{nth}"))
                outcomes.append("saved")
            except NotSavedError:
                outcomes.append("not saved")
    # Nothing fails after the commit point: only the folder is synced there.
    assert outcomes[:3] == ["not saved"] * 3
    assert outcomes[-2:] == ["saved"] * 2
    assert counted.calls == 9, outcomes
