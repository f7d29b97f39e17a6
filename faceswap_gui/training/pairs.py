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

from faceswap_gui.faces.topology import MESH_POINTS
from faceswap_gui.imaging.colour import linear_to_srgb, srgb_to_linear
from faceswap_gui.training.light import random_light
from faceswap_gui.training.portraits import Portrait
from faceswap_gui.training.tone import to_tone

Array = NDArray[np.float32]

RELIT, SELF, REENACTED = 0.6, 0.12, 0.28
"""Shares of the families."""
RELIT_SOURCE = 0.15
"""Share of relit pairs whose source stands in a made light of its own."""


@attrs.frozen(eq=False)
class Batch:
    """Pairs as tensors (B, C, S, S); images sRGB 0..1.

    `answered` (B, 1, 1, 1) is 1 where `answer` is known; where it is not, `answer` is X_r.
    `region` (B, 1, S, S) is 1 where the source was warped to.
    """

    x_r: Tensor
    x_t: Tensor
    answer: Tensor
    answered: Tensor
    coordinates: Tensor
    normals: Tensor
    region: Tensor

    def to(self, device: torch.device) -> Batch:
        """Return the batch on a device."""
        return Batch(*(getattr(self, f.name).to(device) for f in attrs.fields(Batch)))


def make_batch(portraits: Sequence[Portrait], size: int, seed: Sequence[int]) -> Batch:
    """Return `size` pairs; the same `seed` numbers give the same pairs.

    Raises:
        ValueError: there are no portraits.

    """
    if not portraits:
        raise ValueError("pairs need portraits")
    odds = balanced_odds([portrait.skin_class for portrait in portraits])
    pairs = [_pair(portraits, odds, np.random.default_rng((*seed, k))) for k in range(size)]
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
    portraits: Sequence[Portrait], odds: NDArray[np.float64], rng: Generator
) -> dict[str, Array]:
    family = rng.choice(3, p=(RELIT, SELF, REENACTED))
    # An answer is only known as far as the two people's own light is flat.
    a, b = (_one_of(portraits, odds, rng, 3 if family == 0 else 1) for _ in range(2))
    if family == 1:
        a = b
    relief, region = b.relief(), b.region
    x_r, x_t = warp(a, b), b.image.astype(np.float32) / np.float32(255.0)
    answer = x_r
    if family != 2:
        source, target = srgb_to_linear(x_r), srgb_to_linear(x_t)
        field = random_light(rng, relief)
        toned = to_tone(source, target, relief.normals, region) if family == 0 else source
        answer = linear_to_srgb(field.lay_over(toned))
        x_t = linear_to_srgb(field.lay_over(target))
        if family == 1 or rng.random() < RELIT_SOURCE:
            x_r = linear_to_srgb(random_light(rng, relief).lay_over(source))
        # Outside of the face both are the target's photograph.
        x_r, answer = (np.where(region[..., None], x, x_t) for x in (x_r, answer))
    pair = {
        "x_r": _noisy(rng, x_r),
        "x_t": _noisy(rng, x_t),
        "answer": answer,
        "answered": np.full((1, 1, 1), float(family != 2)),
        "coordinates": b.coordinates(),
        "normals": relief.normals,
        "region": region[..., None],
    }
    return _flipped(pair) if rng.random() < 0.5 else pair


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
