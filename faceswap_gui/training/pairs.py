"""Training pairs, made on the fly: A warped onto B, with and without a known answer.

Three families:

* *relit*: one light field laid over two people. X_t is B in the field, X_r is A on B's geometry in
  another light, the answer is A in the field, at B's tone. Nothing of B's face is worth copying.
* *self*: the same with A = B; the answer is exact.
* *reenacted*: two photographs as they are; no answer is known.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import cv2
import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.faces.topology import MESH_POINTS, skin_weight
from faceswap_gui.imaging import RATIO_OFFSET
from faceswap_gui.imaging.colour import linear_to_srgb, srgb_to_linear
from faceswap_gui.training.light import Relief, random_light
from faceswap_gui.training.make_up import made_up
from faceswap_gui.training.portraits import Portrait
from faceswap_gui.training.tone import to_tone

Array = NDArray[np.float32]


@attrs.frozen
class Mix:
    """Shares of the three families in a batch; they sum to 1."""

    relit: float
    own: float
    reenacted: float


ALL = Mix(0.6, 0.12, 0.28)
ANSWERED = Mix(0.85, 0.15, 0.0)
"""For the relighter, which learns from known answers alone."""
RELIT_SOURCE = 0.2
"""Share of relit pairs whose source stands in a made light of its own."""
FADED, MOST_FADED = 0.3, 0.35
"""Share of pairs in the flat light of a studio, and how much at most is left of the field there."""
MADE_UP = 0.5
"""Share of relit pairs whose target wears a drawn beard, brows or make-up."""
_STIRRED = 3 / 128
"""How far at most the target's features are moved, in sides of the crop (a standard deviation)."""


@attrs.frozen(eq=False)
class Batch:
    """Pairs as tensors (B, C, S, S); images sRGB 0..1.

    `answered` (B, 1, 1, 1) is 1 where `answer` is known; where it is not, `answer` is X_r.
    `gain` is what the light does to the source, log(answer + o) - log(X_r + o), o `RATIO_OFFSET`.
    `region` (B, 1, S, S) is 1 where the source was warped to.
    """

    x_r: Tensor
    x_t: Tensor
    answer: Tensor
    answered: Tensor
    gain: Tensor
    coordinates: Tensor
    normals: Tensor
    region: Tensor

    def to(self, device: torch.device) -> Batch:
        """Return the batch on a device."""
        return Batch(*(getattr(self, f.name).to(device) for f in attrs.fields(Batch)))


def make_batch(
    portraits: Sequence[Portrait], size: int, seed: Sequence[int], mix: Mix = ALL
) -> Batch:
    """Return `size` pairs; the same `seed` numbers give the same pairs.

    Raises:
        ValueError: there are no portraits.

    """
    if not portraits:
        raise ValueError("pairs need portraits")
    odds = balanced_odds([portrait.skin_class for portrait in portraits])
    pairs = [_pair(portraits, odds, mix, np.random.default_rng((*seed, k))) for k in range(size)]
    return Batch(*(_stack([pair[name] for pair in pairs]) for name in _names()))


def balanced_odds(classes: Sequence[int]) -> NDArray[np.float64]:
    """Return each portrait's odds (N,), with which every skin class is drawn about as often.

    A class of less than a twentieth of all is drawn less, or its few people would be learned
    by heart.
    """
    counts = np.bincount(classes)
    odds = 1 / np.maximum(counts, len(classes) / 20)[np.asarray(classes)]
    return np.asarray(odds / odds.sum(), np.float64)


def warp(a: Portrait, b: Portrait) -> Array:
    """Return A's face on B's geometry over B's picture: (S, S, 3) sRGB 0..1 float32.

    The inner mouth and everything outside of the mesh are B's.
    """
    place = b.spread(a.landmarks[:MESH_POINTS, :2])
    moved = cv2.remap(
        a.image, place[..., 0], place[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    warped = np.where(b.region[..., None], moved, b.image)
    return np.asarray(warped, np.float32) / np.float32(255.0)


def _pair(
    portraits: Sequence[Portrait], odds: NDArray[np.float64], mix: Mix, rng: Generator
) -> dict[str, Array]:
    family = rng.choice(3, p=attrs.astuple(mix))
    # An answer is only known as far as the two people's own light is flat.
    a, b = (_one_of(portraits, odds, rng, 3 if family == 0 else 1) for _ in range(2))
    if family == 1:
        a = b
    region, coordinates = b.region, b.coordinates()
    relief = b.relief() if family == 1 else b.relief_of(a)
    x_r = warp(a, b)
    x_t = b.image.astype(np.float32) / np.float32(255)
    answer = x_r
    if family != 2:
        worn = _stirred(rng, _worn(rng, b, x_t, coordinates)) if family == 0 else x_t
        x_r, x_t, answer = _lit(rng, b, relief, (x_r, x_t, worn), same=family == 1)
    gain = np.log(answer + RATIO_OFFSET) - np.log(x_r + RATIO_OFFSET)
    # Outside of the face both are the target's photograph.
    x_r, answer = (np.where(region[..., None], x, x_t) for x in (x_r, answer))
    pair = {
        "x_r": _noisy(rng, x_r),
        "x_t": _noisy(rng, x_t),
        "answer": answer,
        "answered": np.full((1, 1, 1), float(family != 2)),
        "gain": gain * region[..., None],
        "coordinates": coordinates,
        "normals": relief.normals,
        "region": region[..., None],
    }
    return _flipped(pair) if rng.random() < 0.5 else pair


def _lit(
    rng: Generator, b: Portrait, relief: Relief, images: tuple[Array, Array, Array], *, same: bool
) -> tuple[Array, Array, Array]:
    """Lay one light over both images; return X_r, sometimes in a light of its own, X_t, answer.

    The light falls on the target's own relief, and for the answer on the source's, which is the
    one that the networks are told. The answer takes its tone from the bare target: a drawn beard
    darkens no one else's chin.

    Args:
        rng: decides about the light.
        b: the target.
        relief: the source's, in the target's pose.
        images: source, bare target and target with what it wears, (S, S, 3) sRGB.
        same: whether source and target are one person.
    """
    source, bare, target = (srgb_to_linear(image) for image in images)
    theirs = relief if same else b.relief()
    seed, share = rng.integers(2**32), 1.0
    if rng.random() < FADED:
        share = rng.uniform(0.0, MOST_FADED)
    over_source, over_target = (
        random_light(np.random.default_rng(seed), shape).faded(share) for shape in (relief, theirs)
    )
    toned = source if same else to_tone(source, bare, theirs.normals, b.region)
    x_r = images[0]
    if same or rng.random() < RELIT_SOURCE:
        x_r = linear_to_srgb(random_light(rng, relief).lay_over(source))
    lit = linear_to_srgb(over_target.lay_over(target))
    return x_r, lit, linear_to_srgb(over_source.lay_over(toned))


def _worn(rng: Generator, b: Portrait, x_t: Array, coordinates: Array) -> Array:
    """Draw on some targets what is no light."""
    if rng.random() >= MADE_UP:
        return x_t
    skin = b.spread(skin_weight()[:, None])[..., 0]
    return linear_to_srgb(made_up(rng, srgb_to_linear(x_t), coordinates, skin))


def _stirred(rng: Generator, image: Array) -> Array:
    """Move the features smoothly: a face of other bones does not lie where the source's does."""
    side = image.shape[0]
    cells = int(rng.integers(3, 7))
    coarse = rng.normal(0.0, rng.uniform(0.0, _STIRRED) * side, (cells, cells, 2))
    moved = cv2.resize(coarse.astype(np.float32), (side, side), interpolation=cv2.INTER_CUBIC)
    y, x = np.mgrid[:side, :side].astype(np.float32)
    stirred = cv2.remap(
        image, x + moved[..., 0], y + moved[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    return np.asarray(stirred, np.float32)


def _one_of(
    portraits: Sequence[Portrait], odds: NDArray[np.float64], rng: Generator, candidates: int
) -> Portrait:
    """Return the most evenly lit of a few random portraits."""
    drawn = [portraits[int(k)] for k in rng.choice(len(portraits), candidates, p=odds)]
    return min(drawn, key=lambda portrait: portrait.unevenness)


def _noisy(rng: Generator, image: Array) -> Array:
    """Sometimes add a sensor's noise or compression, so that neither is taken for light."""
    if rng.random() < 0.4:
        noise = rng.normal(0.0, rng.uniform(0.0, 0.025), image.shape).astype(np.float32)
        image = np.asarray(np.clip(image + noise, 0.0, 1.0), np.float32)
    return _compressed(image, int(rng.integers(25, 95))) if rng.random() < 0.25 else image


def _compressed(image: Array, quality: int) -> Array:
    levels = np.rint(image * 255.0).astype(np.uint8)
    _, encoded = cv2.imencode(".jpg", levels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = cv2.imdecode(encoded, cv2.IMREAD_COLOR)
    return np.asarray(decoded, np.float32) / np.float32(255.0)


def _flipped(pair: dict[str, Array]) -> dict[str, Array]:
    mirrored = {name: value[:, ::-1] for name, value in pair.items()}
    mirrored["normals"] = mirrored["normals"] * np.array([-1, 1, 1], np.float32)
    across = mirrored["coordinates"]
    inside = (across.sum(axis=-1, keepdims=True) > 0) * np.array([1, 0, 0], np.float32)
    mirrored["coordinates"] = inside + across * np.array([-1, 1, 1], np.float32)
    return mirrored


def _names() -> list[str]:
    return [field.name for field in attrs.fields(Batch)]


def _stack(images: Sequence[Array]) -> Tensor:
    stacked = np.stack([image.transpose(2, 0, 1) for image in images]).astype(np.float32)
    return torch.from_numpy(stacked).contiguous(memory_format=torch.channels_last)
