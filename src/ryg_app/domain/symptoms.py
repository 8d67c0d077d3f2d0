"""On how many days something was noted, of the days on which it was answered: counted, not weighed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.diary import HeatCold, MorningLeg, SymptomChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ryg_app.domain.diary import Answers


class Symptom(StrEnum):
    """What a day is counted for.

    ``MORNING`` is a leg slightly or clearly worse than on other mornings; ``TINGLING`` and ``WEAKNESS`` are
    there at all, and ``…_MORE`` when the patient called them more than before.
    """

    MORNING = "morning"
    TINGLING = "tingling"
    TINGLING_MORE = "tingling_more"
    WEAKNESS = "weakness"
    WEAKNESS_MORE = "weakness_more"
    WOKEN = "woken"
    HEAT_COLD = "heat_cold"
    PAINKILLERS = "painkillers"


@dataclass(frozen=True, slots=True)
class NotedDays:
    """Days on which it was so, of the days on which it was answered."""

    noted: int
    answered: int


def noted_on(answers: Answers) -> dict[Symptom, bool]:
    """Return what a day says of each symptom; one that was not answered is left out."""
    said: dict[Symptom, bool] = {}
    if answers.morning is not None:
        said[Symptom.MORNING] = answers.morning is not MorningLeg.AS_USUAL
    for change, there, more in (
        (answers.tingling, Symptom.TINGLING, Symptom.TINGLING_MORE),
        (answers.weakness, Symptom.WEAKNESS, Symptom.WEAKNESS_MORE),
    ):
        if change is not None:
            said[there] = change is not SymptomChange.ABSENT
            said[more] = change is SymptomChange.MORE
    if answers.woken is not None:
        said[Symptom.WOKEN] = answers.woken
    if answers.heat_cold is not None:
        said[Symptom.HEAT_COLD] = answers.heat_cold is not HeatCold.NEITHER
    if answers.painkillers is not None:
        said[Symptom.PAINKILLERS] = answers.painkillers
    return said


def count_days(days: Iterable[Answers]) -> Mapping[Symptom, NotedDays]:
    """Return the days each symptom was noted on; one that was answered on none of them is left out."""
    noted: Counter[Symptom] = Counter()
    answered: Counter[Symptom] = Counter()
    for answers in days:
        for symptom, is_so in noted_on(answers).items():
            answered[symptom] += 1
            noted[symptom] += is_so
    return {symptom: NotedDays(noted[symptom], answered[symptom]) for symptom in Symptom if answered[symptom]}
