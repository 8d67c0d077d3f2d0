"""What a data folder holds, as a person would recognise it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.backup import BackupContents
from ryg_app.domain.errors import DamagedFileError

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.adapters.store import Store


def describe(store: Store, made: datetime, program: str) -> BackupContents:
    """Read everything in a store, and return what it amounts to.

    Raises:
        DamagedFileError: A file cannot be read; a plan that cannot is named in ``lost`` instead.
        NewerFileError: A newer version of the program wrote a file.
    """
    logs, adoptions = store.days.every(), store.course.get().adoptions
    store.preferences.get()
    store.open_session.get()
    plans: list[tuple[str, int]] = []
    lost: list[str] = []
    for plan_key in dict.fromkeys(adoption.plan_key for adoption in adoptions):
        try:
            plan = store.plans.get(*plan_key).plan
            plans.append((plan.title, plan.revision))
        except DamagedFileError as error:
            lost.append(error.file_name)
    first, last = (logs[0].day, logs[-1].day) if logs else (None, None)
    return BackupContents(made, program, first, last, len(logs), tuple(plans), tuple(lost))
