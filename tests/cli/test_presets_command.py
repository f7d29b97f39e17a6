"""A person begins with a preset on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from faceswap_command import Command

from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.presets import SUFFIX, Preset, Presets, write_preset


def test_the_presets_are_listed_with_the_persons_own(faceswap: Command, tmp_path: Path) -> None:
    Presets(tmp_path / "faceswap-gui" / "presets").save("Evening", Settings(light_radius=0.1))

    outcome = faceswap("presets", XDG_CONFIG_HOME=str(tmp_path))

    assert outcome.code == 0, outcome.err
    for name in ("Natural", "Strong light match", "Identity first", "Sketch", "Evening"):
        assert f"  {name} " in outcome.out


def test_a_swap_begins_with_the_preset_and_set_goes_on_top(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    write_preset(Preset("mine", Settings(feather=0.4, blend=0.5)), tmp_path / f"mine{SUFFIX}")
    words = ("swap", source_path, target_path, "-o", "o.png", "--preset", f"mine{SUFFIX}")

    outcome = faceswap(*words, "--set", "blend=0.7", "--report", "r.json")

    assert outcome.code == 0, outcome.err
    used = json.loads((tmp_path / "r.json").read_text())["settings"]
    assert used == Settings(feather=0.4, blend=0.7).values()


def test_a_preset_that_does_not_exist_or_is_damaged_is_refused(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    (tmp_path / f"broken{SUFFIX}").write_text("{")
    swap = ("swap", source_path, target_path, "-o", "out.png", "--preset")

    faceswap(*swap, "glamour").check_refused(2, "glamour", "Identity first")
    faceswap(*swap, f"broken{SUFFIX}").check_refused(3, "broken", "damaged")
    assert not (tmp_path / "out.png").exists()
