"""How much of an exercise: the three numbers everybody sets, and the rarer ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ryg_app.domain.plan_limits import Span
from ryg_app.ui.clinician.fields import NumberField
from ryg_app.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.dose import Dose, DoseRange
    from ryg_app.wording.catalogues import Words

USUAL = ("repetitions", "hold_s", "sessions_per_day")
RARER = ("sets", "out_s", "back_s", "rest_s", "set_rest_s")
# A movement that may be held for a moment at most is one that glides: no hold is offered.
SHORTEST_HOLD_OFFERED_S = 2


class DoseFields(QWidget):
    """`edited` carries the whole dose and the name of the field that was changed."""

    edited = Signal(object, str)

    def __init__(
        self,
        words: Words,
        title: str,
        names: tuple[str, ...],
        allowed: DoseRange,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dose: Dose | None = None
        self.fields: dict[str, NumberField] = {}
        captions = _captions(words)
        flow = FlowLayout(12, self)
        for name in names:
            span = allowed.fields[name]
            if name == "hold_s" and span.high < SHORTEST_HOLD_OFFERED_S:
                continue
            caption = captions[name]
            field = NumberField(
                words,
                caption,
                name,
                Span(span.low, span.high),
                unit="s" if name.endswith("_s") else "",
                name=f"{title}: {caption}",
            )
            field.edited.connect(partial(self._edited, name))
            self.fields[name] = field
            flow.addWidget(field)

    def show_dose(self, dose: Dose, where: str) -> None:
        """Show the numbers of a dose; `where` is its place in the plan."""
        self._dose = dose
        for name, field in self.fields.items():
            field.where = f"{where}.{name}"
            field.show_value(getattr(dose, name))

    def _edited(self, name: str, number: int) -> None:
        if self._dose is not None:
            self._dose = self._dose.with_number(name, number)
            self.edited.emit(self._dose, name)


def _captions(words: Words) -> Mapping[str, str]:
    _ = words.gettext
    return {
        "repetitions": _("Repetitions"),
        "hold_s": _("Hold"),
        "sessions_per_day": _("Times a day"),
        "sets": _("Sets"),
        "out_s": _("Moving out"),
        "back_s": _("Moving back"),
        "rest_s": _("Rest between repetitions"),
        "set_rest_s": _("Rest between sets"),
    }
