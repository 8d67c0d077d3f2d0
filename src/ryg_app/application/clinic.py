"""Everything a physiotherapist can do in *Behandler*, put together by ``bootstrap``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.application.app import App
    from ryg_app.application.handing_out import HandingOut
    from ryg_app.application.plan_making import PlanMaking
    from ryg_app.domain.clinic_details import ClinicDetails, KeptDraft


class ClinicStore(Protocol):
    """What a clinic's computer remembers."""

    def details(self) -> ClinicDetails:
        """Return what is remembered of the clinic.

        Raises:
            DamagedFileError: The file cannot be read.
        """

    def save_details(self, details: ClinicDetails) -> None:
        """Write it; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """

    def draft(self) -> KeptDraft | None:
        """Return the draft that was kept, or ``None``.

        Raises:
            DamagedFileError: The file cannot be read.
        """

    def save_draft(self, kept: KeptDraft) -> None:
        """Write it with its pictures; return only once they are durable.

        Raises:
            NotSavedError: The draft kept before still stands.
        """

    def clear_draft(self) -> None:
        """Forget it with its pictures; return only once that is durable.

        Raises:
            NotSavedError: It still stands on disk.
        """

    def picture(self, name: str) -> bytes:
        """Return a kept picture.

        Raises:
            DamagedFileError: It is gone.
        """

    def save_picture(self, name: str, data: bytes) -> None:
        """Keep a picture under the name of its content; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """


@dataclass(frozen=True, slots=True)
class ClinicApp:
    """The use cases of *Behandler*.

    Attributes:
        app: The program on the clinic's own folder, in which no patient has a diary: exercises, trials, look.
        plans: Making plans.
        handing_out: Giving them to a patient together with the program.
        close: Lets go of the folder; call it once, at the end.
    """

    app: App
    plans: PlanMaking
    handing_out: HandingOut
    close: Callable[[], None]
