"""Log files as the use cases see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ryg_app.domain.extract import KeptLog, LogExtract
    from ryg_app.domain.plan import PlanFile


@dataclass(frozen=True, slots=True)
class LogFiles:
    """Writes and reads logs; ``read_plan`` checks a parsed ``plan.json``, or raises `FileRefusedError`."""

    read_plan: Callable[[object], PlanFile]

    def compose(self, extract: LogExtract) -> bytes:
        """Return the bytes of a log file; the same log always gives the same."""
        from ryg_app.adapters.log_file.writer import write_log

        return write_log(extract)

    def read(self, path: Path) -> KeptLog:
        """Read and check a file, which is left as it is.

        Raises:
            FileRefusedError: It was not taken; every problem is named.
        """
        # The window opens without the schema of a file that is seldom read.
        from ryg_app.adapters.log_file.reader import read_log_file

        return read_log_file(path, self.read_plan)

    def parse(self, data: bytes, file_name: str) -> KeptLog:
        """Check a file's bytes.

        Raises:
            FileRefusedError: They were not taken; every problem is named.
        """
        from ryg_app.adapters.log_file.reader import read_log

        return read_log(data, file_name, self.read_plan)
