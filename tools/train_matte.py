"""Train the network that sees what lies in front of a face.

    python tools/train_matte.py PORTRAITS --covered tools/matte_covered.txt

PORTRAITS is a folder of portraits; the file names those whose face something covers, one name a
line: they are left out, and so is every tenth, for ``tools/measure_matte.py``. Writes
``weights/matte.safetensors``. Forty minutes on one core; with ``--checkpoint FILE`` an interrupted
training goes on where it was.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch
from matte_layer import SIZE
from matte_pairs import BORDER, make_pair
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from faceswap_gui.assets import weight
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.attention_mesh import WEIGHTS, load_network
from faceswap_gui.faces.bundled import filled
from faceswap_gui.faces.crop import face_crop_matrix, transform_points
from faceswap_gui.faces.matte_network import MatteNetwork, trunk_features
from faceswap_gui.imaging import read_photo

SEED = 7
HELD_OUT = 10
"""One portrait in so many is not learnt from."""
EDGES_COUNT = 2.0
"""How much more a px counts within two px of an edge."""
_CHECKPOINT_EVERY = 200  # steps
METADATA = {
    "name": "what lies in front of a face",
    "licence": "Apache-2.0",
    "data": "SFHQ, SFHQ-T2I (MIT, David Beniaguev), faker portraits (CC0); nobody in them exists",
    "method": "occluders drawn over uncovered faces; tools/train_matte.py",
    "seed": str(SEED),
}


def make_pairs(
    crops: np.ndarray, points: np.ndarray, count: int, seed: int
) -> tuple[np.ndarray, ...]:
    """Make `count` pairs: pictures (N, 192, 192, 3), visibility and region (N, 192, 192), uint8."""
    rng = np.random.default_rng(seed)
    pictures = np.empty((count, SIZE, SIZE, 3), np.uint8)
    maps = np.empty((2, count, SIZE, SIZE), np.uint8)
    for index in range(count):
        first, second = rng.choice(len(crops), 2, replace=False)
        picture, other = (crops[i].astype(np.float32) / 255 for i in (first, second))
        pair, *planes = make_pair(picture, points[first], other, rng)
        pictures[index] = np.round(pair * 255)
        maps[:, index] = [np.round(plane * 255) for plane in planes]
    return pictures, *maps


def batch_of(pairs: tuple[np.ndarray, ...], size: int, step: int) -> tuple[Tensor, Tensor, Tensor]:
    """Draw a step's pairs, half of them mirrored: (N, 3, 192, 192), twice (N, 1, 192, 192)."""
    rng = np.random.default_rng((SEED, step))
    chosen = rng.choice(len(pairs[0]), size, replace=False)
    mirrored = slice(None, None, -1 if rng.random() < 0.5 else 1)
    pictures, *maps = (
        torch.from_numpy(plane[chosen][:, :, mirrored].astype(np.float32) / 255) for plane in pairs
    )
    visible, region = (plane[:, None] for plane in maps)
    return pictures.permute(0, 3, 1, 2), visible, region


def face_crops(folder: Path, covered: set[str]) -> tuple[np.ndarray, np.ndarray]:
    """Crop every uncovered face with its border: (N, 256, 256, 3) uint8, landmarks (N, 478, 2)."""
    analyser, crops, points = FaceAnalyser(), [], []
    wide = SIZE + 2 * BORDER
    for path in sorted(folder.glob("*.jpg")):
        photo = read_photo(path)
        faces = [] if path.name in covered else analyser.find(photo)
        if not faces or faces[0].eye_distance < 40:
            continue
        matrix = face_crop_matrix(faces[0].landmarks, SIZE)
        points.append(transform_points(matrix, faces[0].landmarks)[:, :2])
        shrink = 1 / float(np.hypot(*matrix[0, :2]))
        blurred = cv2.GaussianBlur(photo.pixels, (0, 0), max(0.42 * shrink, 0.1))
        matrix[:, 2] += BORDER
        crops.append(cv2.warpAffine(blurred, matrix, (wide, wide), borderMode=cv2.BORDER_REFLECT))
    return np.stack(crops), np.stack(points)


def learnt_from(count: int) -> np.ndarray:
    """(count,) of bool: which portraits are not held out."""
    return np.arange(count) % HELD_OUT != 0


def loss_of(logit: Tensor, visible: Tensor, region: Tensor) -> Tensor:
    """Cross-entropy in the face; to cover what is visible costs a little more than to miss.

    Edges count more, and with them all that is thin: rims and strands are few px among many.
    """
    each = functional.binary_cross_entropy_with_logits(logit, visible, reduction="none")
    highest, lowest = (
        functional.max_pool2d(sign * visible, 5, stride=1, padding=2) * sign for sign in (1, -1)
    )
    importance = region * (1 + 0.25 * visible) * (1 + EDGES_COUNT * (highest - lowest))
    return (each * importance).sum() / importance.sum()


class Training:
    """A network on its way, which a checkpoint can keep."""

    def __init__(self, steps: int, rate: float, start: Path | None) -> None:
        torch.manual_seed(SEED)
        network = MatteNetwork() if start is None else filled(MatteNetwork(), start, "the matte's")
        self.network = network.to(memory_format=torch.channels_last).train().requires_grad_(True)
        self.optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-3)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, rate, total_steps=steps)
        self.step = 0
        self._trunk = load_network(weight(WEIGHTS)).to(memory_format=torch.channels_last)

    def learn(self, crop: Tensor, visible: Tensor, region: Tensor) -> float:
        """Take one step and return the loss."""
        with torch.no_grad():
            taps = trunk_features(self._trunk, crop)
        loss = loss_of(self.network(crop, taps), visible, region)
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        return loss.item()

    def keep(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        parts = (self.network, self.optimiser, self.schedule)
        beside = path.with_suffix(".part")
        torch.save((self.step, [part.state_dict() for part in parts]), beside)
        beside.replace(path)

    def go_on_from(self, path: Path) -> None:
        """Read a checkpoint of the same training."""
        self.step, states = torch.load(path, weights_only=True)
        for part, state in zip((self.network, self.optimiser, self.schedule), states, strict=True):
            part.load_state_dict(state)


def train(
    training: Training, pairs: tuple[np.ndarray, ...], steps: int, batch: int, kept: Path | None
) -> None:
    mean = 0.0
    for step in range(training.step + 1, steps + 1):
        mean += (training.learn(*batch_of(pairs, batch, step)) - mean) / min(step, 50)
        if step % 50 == 0:
            print(f"{step}/{steps} loss {mean:.4f}", flush=True)
        if kept is not None and step % _CHECKPOINT_EVERY == 0:
            training.keep(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("portraits", type=Path)
    parser.add_argument("--covered", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=6000)
    parser.add_argument("--steps", type=int, default=3600)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=4e-3, help="of learning, at its highest")
    parser.add_argument("--seed", type=int, default=SEED, help="of the drawings")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--checkpoint", type=Path, help="kept on the way, and gone on from")
    default = Path(__file__).parents[1] / "weights" / "matte.safetensors"
    parser.add_argument("-o", "--output", type=Path, default=default)
    options = parser.parse_args()
    crops, points = face_crops(options.portraits, set(options.covered.read_text().split()))
    chosen = learnt_from(len(crops))
    print(f"{chosen.sum()} of {len(crops)} uncovered faces", flush=True)
    training = Training(options.steps, options.rate, options.start)
    if options.checkpoint is not None and options.checkpoint.exists():
        training.go_on_from(options.checkpoint)
    pairs = make_pairs(crops[chosen], points[chosen], options.pairs, options.seed)
    train(training, pairs, options.steps, options.batch, options.checkpoint)
    state = {name: t.half().contiguous() for name, t in training.network.state_dict().items()}
    save_file(state, options.output, METADATA)
    options.output.chmod(0o644)  # safetensors keeps new files to their owner


if __name__ == "__main__":
    main()
