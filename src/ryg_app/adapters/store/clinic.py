"""What a clinic's computer remembers: its name, the draft being worked on, and their pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ryg_app.adapters import disk
from ryg_app.adapters.store.database import Databases, OneDocument
from ryg_app.adapters.store.fields import members, moment, optional, text
from ryg_app.domain.clinic_details import ClinicDetails, KeptDraft
from ryg_app.domain.errors import DamagedFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ryg_app.adapters.store.fields import Document
    from ryg_app.domain.plan_draft import DraftLine, PlanDraft

CLINIC, DRAFT, PICTURES = "clinic", "draft", "pictures"
_NAME = re.compile(r"media/([0-9a-f]{64}\.(?:png|jpg|webp))")


class ClinicFiles:
    """The files of one clinic's folder.

    Args:
        folder: Where they are; whoever writes holds its lock.
        encode: Makes a document of a draft, without the bytes of its pictures.
        decode: Makes a draft of such a document, or raises ``ValueError``.
    """

    def __init__(
        self, folder: Path, encode: Callable[[PlanDraft], Document], decode: Callable[[object], PlanDraft]
    ) -> None:
        self._databases = Databases(folder, {}, read_only=False)
        self._details = OneDocument(self._databases.table(CLINIC, f"{CLINIC}.json", expendable=True))
        self._draft = OneDocument(self._databases.table(DRAFT, f"{DRAFT}.json", expendable=True))
        self._pictures = folder / PICTURES
        self._encode, self._decode = encode, decode

    def details(self) -> ClinicDetails:
        """Return what is remembered of the clinic.

        Raises:
            DamagedFileError: The file cannot be read.
        """
        return self._details.get(_decode_details) or ClinicDetails()

    def save_details(self, details: ClinicDetails) -> None:
        """Write it; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        self._details.put({"name": details.name, "phone": details.phone, "logo": details.logo})

    def draft(self) -> KeptDraft | None:
        """Return the draft that was kept, or ``None``; a picture that is gone leaves its exercise.

        Raises:
            DamagedFileError: The file cannot be read.
        """
        return self._draft.get(self._decode_kept)

    def save_draft(self, kept: KeptDraft) -> None:
        """Write it with its pictures; return only once they are durable.

        Raises:
            NotSavedError: The draft kept before still stands.
        """
        for name, data in kept.draft.pictures.items():
            self.save_picture(name, data)
        self._draft.put({"draft": self._encode(kept.draft), "kept_at": kept.kept_at.isoformat()})

    def clear_draft(self) -> None:
        """Forget the draft and every picture but the logo; return only once that is durable.

        Raises:
            NotSavedError: It still stands on disk.
        """
        self._draft.clear()
        logo = self.details().logo
        if self._pictures.is_dir():
            for path in self._pictures.iterdir():
                if f"media/{path.name}" != logo:
                    disk.remove_quietly(path)

    def picture(self, name: str) -> bytes:
        """Return a kept picture.

        Raises:
            DamagedFileError: It is gone.
        """
        try:
            return self._path_of(name).read_bytes()
        except OSError as error:
            raise DamagedFileError(name, str(error)) from error

    def save_picture(self, name: str, data: bytes) -> None:
        """Keep a picture under the name of its content; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        path = self._path_of(name)
        with disk.saving(path.name):
            if path.exists():
                return
            self._pictures.mkdir(mode=disk.PRIVATE_FOLDER, exist_ok=True)
            disk.write_whole(path, data, path.with_name(f"{path.name}.tmp"))

    def close(self) -> None:
        """Let go of every file; everything saved is durable already."""
        self._databases.close()

    def _decode_kept(self, document: object) -> KeptDraft:
        draft, kept_at = members(document, "draft", "kept_at")
        found = self._decode(draft)
        return KeptDraft(self._with_pictures(found), moment(kept_at))

    def _with_pictures(self, draft: PlanDraft) -> PlanDraft:
        found: dict[str, bytes] = {}
        for name in _names(draft):
            try:
                found[name] = self.picture(name)
            except DamagedFileError:
                continue
        return replace(draft, pictures=found, lines=tuple(_without_lost(draft, found)))

    def _path_of(self, name: str) -> Path:
        match = _NAME.fullmatch(name)
        if match is None:
            raise DamagedFileError(name, "not a name of ours")
        return self._pictures / match[1]


def _names(draft: PlanDraft) -> tuple[str, ...]:
    owns = [line.entry.own for line in draft.lines if line.entry.own is not None]
    return tuple(name for own in owns for name in own.pictures)


def _without_lost(draft: PlanDraft, found: Mapping[str, bytes]) -> Iterable[DraftLine]:
    for line in draft.lines:
        own = line.entry.own
        if own is None:
            yield line
        else:
            kept = replace(own, pictures=tuple(name for name in own.pictures if name in found))
            yield replace(line, entry=replace(line.entry, own=kept))


def _decode_details(document: object) -> ClinicDetails:
    name, phone, logo = members(document, "name", "phone", "logo")
    return ClinicDetails(text(name), text(phone), optional(text, logo))
