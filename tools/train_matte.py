"""Train the network that sees what lies in front of a face.

    python tools/train_matte.py PORTRAITS --covered tools/matte_covered.txt

PORTRAITS is a folder of portraits; the file names those whose face something covers, one name a
line: they are left out. Writes ``weights/matte.safetensors``. Half an hour on two cores.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import torch
from matte_pairs import make_pair
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from faceswap_gui.assets import weight
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.attention_mesh import WEIGHTS, load_network
from faceswap_gui.faces.bundled import filled
from faceswap_gui.faces.crop import face_crop_matrix, transform_points
from faceswap_gui.faces.matte_network import MAP_SIZE, MatteNetwork, trunk_features
from faceswap_gui.imaging import read_photo

SIZE = 192
SEED = 7
METADATA = {
    "name": "what lies in front of a face",
    "licence": "Apache-2.0",
    "data": "SFHQ, SFHQ-T2I (MIT, David Beniaguev), faker portraits (CC0); nobody in them exists",
    "method": "occluders drawn over uncovered faces; tools/train_matte.py",
    "seed": str(SEED),
}


def make_pairs(crops: np.ndarray, points: np.ndarray, count: int) -> tuple[np.ndarray, ...]:
    """Make `count` pairs: pictures (N, 192, 192, 3), visibility and region (N, 96, 96), uint8."""
    rng = np.random.default_rng(SEED)
    pictures = np.empty((count, SIZE, SIZE, 3), np.uint8)
    maps = np.empty((2, count, MAP_SIZE, MAP_SIZE), np.uint8)
    for index in range(count):
        first, second = rng.choice(len(crops), 2, replace=False)
        picture, other = (crops[i].astype(np.float32) / 255 for i in (first, second))
        pair, *planes = make_pair(picture, points[first], other, rng)
        pictures[index] = np.round(pair * 255)
        maps[:, index] = [np.round(small(plane) * 255) for plane in planes]
    return pictures, *maps


def batches(pairs: tuple[np.ndarray, ...], size: int) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Draw pairs for ever, half of them mirrored: (N, 3, 192, 192) and twice (N, 1, 96, 96)."""
    rng = np.random.default_rng(SEED)
    while True:
        chosen = rng.choice(len(pairs[0]), size, replace=False)
        mirrored = slice(None, None, -1 if rng.random() < 0.5 else 1)
        pictures, *maps = (
            torch.from_numpy(plane[chosen][:, :, mirrored].astype(np.float32) / 255)
            for plane in pairs
        )
        visible, region = (plane[:, None] for plane in maps)
        yield pictures.permute(0, 3, 1, 2), visible, region


def small(plane: np.ndarray) -> np.ndarray:
    return cv2.resize(plane, (MAP_SIZE, MAP_SIZE), interpolation=cv2.INTER_AREA)


def face_crops(folder: Path, covered: set[str]) -> tuple[np.ndarray, np.ndarray]:
    """Crop every uncovered face: (N, 192, 192, 3) uint8 and its landmarks (N, 478, 2)."""
    analyser, crops, points = FaceAnalyser(), [], []
    for path in sorted(folder.glob("*.jpg")):
        photo = read_photo(path)
        faces = [] if path.name in covered else analyser.find(photo)
        if not faces or faces[0].eye_distance < 40:
            continue
        matrix = face_crop_matrix(faces[0].landmarks, SIZE)
        shrink = 1 / float(np.hypot(*matrix[0, :2]))
        blurred = cv2.GaussianBlur(photo.pixels, (0, 0), max(0.42 * shrink, 0.1))
        crops.append(cv2.warpAffine(blurred, matrix, (SIZE, SIZE), borderMode=cv2.BORDER_REFLECT))
        points.append(transform_points(matrix, faces[0].landmarks)[:, :2])
    return np.stack(crops), np.stack(points)


def loss_of(logit: Tensor, visible: Tensor, region: Tensor) -> Tensor:
    """Cross-entropy in the face; to cover what is visible costs a little more than to miss."""
    each = functional.binary_cross_entropy_with_logits(logit, visible, reduction="none")
    importance = region * (1 + 0.25 * visible)
    return (each * importance).sum() / importance.sum()


def train(
    pairs: tuple[np.ndarray, ...], steps: int, batch: int, start: Path | None
) -> MatteNetwork:
    torch.manual_seed(SEED)
    trunk = load_network(weight(WEIGHTS)).to(memory_format=torch.channels_last)
    network = MatteNetwork() if start is None else filled(MatteNetwork(), start, "the matte's")
    network = network.to(memory_format=torch.channels_last).train().requires_grad_(True)
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps)
    mean = 0.0
    stream = zip(range(1, steps + 1), batches(pairs, batch), strict=False)
    for step, (crop, visible, region) in stream:
        with torch.no_grad():
            taps = trunk_features(trunk, crop)
        loss = loss_of(network(crop, taps), visible, region)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        mean += (loss.item() - mean) / min(step, 50)
        if step % 50 == 0:
            print(f"{step}/{steps} loss {mean:.4f}", flush=True)
    return network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("portraits", type=Path)
    parser.add_argument("--covered", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=6000)
    parser.add_argument("--steps", type=int, default=3500)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    default = Path(__file__).parents[1] / "weights" / "matte.safetensors"
    parser.add_argument("-o", "--output", type=Path, default=default)
    options = parser.parse_args()
    crops, points = face_crops(options.portraits, set(options.covered.read_text().split()))
    print(f"{len(crops)} uncovered faces")
    pairs = make_pairs(crops, points, options.pairs)
    network = train(pairs, options.steps, options.batch, options.start)
    state = {name: t.half().contiguous() for name, t in network.state_dict().items()}
    save_file(state, options.output, METADATA)
    options.output.chmod(0o644)  # safetensors keeps new files to their owner


if __name__ == "__main__":
    main()
