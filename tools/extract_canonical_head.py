"""Write ``resources/canonical_head.npz`` from MediaPipe's canonical face model.

Run once:  python tools/extract_canonical_head.py mediapipe-face_mesh-0.4.1657299874.tgz
The archive is what ``npm pack @mediapipe/face_mesh`` brings (Apache-2.0, Google).
"""

import struct
import sys
import tarfile
from pathlib import Path

import numpy as np

# Where the packed assets hold geometry_pipeline_metadata_landmarks.binarypb.
START, END = 3737848, 3757224
OUTPUT = Path(__file__).resolve().parent.parent / "resources" / "canonical_head.npz"


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7


def fields(data: bytes):
    """Yield (field number, value) of one protocol-buffer message."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = _varint(data, at)
        elif kind == 2:
            length, at = _varint(data, at)
            value, at = data[at : at + length], at + length
        elif kind == 5:
            value, at = struct.unpack_from("<f", data, at)[0], at + 4
        else:
            raise SystemExit(f"unexpected wire type {kind}")
        yield number, value


def main(archive: str) -> None:
    with tarfile.open(archive) as tar:
        packed = tar.extractfile("package/face_mesh_solution_packed_assets.data").read()
    mesh = b""
    weights = np.zeros(468, np.float32)
    for number, value in fields(packed[START:END]):
        if number == 1:
            mesh = value
        elif number == 2:
            basis = dict(fields(value))
            weights[basis.get(1, 0)] = basis.get(2, 0.0)
    vertices = np.array([v for n, v in fields(mesh) if n == 3], np.float32).reshape(-1, 5)
    triangles = np.array([v for n, v in fields(mesh) if n == 4], np.int32).reshape(-1, 3)
    OUTPUT.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        OUTPUT,
        vertices=vertices[:, :3],
        uv=vertices[:, 3:],
        triangles=triangles,
        procrustes_weights=weights,
    )
    print(
        f"{len(vertices)} vertices, {len(triangles)} triangles, {int((weights > 0).sum())} weighted"
    )


if __name__ == "__main__":
    main(sys.argv[1])
