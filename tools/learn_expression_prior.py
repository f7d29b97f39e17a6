"""Make ``resources/expression_prior.npz``: how faces differ at rest, and how when they do not.

    python tools/learn_expression_prior.py ../shared/data/synthetic/train

The folder holds portraits, one a person; two minutes for a thousand. A face counts as at rest when
its lips are shut and their corners not raised above the middle of all shut mouths. What the other
kinds (shut but raised, open, wide open) vary more than those is their expression. Every face
counts a second time mirrored: no side of the face is special.
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.topology import mirrored_vertices
from faceswap_gui.imaging import read_photo
from faceswap_gui.reenactment.frame import in_own_frame

ROOT = Path(__file__).resolve().parent.parent
METRIC = np.array([1, 1, 0.1])
COMPONENTS = 30
NOISE = 0.01
"""The detector's own error, in eye distances per coefficient."""
WIDEST_YAW = 40.0
SHUT = 0.01
"""Widest gap between shut lips, in eye distances."""

Array = NDArray[np.float64]
UPPER, LOWER, CORNERS = 13, 14, (61, 291)


def faces_of(folder: Path) -> Array:
    """Return the faces (N, 468, 3) of a folder's pictures in the head's own frame, and mirrored."""
    analyser, faces = FaceAnalyser(), []
    for path in sorted(folder.glob("*.jpg")):
        for face in analyser.find(read_photo(path))[:1]:
            own, pose = in_own_frame(face.landmarks)
            if abs(np.degrees(np.arctan2(pose.rotation[0, 2], pose.rotation[2, 2]))) < WIDEST_YAW:
                faces.append(own)
    found = np.array(faces)
    return np.concatenate([found, found[:, mirrored_vertices()] * [-1, 1, 1]])


def kinds_of(faces: Array) -> list[NDArray[np.bool_]]:
    """Return which faces are at rest, shut but raised, open and wide open: four times (N,)."""
    gap = np.linalg.norm((faces[:, UPPER] - faces[:, LOWER])[:, :2], axis=1)
    middle = (faces[:, UPPER, 1] + faces[:, LOWER, 1]) / 2
    raised = middle - faces[:, CORNERS, 1].mean(axis=1)
    shut = gap < SHUT
    rest = shut & (raised <= np.median(raised[shut]))
    wide = gap > np.median(gap[~shut])
    return [rest, shut & ~rest, ~shut & ~wide, ~shut & wide]


def positive_part(matrix: Array) -> Array:
    """Return the nearest covariance to a symmetric matrix: no direction with negative variance."""
    values, vectors = np.linalg.eigh(matrix)
    return (vectors * np.maximum(values, 0)) @ vectors.T


def learn(faces: Array) -> dict[str, Array]:
    """Return the arrays of `faceswap_gui.reenactment.expression_prior.ExpressionPrior`."""
    kinds = kinds_of(faces)
    weighted = (faces * METRIC).reshape(len(faces), -1)
    mean = weighted[kinds[0]].mean(axis=0)
    basis = np.linalg.svd(weighted - mean, full_matrices=False)[2][:COMPONENTS]
    coefficients = (weighted - mean) @ basis.T
    at_rest = np.cov(coefficients[kinds[0]].T)
    spreads = [positive_part(np.cov(coefficients[kind].T) - at_rest) for kind in kinds[1:]]
    print("faces at rest, shut but raised, open, wide open:", *(kind.sum() for kind in kinds))
    return {
        "mean": mean.reshape(-1, 3) / METRIC,
        "basis": basis.reshape(COMPONENTS, -1, 3),
        "metric": METRIC,
        "identity": at_rest + NOISE**2 * np.eye(COMPONENTS),
        "shares": np.array([kind.mean() for kind in kinds]),
        "shifts": np.stack([coefficients[kind].mean(axis=0) for kind in kinds]),
        "spreads": np.stack([np.zeros_like(at_rest), *spreads]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="portraits, .jpg")
    parser.add_argument(
        "-o", "--output", type=Path, default=ROOT / "resources/expression_prior.npz"
    )
    options = parser.parse_args()
    arrays = learn(faces_of(options.folder))
    np.savez_compressed(options.output, **{k: np.float32(v) for k, v in arrays.items()})


if __name__ == "__main__":
    main()
