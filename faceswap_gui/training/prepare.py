"""From a folder of photographs to a cache of upright face crops with their landmarks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import FaceSwapError, InputError
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.crop import face_crop_matrix, similarity_scale, transform_points
from faceswap_gui.imaging import Photo, read_photo, to_working

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"}
_MANIFEST = "manifest.json"
_LANDMARKS = "landmarks.npz"
_QUALITY = 96


@attrs.frozen
class Prepared:
    """What a cache holds: crops of `size` pixels and, per picture left out, the reason."""

    folder: Path
    size: int
    names: tuple[str, ...]
    skipped: dict[str, str]

    def crop(self, index: int) -> NDArray[np.uint8]:
        """Return one crop, (size, size, 3) uint8 R,G,B.

        Raises:
            InputError: the cached file is gone or damaged.
        """
        path = self.folder / f"{index:06d}.jpg"
        image = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if image is None:
            raise InputError(f"{path} is missing or damaged; delete {self.folder} and train again")
        return np.ascontiguousarray(image[..., ::-1])

    def landmarks(self) -> NDArray[np.float32]:
        """Return (N, 478, 3) landmarks in crop pixels."""
        with np.load(self.folder / _LANDMARKS) as arrays:
            return np.asarray(arrays["landmarks"], np.float32)


def prepare(
    data: Path,
    folder: Path,
    size: int,
    *,
    analyser: FaceAnalyser | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Prepared:
    """Cut the largest face out of every picture under `data` into `folder`, or reuse the cache.

    A picture that cannot be read or shows no face is skipped and listed with the reason.

    Raises:
        InputError: `data` is no folder, holds no picture, or none of them shows a face.
    """
    pictures = _pictures(data)
    signature = [f"{path.relative_to(data)}:{path.stat().st_size}" for path in pictures]
    cached = _cached(folder, size, signature)
    if cached:
        return cached
    folder.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    landmarks: list[NDArray[np.float32]] = []
    skipped: dict[str, str] = {}
    analyser = analyser or FaceAnalyser()
    for done, path in enumerate(pictures):
        progress(done, len(pictures))
        name = str(path.relative_to(data))
        try:
            crop, points = face_crop(read_photo(path), size, analyser)
        except FaceSwapError as error:
            skipped[name] = str(error)
            continue
        quality = [cv2.IMWRITE_JPEG_QUALITY, _QUALITY]
        cv2.imwrite(str(folder / f"{len(names):06d}.jpg"), crop[..., ::-1], quality)
        names.append(name)
        landmarks.append(points)
    if not names:
        raise InputError(f"none of the {len(pictures)} pictures in {data} shows a face: {skipped}")
    np.savez(folder / _LANDMARKS, landmarks=np.stack(landmarks))
    facts = {"size": size, "signature": signature, "names": names, "skipped": skipped}
    # Written last: without it an interrupted preparation is no cache.
    (folder / _MANIFEST).write_text(json.dumps(facts, indent=1))
    return Prepared(folder, size, tuple(names), skipped)


def face_crop(
    photo: Photo, size: int, analyser: FaceAnalyser
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return the crop (size, size, 3) uint8 sRGB of the largest face and its (478, 3) landmarks.

    Raises:
        InputError: the photo shows no face.
    """
    faces = analyser.find(photo)
    if not faces:
        raise InputError("no face was found in it")
    matrix = face_crop_matrix(faces[0].landmarks, size)
    image = (to_working(photo.pixels, photo) * 255.0 + 0.5).astype(np.uint8)
    image, reduced = _reduced(image, matrix)
    crop = cv2.warpAffine(
        image, reduced, (size, size), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    return np.asarray(crop, np.uint8), transform_points(matrix, faces[0].landmarks)


def _reduced(
    image: NDArray[np.uint8], matrix: NDArray[np.float32]
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Shrink the picture by averaging to at most twice the crop's scale, against aliasing."""
    factor = int(0.5 / similarity_scale(matrix))
    if factor < 2:
        return image, matrix
    height, width = (length // factor * factor for length in image.shape[:2])
    small = cv2.resize(
        image[:height, :width], (width // factor, height // factor), interpolation=cv2.INTER_AREA
    )
    linear = matrix[:, :2] * factor
    offset = matrix[:, 2] + matrix[:, :2].sum(axis=1) * (factor - 1) / 2
    return np.asarray(small, np.uint8), np.column_stack([linear, offset]).astype(np.float32)


def _pictures(data: Path) -> list[Path]:
    if not data.is_dir():
        raise InputError(f"{data} is no folder; give the folder with the training photographs")
    found: Iterator[Path] = data.rglob("*")
    pictures = sorted(path for path in found if path.suffix.lower() in PICTURES)
    if not pictures:
        raise InputError(f"{data} holds no picture ({', '.join(sorted(PICTURES))})")
    return pictures


def _cached(folder: Path, size: int, signature: list[str]) -> Prepared | None:
    manifest = folder / _MANIFEST
    if not manifest.is_file():
        return None
    facts = json.loads(manifest.read_text())
    if facts["size"] != size or facts["signature"] != signature:
        return None
    return Prepared(folder, size, tuple(facts["names"]), facts["skipped"])
