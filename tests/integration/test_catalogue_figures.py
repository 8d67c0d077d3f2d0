from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from ryg_app.adapters.catalogue import load_exercises
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.exercise import Position
from ryg_app.domain.figure.motion import Guide, Shown
from tests.figures import FIGURES, figure
from tests.plans import ASSETS, exercises

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Figure = dict[str, Any]


def test_every_variant_of_the_catalogue_has_a_figure() -> None:
    found = {(e.exercise_id, v.name) for e in exercises().values() for v in e.variants.values() if v.figure}
    everything = {(e.exercise_id, v.name) for e in exercises().values() for v in e.variants.values()}
    assert found == everything == set(FIGURES)


def test_a_figure_is_read_as_it_is_written() -> None:
    seated = figure("sciatic_slider", "seated")
    assert seated.position is Position.SEATED
    assert seated.shows is Shown.NERVE
    assert seated.guides == (Guide.SHANK, Guide.GAZE)
    assert not seated.together
    assert [key.angles.knee for key in seated.keys] == [90, 20]
    assert [key.angles.grip for key in figure("knee_to_chest", "lying").keys] == [0, 1, 1]


def with_figure(tmp_path: Path, change: Callable[[Figure], None]) -> Path:
    shutil.copytree(ASSETS / "exercises", tmp_path / "exercises")
    path = tmp_path / "exercises" / "pelvic_tilt.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content["variants"]["lying"]["figure"])
    path.write_text(json.dumps(content), encoding="utf-8")
    return tmp_path


DAMAGES: dict[str, Callable[[Figure], object]] = {
    "an angle is missing": lambda fields: fields["poses"]["start"].pop("knee"),
    "a pose is missing": lambda fields: fields["poses"].pop("end"),
    "an unknown arrow": lambda fields: fields["guides"].append("elbow"),
    "unknown hands": lambda fields: fields["poses"]["end"].update(hands="on the shin"),
    "out of order": lambda fields: fields["order"].reverse(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_figure_names_the_file(tmp_path: Path, damage: str) -> None:
    def change(fields: Figure) -> None:
        DAMAGES[damage](fields)

    with pytest.raises(DamagedFileError) as caught:
        load_exercises(with_figure(tmp_path, change))
    assert caught.value.file_name == "pelvic_tilt.json"


def test_an_exercise_may_come_without_a_figure(tmp_path: Path) -> None:
    shutil.copytree(ASSETS / "exercises", tmp_path / "exercises")
    path = tmp_path / "exercises" / "pelvic_tilt.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["variants"]["lying"]["figure"]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert load_exercises(tmp_path)["pelvic_tilt"].variant(None).figure is None
