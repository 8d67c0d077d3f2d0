"""The physiotherapist's pictures, read so that no file can take more than its share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"webp"})
LARGEST_SIDE_PX = 8000
LARGEST_MEGABYTES = 64


def picture(data: bytes, room: QSize) -> QImage | None:
    """Return a picture no larger than ``room``, or ``None`` when the bytes are not one we show."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    QImageReader.setAllocationLimit(LARGEST_MEGABYTES)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if reader.format().data() not in FORMATS or not size.isValid() or max(_sides(size)) > LARGEST_SIDE_PX:
        return None
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image


def _sides(size: QSize) -> Iterator[int]:
    yield size.width()
    yield size.height()
