from collections.abc import Sequence

import numpy as np
import pytest
import torch

from faceswap_gui.imaging import RATIO_OFFSET
from faceswap_gui.training import pairs
from faceswap_gui.training.pairs import make_batch, warp
from faceswap_gui.training.portraits import Portrait, skin_class


def test_the_same_seed_makes_the_same_pairs(portraits: Sequence[Portrait]) -> None:
    one, same, other = (make_batch(portraits, 3, seed) for seed in ((1, 5), (1, 5), (1, 6)))
    assert torch.equal(one.x_r, same.x_r)
    assert torch.equal(one.answer, same.answer)
    assert not torch.equal(one.x_r, other.x_r)


def test_a_warped_face_keeps_the_targets_surroundings(portraits: Sequence[Portrait]) -> None:
    a, b = portraits
    moved = warp(a, b) * 255.0
    outside = ~b.region
    assert moved[outside] == pytest.approx(b.image[outside], abs=1e-3)
    assert abs(moved[b.region] - b.image[b.region]).mean() > 10.0
    assert abs(warp(b, b) * 255.0 - b.image)[b.region].mean() < 2.0


def test_pairs_agree_outside_of_the_face(
    portraits: Sequence[Portrait], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "_noisy", lambda rng, image: image)
    batch = make_batch(portraits, 16, (2,))
    outside = 1.0 - batch.region
    assert float(((batch.x_r - batch.x_t) * outside).abs().max()) < 1e-5
    assert float(((batch.x_r - batch.x_t) * batch.region).abs().mean()) > 0.02
    assert 0.0 < float(batch.answered.mean()) < 1.0


def test_the_answer_is_the_source_in_the_targets_light_and_exact_for_oneself(
    portraits: Sequence[Portrait], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "_noisy", lambda rng, image: image)
    oneself = make_batch(portraits[:1], 16, (3,))
    exact = oneself.answered * oneself.region
    # One picture alone is warped onto itself, up to the resampling of the mesh.
    to_answer = float(((oneself.answer - oneself.x_t).abs() * exact).sum() / exact.sum())
    unlit = float(((oneself.x_r - oneself.x_t).abs() * exact).sum() / exact.sum())
    assert to_answer < 0.3 * unlit


def test_the_gain_turns_the_source_into_the_answer(
    portraits: Sequence[Portrait], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "_noisy", lambda rng, image: image)
    batch = make_batch(portraits, 8, (6,), pairs.ANSWERED)
    assert float(batch.answered.min()) == 1.0
    lit = (batch.x_r + RATIO_OFFSET) * batch.gain.exp() - RATIO_OFFSET
    assert float(((lit - batch.answer) * batch.region).abs().max()) < 1e-4
    assert float((batch.gain * (1 - batch.region)).abs().max()) == 0.0


def test_geometry_is_of_the_face_only(portraits: Sequence[Portrait]) -> None:
    batch = make_batch(portraits, 8, (4,))
    length = batch.normals.norm(dim=1, keepdim=True)
    face = length > 0.5
    assert torch.allclose(length[face], torch.ones(()), atol=1e-3)
    assert float(length[~face].abs().max()) == 0.0
    assert bool((face >= (batch.region > 0)).all())
    assert float(batch.normals[:, 2:][face].mean()) > 0.5
    assert 0.0 <= float(batch.coordinates.min()) <= float(batch.coordinates.max()) <= 1.0


def test_pairs_need_people() -> None:
    with pytest.raises(ValueError, match="portraits"):
        make_batch([], 2, (0,))


def test_rare_skins_are_drawn_as_often_as_common_ones_but_not_a_single_one_all_the_time() -> None:
    odds = pairs.balanced_odds([0] * 80 + [3] * 19 + [5])
    assert odds.sum() == pytest.approx(1)
    assert odds[:80].sum() == pytest.approx(odds[80:99].sum())
    assert odds[99] < odds[80:99].sum() / 4


def test_dark_skin_is_told_from_light_skin() -> None:
    inside = np.ones((16, 16), bool)
    light, dark = (
        np.broadcast_to(np.array(colour, np.uint8), (16, 16, 3))
        for colour in ((240, 215, 200), (75, 50, 38))
    )
    assert skin_class(light, inside) == 0
    assert skin_class(dark, inside) == 5
