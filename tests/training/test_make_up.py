from collections.abc import Sequence

import numpy as np
import pytest

from faceswap_gui.faces.topology import skin_weight
from faceswap_gui.training import pairs
from faceswap_gui.training.make_up import made_up
from faceswap_gui.training.portraits import Portrait


def test_what_is_drawn_stays_inside_of_the_face_and_is_never_the_same(
    portraits: Sequence[Portrait],
) -> None:
    portrait = portraits[0]
    grey = np.full((*portrait.triangle.shape, 3), 0.4, np.float32)
    skin = portrait.spread(skin_weight()[:, None])[..., 0]
    faces = [
        made_up(np.random.default_rng(seed), grey, portrait.coordinates(), skin)
        for seed in range(12)
    ]
    changed = np.abs(np.stack(faces) - grey).max(axis=-1)
    far = ~portrait.region & (portrait.triangle < 0)
    assert np.median(changed[:, far]) == 0.0
    assert (changed[:, portrait.region].max(axis=-1) > 0.05).sum() >= 8
    assert not np.allclose(changed[0], changed[1])


def test_what_the_target_wears_is_not_in_the_answer(
    portraits: Sequence[Portrait], monkeypatch: pytest.MonkeyPatch
) -> None:
    def black(rng: object, linear: np.ndarray, *rest: object) -> np.ndarray:
        return np.zeros_like(linear)

    monkeypatch.setattr(pairs, "_noisy", lambda rng, image: image)
    monkeypatch.setattr(pairs, "MADE_UP", 1.0)
    monkeypatch.setattr(pairs, "made_up", black)
    batch = pairs.make_batch(portraits, 12, (7,), pairs.Mix(1.0, 0.0, 0.0))
    of_target, of_answer = (
        float((image * batch.region).sum() / batch.region.sum() / 3)
        for image in (batch.x_t, batch.answer)
    )
    assert of_target < 0.1  # what is left of the light is its glints
    assert of_answer > 0.2
