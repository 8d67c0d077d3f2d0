"""The file ``.rygbackup``: what is in it, and everything that is refused."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters.backup import archive
from ryg_app.adapters.folder import DataFolder
from ryg_app.domain.errors import BackupFault, BackupRefusedError, NewerFileError, NotSavedError
from tests.builders import at
from tests.plans import EXAMPLE_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MADE = at("2026-12-08 19:42")
FILES = {"course.json": b"{}", "log-2026.json": b"dage", "plans/abc-r1.rygplan": b"PK\x03\x04"}


def read(path: Path) -> dict[str, bytes]:
    _manifest, contents = archive.unpack(path, DataFolder.belongs)
    return dict(contents)


def manifest_of(kept: Mapping[str, bytes], /, **changes: Any) -> bytes:
    listed = [
        {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in kept.items()
    ]
    document = {"schema": "rygapp.backup/1", "made": MADE.isoformat(), "program": "0.1.0", "files": listed}
    return json.dumps({**document, **changes}).encode()


def zipped(path: Path, entries: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return path


def built(path: Path, kept: Mapping[str, bytes], /, **changes: Any) -> Path:
    entries = {"manifest.json": manifest_of(kept, **changes)}
    return zipped(path, {**entries, **{f"data/{name}": data for name, data in kept.items()}})


def fault_of(path: Path) -> BackupFault:
    with pytest.raises(BackupRefusedError) as caught:
        read(path)
    assert caught.value.file_name == path.name
    return caught.value.fault


def test_what_is_packed_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.rygbackup"
    path.write_bytes(archive.pack(FILES, MADE, "0.1.0"))
    manifest, contents = archive.unpack(path, DataFolder.belongs)
    assert (manifest.made, manifest.program) == (MADE, "0.1.0")
    assert dict(contents) == FILES


def test_it_is_a_plain_zip_whose_manifest_tells_of_every_file() -> None:
    with zipfile.ZipFile(io.BytesIO(archive.pack(FILES, MADE, "0.1.0"))) as made:
        document = json.loads(made.read("manifest.json"))
        assert made.namelist() == ["manifest.json", *(f"data/{name}" for name in FILES)]
    assert document["schema"] == "rygapp.backup/1"
    assert document["made"] == "2026-12-08T19:42:00+01:00"
    assert document["files"][1] == {
        "name": "log-2026.json",
        "bytes": 4,
        "sha256": hashlib.sha256(b"dage").hexdigest(),
    }


@given(files=st.dictionaries(st.sampled_from(sorted(FILES)), st.binary(max_size=200)))
def test_the_same_files_give_the_same_bytes(files: dict[str, bytes]) -> None:
    assert archive.pack(files, MADE, "1") == archive.pack(files, MADE, "1")


def test_a_backup_made_elsewhere_is_read_if_it_is_right(tmp_path: Path) -> None:
    assert read(built(tmp_path / "a.rygbackup", FILES)) == FILES


def test_a_file_that_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "none.rygbackup") is BackupFault.NOT_FOUND


def test_a_folder_in_its_place_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.rygbackup").mkdir()
    assert fault_of(tmp_path / "a.rygbackup") is BackupFault.UNREADABLE


@pytest.mark.parametrize("data", [b"", b"{}", b"not a zip at all", b"%PDF-1.7"])
def test_another_kind_of_file_is_told_apart(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.rygbackup"
    path.write_bytes(data)
    assert fault_of(path) is BackupFault.NOT_A_BACKUP


def test_another_archive_is_told_apart(tmp_path: Path) -> None:
    assert fault_of(zipped(tmp_path / "a.rygbackup", {"plan.json": b"{}"})) is BackupFault.NOT_A_BACKUP
    assert fault_of(EXAMPLE_FILE) is BackupFault.NOT_A_BACKUP


@pytest.mark.parametrize(
    "changes",
    [
        {"schema": "rygapp.plan/1"},
        {"schema": "rygapp.backup/0"},
        {"schema": "rygapp.backup/²"},
        {"schema": 1},
        {"made": "2026-12-08"},
        {"made": "yesterday"},
        {"made": None},
        {"files": None},
        {"files": [{"name": "course.json"}]},
        {"files": [{"name": "course.json", "bytes": -1, "sha256": ""}]},
        {"files": [{"name": "course.json", "bytes": 1, "sha256": ""}] * 2},
    ],
)
def test_a_manifest_of_another_shape_is_no_backup(tmp_path: Path, changes: dict[str, Any]) -> None:
    assert fault_of(built(tmp_path / "a.rygbackup", {}, **changes)) is BackupFault.NOT_A_BACKUP


def test_a_newer_one_says_what_made_it(tmp_path: Path) -> None:
    with pytest.raises(NewerFileError) as caught:
        read(built(tmp_path / "a.rygbackup", {}, schema="rygapp.backup/2", files="in some new way"))
    assert (caught.value.found, caught.value.known) == (2, 1)


@pytest.mark.parametrize(
    "name",
    [
        "../course.json",
        "/course.json",
        "backups/x.rygbackup",
        "lock",
        "course.json.bak",
        "plans/../a.rygplan",
    ],
)
def test_no_name_leads_out_of_the_folder_or_is_not_ours(tmp_path: Path, name: str) -> None:
    assert fault_of(built(tmp_path / "a.rygbackup", {name: b"x"})) is BackupFault.NOT_A_BACKUP


def test_every_byte_cut_from_the_end_is_noticed(tmp_path: Path) -> None:
    whole, path = archive.pack(FILES, MADE, "1"), tmp_path / "a.rygbackup"
    for length in range(4, len(whole)):
        path.write_bytes(whole[:length])
        assert fault_of(path) is BackupFault.DAMAGED, length


def test_a_changed_byte_never_gets_through(tmp_path: Path) -> None:
    whole, path = archive.pack({"course.json": b"what was said"}, MADE, "1"), tmp_path / "a.rygbackup"
    for position in range(len(whole)):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 0x15]) + whole[position + 1 :])
        try:
            assert read(path) == {"course.json": b"what was said"}, position
        except (BackupRefusedError, NewerFileError):
            continue


def test_contents_that_do_not_fit_their_checksum_are_damaged(tmp_path: Path) -> None:
    entries = {"manifest.json": manifest_of({"course.json": b"this"}), "data/course.json": b"that"}
    assert fault_of(zipped(tmp_path / "a.rygbackup", entries)) is BackupFault.DAMAGED


def test_more_or_fewer_files_than_the_manifest_says_are_damaged(tmp_path: Path) -> None:
    entries = {"manifest.json": manifest_of(FILES)}
    assert fault_of(zipped(tmp_path / "fewer.rygbackup", entries)) is BackupFault.DAMAGED
    entries = {"manifest.json": manifest_of({}), "data/course.json": b"{}"}
    assert fault_of(zipped(tmp_path / "more.rygbackup", entries)) is BackupFault.DAMAGED


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    path = tmp_path / "a.rygbackup"
    bomb = {"manifest.json": manifest_of({"course.json": b""}), "data/course.json": bytes(80_000_000)}
    assert fault_of(zipped(path, bomb)) is BackupFault.DAMAGED
    assert fault_of(zipped(path, {"manifest.json": bytes(80_000_000)})) is BackupFault.NOT_A_BACKUP


def test_a_length_that_lies_is_read_no_further_than_it_says(tmp_path: Path) -> None:
    files = {"course.json": b"a" * 1_000_000}
    path = built(tmp_path / "a.rygbackup", files, files=[{"name": "course.json", "bytes": 3, "sha256": ""}])
    assert fault_of(path) is BackupFault.DAMAGED


def test_a_directory_without_end_is_not_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.rygbackup", {f"data/{number}": b"" for number in range(2100)})
    assert fault_of(path) is BackupFault.NOT_A_BACKUP


def test_a_comment_or_a_zip64_record_is_refused(tmp_path: Path) -> None:
    whole, path = archive.pack(FILES, MADE, "1"), tmp_path / "a.rygbackup"
    path.write_bytes(whole[:-2] + struct.pack("<H", 3) + b"abc")
    assert fault_of(path) is BackupFault.DAMAGED
    path.write_bytes(whole[:-22] + b"PK\x06\x07" + bytes(16) + whole[-22:])
    assert fault_of(path) is BackupFault.DAMAGED


def test_other_compressions_links_and_passwords_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.rygbackup"
    entries = {"manifest.json": manifest_of({}), "data/course.json": b""}
    assert fault_of(zipped(path, entries, zipfile.ZIP_BZIP2)) is BackupFault.DAMAGED
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("manifest.json", manifest_of({"course.json": b"/etc/passwd"}))
        link = zipfile.ZipInfo("data/course.json")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        made.writestr(link, b"/etc/passwd")
    assert fault_of(path) is BackupFault.DAMAGED
    whole = bytearray(archive.pack({}, MADE, "1"))
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(whole)
    assert fault_of(path) is BackupFault.DAMAGED


def test_what_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(NotSavedError):
        archive.pack({"course.json": bytes(archive.MOST_ENTRY_BYTES + 1)}, MADE, "1")
