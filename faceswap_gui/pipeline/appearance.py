"""Run the networks on one pair: encode, map, decode, and measure what the mapping did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.compositing import appearance_change, light_edges
from faceswap_gui.networks.distance import sliced_wasserstein
from faceswap_gui.networks.gaussian_transport import carried
from faceswap_gui.networks.pixels import face_vectors
from faceswap_gui.networks.refinement import refine
from faceswap_gui.networks.weights import load_appearance
from faceswap_gui.pipeline.crops import Crops

SAMPLES = 2048
"""Pixels per level that distances are measured on."""
RATIO, FLOOR = 0.35, 1.5
"""The set condition: after ≤ RATIO × before, or ≤ FLOOR × the target's distance to itself."""


@attrs.frozen
class LevelDistance:
    """How far one level's features lie from the target's, before and after mapping.

    Sliced-Wasserstein distances over 256 fixed projections of the face's pixels.
    """

    level: int
    before: float
    after: float
    floor: float
    """Between two random halves of the target's own pixels: what no mapping can beat."""

    @property
    def ratio(self) -> float:
        """After over before; below 1 the mapping brought the features nearer."""
        return self.after / self.before if self.before > 0 else 0.0

    @property
    def limit(self) -> float:
        """The set condition: the largest distance after mapping that meets it."""
        return max(RATIO * self.before, FLOOR * self.floor)

    @property
    def holds(self) -> bool:
        """Whether the distance meets the set condition."""
        return self.after <= self.limit

    def as_dict(self) -> dict[str, float | int | bool]:
        """Return everything for the report."""
        derived = {"ratio": self.ratio, "limit": self.limit, "holds": self.holds}
        return {**attrs.asdict(self), **derived}


@attrs.frozen(eq=False)
class Encoded:
    """Features of one pair, tensors (1, C, s, s)."""

    crops: Crops
    features_r: tuple[Tensor, ...]
    features_t: tuple[Tensor, ...]
    reconstruction: NDArray[np.float32]
    """Y_rr, (S, S, 3)."""
    gain: NDArray[np.float32]
    """(S, S, 3), the relighter's log-gain of the target's light on X_r."""


class Appearance:
    """The trained appearance-transfer network on one device."""

    def __init__(self, weights: Path, device: torch.device) -> None:
        self._model = load_appearance(weights, device)
        self._model.eval()
        self.device = device

    @property
    def size(self) -> int:
        """Side in pixels of the crops that the networks were trained on."""
        return self._model.architecture.size

    @torch.inference_mode()
    def encode(self, crops: Crops) -> Encoded:
        """Encode X_r and X_t, reconstruct X_r, and read the target's light."""
        features = self._model.encode(torch.cat([crops.x_r, crops.x_t]))
        features_r = tuple(level[:1] for level in features)
        features_t = tuple(level[1:] for level in features)
        reconstruction = self._model.decode(features_r)
        gain = self._model.relight(crops.x_r, crops.x_t, crops.coordinates, crops.normals)
        return Encoded(crops, features_r, features_t, _image(reconstruction), _image(gain))

    @torch.inference_mode()
    def map(self, encoded: Encoded) -> tuple[Tensor, ...]:
        """Map the first M levels of X_r to the target's distribution."""
        crops = encoded.crops
        mapped = self._model.map(
            encoded.features_r, crops.x_r, crops.x_t, crops.coordinates, crops.normals
        )
        return _carried(mapped, encoded)

    def refined(
        self, encoded: Encoded, steps: int, each: Callable[[int], None]
    ) -> tuple[Tensor, ...]:
        """Map like `map`, by mappers that take `steps` more steps of training on this pair.

        `each` is told the number of every step before it is taken; it may raise to end the work.
        """
        crops = encoded.crops
        # What inference mode made cannot be learned from; its copies can.
        own, goal = ([x.clone() for x in of] for of in (encoded.features_r, encoded.features_t))
        mapped = refine(
            self._model,
            own,
            goal,
            (crops.x_r.clone(), crops.x_t.clone()),
            (crops.coordinates.clone(), crops.normals.clone()),
            crops.region.clone(),
            steps,
            each,
        )
        return _carried(mapped, encoded)

    @torch.inference_mode()
    def transport(
        self, encoded: Encoded, mapped: tuple[Tensor, ...], level: int
    ) -> NDArray[np.float32]:
        """Return how far mapping moves each pixel's features, (S, S, 1) in their spreads.

        Features are in units of their standard deviation over the target's face, and the length
        of the move is divided by the root of their number, so that levels can be compared.
        """
        own, new, goal = (of[level - 1] for of in (encoded.features_r, mapped, encoded.features_t))
        spread = face_vectors(goal, encoded.crops.region).std(dim=0).clamp_min(1e-3)
        moved = ((new - own) / spread[None, :, None, None]).square().mean(dim=1, keepdim=True)
        size = encoded.crops.skin.shape[:2]
        fine = torch.nn.functional.interpolate(moved.sqrt(), size, mode="bilinear")
        return _image(fine * encoded.crops.region)

    @torch.inference_mode()
    def decode(
        self,
        encoded: Encoded,
        mapped: tuple[Tensor, ...],
        strengths: tuple[float, ...],
        edges: float,
    ) -> NDArray[np.float32]:
        """Return the change of appearance, (S, S, 3) log-ratio.

        `strengths` are the mapped levels', `edges` that of the target's light edges, all 0..1.
        """
        mixed = self._model.mix(encoded.features_r, mapped, strengths)
        result = _image(self._model.decode(mixed))
        change = appearance_change(result, encoded.reconstruction, encoded.crops.skin)
        sharp = light_edges(encoded.gain, _image(encoded.crops.region), encoded.crops.skin)
        return change + np.float32(edges) * sharp

    @torch.inference_mode()
    def distances(
        self, encoded: Encoded, mapped: tuple[Tensor, ...], strengths: tuple[float, ...]
    ) -> list[LevelDistance]:
        """Measure every mapped level at the given strengths."""
        mixed = self._model.mix(encoded.features_r, mapped, strengths)
        levels = zip(encoded.features_r, mixed[: len(mapped)], encoded.features_t, strict=False)
        return [
            _distance(level, *(_sampled_vectors(features, encoded.crops.region) for features in of))
            for level, of in enumerate(levels, start=1)
        ]


@torch.inference_mode()
def _carried(mapped: tuple[Tensor, ...], encoded: Encoded) -> tuple[Tensor, ...]:
    """Let the exact Gaussian transport carry what the mappers left."""
    targets = encoded.features_t[: len(mapped)]
    return tuple(
        carried(level, target, encoded.crops.region)
        for level, target in zip(mapped, targets, strict=True)
    )


def _distance(level: int, own: Tensor, new: Tensor, goal: Tensor) -> LevelDistance:
    half = torch.randperm(len(goal), generator=torch.Generator().manual_seed(0))
    first, second = goal[half[: len(goal) // 2]], goal[half[len(goal) // 2 :]]
    return LevelDistance(
        level,
        sliced_wasserstein(own, goal),
        sliced_wasserstein(new, goal),
        sliced_wasserstein(first, second),
    )


def _sampled_vectors(features: Tensor, region: Tensor) -> Tensor:
    """Return (N, C) features of pixels in the face region, evenly thinned to `SAMPLES`."""
    pixels = face_vectors(features, region).cpu()
    step = max(1, len(pixels) // SAMPLES)
    return pixels[::step]


def _image(tensor: Tensor) -> NDArray[np.float32]:
    return np.ascontiguousarray(tensor[0].float().cpu().numpy().transpose(1, 2, 0))
