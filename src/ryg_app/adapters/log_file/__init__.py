"""The open log file ``.ryglog``: schema ``rygapp.log/1``, described in docs/formats.md."""

from __future__ import annotations

from ryg_app.adapters.log_file.files import LogFiles
from ryg_app.adapters.log_file.kept import LoggedCourse, LoggedDays, LoggedPlans

__all__ = ["LogFiles", "LoggedCourse", "LoggedDays", "LoggedPlans"]
