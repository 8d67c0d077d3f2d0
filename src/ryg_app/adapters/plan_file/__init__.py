"""The ``.rygplan`` file: schema ``rygapp.plan/1``, described in docs/formats.md."""

from __future__ import annotations

from ryg_app.adapters.plan_file.drafts import draft_document, read_draft
from ryg_app.adapters.plan_file.files import CheckedPlanFiles
from ryg_app.adapters.plan_file.pictures import picture_name
from ryg_app.adapters.plan_file.reader import read_plan, read_plan_file
from ryg_app.adapters.plan_file.writer import write_plan

__all__ = [
    "CheckedPlanFiles",
    "draft_document",
    "picture_name",
    "read_draft",
    "read_plan",
    "read_plan_file",
    "write_plan",
]
