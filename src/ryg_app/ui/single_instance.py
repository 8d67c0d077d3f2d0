"""One window at a time: a second start raises the first and hands it its file."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_MS = 2000
LONGEST_MESSAGE = 8192


def channel_name(folder: Path) -> str:
    """Return the name two starts on the same data folder agree on."""
    return "ryg-app-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]


def raise_first(folder: Path, file: Path | None) -> bool:
    """Ask the window that holds the folder to come forward with a file; tell whether it answered."""
    socket = QLocalSocket()
    socket.connectToServer(channel_name(folder))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write((os.fsencode(file.resolve()) if file else b"") + b"\n")
    heard = socket.waitForBytesWritten(PATIENCE_MS)
    socket.disconnectFromServer()
    return heard


class FirstInstance(QObject):
    """Listens for later starts; `raised` carries their file's path, or an empty text."""

    raised = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # A killed process leaves its socket behind; the folder's lock is ours, so nobody else listens there.
        QLocalServer.removeServer(channel_name(folder))
        self._server.listen(channel_name(folder))

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(self._on_message)
        socket.disconnected.connect(socket.deleteLater)
        # What came before anybody listened is not told of again.
        self._read(socket)

    @Slot()
    def _on_message(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            line = bytes(socket.readLine(LONGEST_MESSAGE).data())
            self.raised.emit(os.fsdecode(line.removesuffix(b"\n")))
