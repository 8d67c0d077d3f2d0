from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QImage, QPainter

PAINTING_CALLS = 200
NOISE = 20


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_painting_does_not_lose_references_to_none() -> None:
    """PySide6 6.12.0 loses one at every call and kills the process after some thousand: decision 0006."""
    canvas = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(canvas)
    before = sys.getrefcount(None)
    for _ in range(PAINTING_CALLS // 2):
        painter.save()
        painter.restore()
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < NOISE
