"""Pictures from the physiotherapist's computer: small enough to send, and nothing but the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from ryg_app.domain.errors import FileRefusedError, Problem, ProblemCode
from ryg_app.ui.pictures import picture

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = QSize(1600, 1600)
MOST_BYTES = 30_000_000
_QUALITY = 88
_ALLOWED = "png, jpg, webp"


def imported(path: Path) -> bytes:
    """Return the picture in a file as a JPEG of at most 1600 px, without place, time or camera of a photo.

    Raises:
        FileRefusedError: It cannot be read, is too large, or is not a picture we show.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refused(path, ProblemCode.TOO_LARGE, limit=MOST_BYTES)
        data = path.read_bytes()
    except OSError:
        raise _refused(path, ProblemCode.UNREADABLE) from None
    found = picture(data, LARGEST)
    if found is None:
        raise _refused(path, ProblemCode.PICTURE_KIND, found=path.name, allowed=_ALLOWED)
    return _as_jpeg(found)


def _as_jpeg(found: QImage) -> bytes:
    # Painted anew, because a picture that is read keeps what its file said beside it.
    plain = QImage(found.size(), QImage.Format.Format_RGB32)
    plain.fill(QColor("white"))
    painter = QPainter(plain)
    painter.drawImage(0, 0, found)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(plain)
    return bytes(buffer.data().data())


def _refused(path: Path, code: ProblemCode, **values: str | int) -> FileRefusedError:
    return FileRefusedError(path.name, (Problem(code, "", values),))
