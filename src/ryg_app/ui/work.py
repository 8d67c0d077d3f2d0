"""Work that takes a while, done in pieces between which the window answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from ryg_app.domain.errors import RygAppError

if TYPE_CHECKING:
    from collections.abc import Generator

# Less than a frame at a time; the longest single piece may take a little more.
_PIECE_MS = 12


class Work(QObject):
    """Runs one generator from a zero timer; a second one takes the place of the first.

    `progressed` carries how much is done, 0 to 1, `done` what the generator returned, `refused` the
    error that ended it.
    """

    progressed = Signal(float)
    done = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Generator[float, None, object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether there is something left to do."""
        return self._pieces is not None

    def begin(self, pieces: Generator[float, None, object]) -> None:
        """Start on something; what was under way is let go."""
        self.cancel()
        self._pieces = pieces
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """Let go of what is under way; nothing is told."""
        self._timer.stop()
        if self._pieces is not None:
            self._pieces.close()
            self._pieces = None

    @Slot()
    def _go_on(self) -> None:
        pieces, spent, share = self._pieces, QElapsedTimer(), 0.0
        if pieces is None:
            return
        spent.start()
        try:
            while spent.elapsed() < _PIECE_MS:
                share = next(pieces)
        except StopIteration as end:
            self._end()
            self.done.emit(end.value)
        except RygAppError as error:
            self._end()
            self.refused.emit(error)
        except BaseException:
            # Asked again, the broken generator would say that it is done.
            self._end()
            raise
        else:
            self.progressed.emit(share)

    def _end(self) -> None:
        self._timer.stop()
        self._pieces = None
