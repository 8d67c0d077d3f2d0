"""What happens when something unexpected goes wrong: the log gets it, the patient gets a sentence."""

from __future__ import annotations

import faulthandler
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper
    from types import TracebackType

LOG_NAME = "ryg-app.log"
LARGEST_LOG_BYTES = 512 * 1024
KEPT_LOGS = 2

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _CrashLog(RotatingFileHandler):
    """A log that stays private, and keeps taking the traces of a crash, when it goes on in a new file."""

    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        Path(self.baseFilename).chmod(0o600)
        faulthandler.enable(stream)
        return stream


def start_log(folder: Path) -> logging.Handler:
    """Write the log of this run into the data folder, private like everything there; return its handler.

    Where the file cannot be written the run goes on without a log.
    """
    handler = _log_in(folder)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_log_qt)
    return handler


def _log_in(folder: Path) -> logging.Handler:
    path = folder / LOG_NAME
    try:
        return _CrashLog(path, maxBytes=LARGEST_LOG_BYTES, backupCount=KEPT_LOGS, encoding="utf-8")
    except OSError:
        return logging.NullHandler()


def stop_log(handler: logging.Handler) -> None:
    """Undo `start_log`."""
    qInstallMessageHandler(None)
    faulthandler.disable()
    logging.getLogger().removeHandler(handler)
    handler.close()


def on_unexpected(tell: Callable[[], None]) -> Callable[..., None]:
    """Log whatever nobody caught, and call `tell` for the first one; return the hook that was there."""
    before = sys.excepthook
    told = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal told
        logging.getLogger("ryg_app").error("unexpected", exc_info=(kind, error, trace))
        if not told and issubclass(kind, Exception):
            told = True
            tell()

    sys.excepthook = hook
    return before


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(LEVELS.get(kind, logging.WARNING), "%s", message)
