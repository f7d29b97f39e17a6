"""Measure the matte's network on drawings over portraits that it has not learnt from.

    python tools/measure_matte.py PORTRAITS --covered tools/matte_covered.txt

Prints a table: for every kind of thing how much of it is found, how much of what is said to be
covered is so, and their intersection over union; last, how much of bare faces is called covered. In
two columns: as the target's matte reads the network's answers, and as the source's does.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from matte_pairs import OCCLUDERS, Draw, draw_over
from train_matte import face_crops, learnt_from

from faceswap_gui.faces.matte import ON_SOURCE, ON_TARGET, FaceMatte
from faceswap_gui.faces.matte_evidence import with_evidence

SEED = 11
_READINGS = (ON_TARGET, ON_SOURCE)


def counts_over(draws: list[Draw], crops: np.ndarray, points: np.ndarray, count: int) -> np.ndarray:
    """Sum px over `count` drawings: (readings, 4) found, missed, falsely covered, all."""
    matte, rng = FaceMatte(), np.random.default_rng(SEED)
    sums = np.zeros((len(_READINGS), 4))
    for _ in range(count):
        first, second = rng.choice(len(crops), 2, replace=False)
        portrait, other = (crops[i].astype(np.float32) / 255 for i in (first, second))
        picture, visible, counts = draw_over(portrait, points[first], other, draws, rng)
        seen, face = matte.look(picture), counts > 0.5
        said = [with_evidence(reading.of(seen), picture, face) for reading in _READINGS]
        sums += [_counted(answer, visible, face) for answer in said]
    return sums


def _counted(
    answer: np.ndarray, visible: np.ndarray, face: np.ndarray
) -> tuple[int, int, int, int]:
    said, true = (plane[face] < 0.5 for plane in (answer, visible))
    return (said & true).sum(), (~said & true).sum(), (said & ~true).sum(), face.sum()


def line_of(name: str, sums: np.ndarray) -> str:
    cells = [name]
    for found, missed, false, _ in sums:
        parts = (found / max(found + other, 1) for other in (missed, false, missed + false))
        cells.append(" ".join(f"{part:.2f}" for part in parts))
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("portraits", type=Path)
    parser.add_argument("--covered", type=Path, required=True)
    parser.add_argument("--drawings", type=int, default=100, help="of every kind")
    options = parser.parse_args()
    crops, points = face_crops(options.portraits, set(options.covered.read_text().split()))
    held_out = ~learnt_from(len(crops))
    crops, points = crops[held_out], points[held_out]
    print(f"{len(crops)} portraits\n| drawn | target: found right IoU | source |\n|---|---|---|")
    for draw in OCCLUDERS:
        sums = counts_over([draw], crops, points, options.drawings)
        print(line_of(draw.__name__.replace("_", " "), sums), flush=True)
    bare = counts_over([], crops, points, options.drawings)
    shares = " | ".join(f"{100 * row[2] / row[3]:.2f} %" for row in bare)
    print(f"| bare: falsely covered | {shares} |")


if __name__ == "__main__":
    main()
