"""``plan new FOLDER --from SETTINGS.csv``: a plan for every row, all of them or none."""

from __future__ import annotations

import contextlib
import uuid
from typing import TYPE_CHECKING

from ryg_app.cli.call import DONE
from ryg_app.cli.values import UsageError
from ryg_app.domain.errors import FileExistsAlreadyError, NotSavedError, NotSavedReason
from ryg_app.domain.plan_settings import plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ryg_app.cli.call import Call


def new_from_table(call: Call) -> int:
    """Make the plan files; those that exist are left alone, and then none is made."""
    wanted, _ = call.arguments, call.words.gettext
    if wanted.template or wanted.weeks or wanted.side:
        raise UsageError(_("With --from, template, weeks and side stand in the table."))
    files = _composed(call, wanted.out)
    for path in files:
        if path.exists():
            raise FileExistsAlreadyError(str(path))
    with _folder(wanted.out):
        call.tools().text_files.write_together(files)
    for path in files:
        call.say(_("Made: {file}").format(file=path))
    return DONE


def _composed(call: Call, folder: Path) -> dict[Path, bytes]:
    tools = call.tools()
    today, language = tools.clock.now().date(), call.words.language
    files: dict[Path, bytes] = {}
    for row in tools.plan_table(call.arguments.table):
        plan = plan_of(row, tools.templates[row.template], language, str(uuid.uuid4()), today)
        files[folder / row.file_name] = tools.plan_files.compose(plan, {})
    return files


@contextlib.contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Make the folder if it is not there, and take it away again when it stays empty."""
    made = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise NotSavedError(folder.name, NotSavedReason.NO_FOLDER, str(error)) from error
    try:
        yield
    except BaseException:
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
