import itertools
from collections.abc import Sequence

import numpy as np
import pytest

from faceswap_gui.training.light import random_light
from faceswap_gui.training.portraits import Portrait
from faceswap_gui.training.shadows import cast_shadow
from faceswap_gui.training.tone import to_tone


@pytest.mark.parametrize("seed", range(12))
def test_one_field_does_the_same_to_two_people(portraits: Sequence[Portrait], seed: int) -> None:
    relief = portraits[0].relief()
    field = random_light(np.random.default_rng(seed), relief)
    flat_dark, flat_light = (np.full((64, 64, 3), value, np.float32) for value in (0.1, 0.2))
    dark, light = field.lay_over(flat_dark), field.lay_over(flat_light)
    assert dark.min() >= 0.0
    assert light.max() <= 1.0
    assert (light >= dark - 1e-6).all()
    plain = (light < 1.0) & (dark < 1.0) & (field.glint == 0.0)
    if field.saturation <= 1.0:
        expected = 2.0**field.contrast
        assert (light[plain] / dark[plain]) == pytest.approx(expected, rel=1e-3)


def test_fields_differ_and_light_varies_over_the_face(portraits: Sequence[Portrait]) -> None:
    relief = portraits[0].relief()
    gains = [random_light(np.random.default_rng(seed), relief).gain for seed in range(20)]
    spreads = [np.log(gain[relief.inside > 0]).std() for gain in gains]
    assert np.median(spreads) > 0.2
    assert all(np.abs(a - b).max() > 0.01 for a, b in itertools.pairwise(gains))


def test_shadows_darken_and_never_brighten(portraits: Sequence[Portrait]) -> None:
    relief = portraits[0].relief()
    shares = []
    for seed in range(30):
        gain = cast_shadow(
            np.random.default_rng(seed), relief.depth, relief.inside, relief.eye_distance
        ).mean(axis=-1)
        assert 0.0 < gain.min() <= gain.max() < 1.2
        shares.append((gain < 0.8).mean())
    assert 0.1 < np.mean(shares) < 0.9


def test_a_person_is_brought_to_a_tone_that_a_smooth_light_explains(
    portraits: Sequence[Portrait],
) -> None:
    portrait = portraits[0]
    normals = portrait.relief().normals
    region = portrait.region
    rng = np.random.default_rng(0)
    source = rng.uniform(0.1, 0.3, (64, 64, 3)).astype(np.float32)
    gain = np.exp(0.3 * normals[..., :1] - 0.2) * np.array([1.2, 1.0, 0.8], np.float32)
    target = (source * gain).astype(np.float32)
    toned = to_tone(source, target, normals, region)
    assert np.abs(toned - target)[region].mean() < 0.1 * np.abs(source - target)[region].mean()
