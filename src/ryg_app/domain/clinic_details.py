"""What a clinic's computer remembers from one plan to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.domain.plan_draft import PlanDraft


@dataclass(frozen=True, slots=True)
class ClinicDetails:
    """What every plan of the clinic says.

    Attributes:
        name: As patients know it.
        phone: As it is to be rung.
        logo: The name of the kept picture; it is printed, and no plan file holds it.
    """

    name: str = ""
    phone: str = ""
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft that was not finished, and when it was last worked on."""

    draft: PlanDraft
    kept_at: datetime
