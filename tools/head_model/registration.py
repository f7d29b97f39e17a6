"""Where the face mesh detector's 468 landmarks lie on MakeHuman's head.

The detector looks at untextured renderings of one head from several sides; every landmark is
lifted to the surface, and the mean over the views is brought back onto the surface. Lips are
looked at with an open mouth: on a closed one the two lips' inner edges are the same pixels.
"""

from itertools import product

import attrs
import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.attention_mesh import AttentionMesh
from faceswap_gui.faces.attention_network import CROP_SIZE
from faceswap_gui.faces.crop import (
    crop_image,
    face_crop_matrix,
    inverse_similarity,
    transform_points,
)
from faceswap_gui.faces.topology import MESH_POINTS

from .makehuman import Array, BaseMesh
from .rendering import View, render, rotation

SIZE = 640
LIPS = (
    *(61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185),
    *(76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 408, 304, 303, 302, 11, 72, 73, 74, 184),
    *(62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 407, 272, 271, 268, 12, 38, 41, 42, 183),
    *(78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191),
)
"""The lips' four rings, from the outer edge to the inner."""


class Detector:
    """The product's face mesh on a picture that shows one upright head, face in the middle."""

    def __init__(self) -> None:
        self._mesh = AttentionMesh()

    def __call__(self, picture: NDArray[np.uint8], rounds: int = 4) -> Array:
        """Return the landmarks (468, 3) in the picture's pixels, after `rounds` of re-cropping."""
        size = picture.shape[0]
        zoom = CROP_SIZE / (0.75 * size)
        offset = (CROP_SIZE - 1) / 2 - zoom * (size - 1) / 2
        matrix = np.float32([[zoom, 0, offset], [0, zoom, offset]])
        for _ in range(rounds):
            points, _ = self._mesh(crop_image(picture, matrix, CROP_SIZE))
            landmarks = transform_points(inverse_similarity(matrix), points)
            matrix = face_crop_matrix(landmarks, CROP_SIZE, 1.5)
        return np.float64(landmarks[:MESH_POINTS])


@attrs.frozen(eq=False)
class Head:
    """The triangles to show, their colours, and which are outer skin: not eye, not mouth."""

    triangles: NDArray[np.int32]
    colours: Array
    skin: NDArray[np.bool_]


def show(vertices: Array, head: Head, yaw: float, pitch: float) -> View:
    """Render a head, face centred, from the front or turned by degrees."""
    points = face_pixels(vertices, yaw, pitch)
    return render(points, head.triangles, head.colours, SIZE)


def face_pixels(vertices: Array, yaw: float, pitch: float) -> Array:
    """Return all vertices (V, 3) in the rendering's pixels: y down, smaller z nearer."""
    centre = np.array([0, 7.15, 0.8])
    turned = (vertices - centre) @ rotation(yaw, pitch).T
    return turned * [1, -1, -1] * (0.36 * SIZE) + SIZE / 2


def outer_head(base: BaseMesh, neutral: Array) -> Head:
    """Return the head's triangles; skin is what the closed face shows, and one ring more."""
    triangles = base.triangles("body", "helper-l-eye", "helper-r-eye")
    body = np.arange(len(triangles)) < len(base.groups["body"])
    near = neutral[triangles][..., 1].mean(1) > 4.8
    triangles, body = triangles[near], body[near]
    mouth = _inside_mouth(neutral[triangles].mean(1))
    colours = np.where(body[:, None], [0.85, 0.66, 0.56], [0.9, 0.9, 0.9])
    head = Head(triangles, colours, body)
    seen = np.zeros(len(triangles), bool)
    for yaw, pitch in product((-60, -30, 0, 30, 60), (-30, 0, 30)):
        index = show(neutral, head, yaw, pitch).triangle
        seen[index[index >= 0]] = True
    ring = np.zeros(len(neutral), bool)
    ring[triangles[seen & body & ~mouth]] = True
    skin = body & ~mouth & ring[triangles].any(1)
    colours[body & ~skin] = [0.25, 0.1, 0.1]
    return Head(triangles, colours, skin)


def _inside_mouth(centres: Array) -> NDArray[np.bool_]:
    """Tell which triangles line the mouth's cavity: behind the lips, in front of the throat."""
    x, y, z = centres.T
    return ((x / 0.4) ** 2 + ((y - 6.68) / 0.25) ** 2 < 1) & (z > 0.3) & (z < 1.22)


def register(
    detector: Detector, head: Head, neutral: Array, opened: Array, smiling: Array
) -> tuple[NDArray[np.int32], Array]:
    """Return each landmark's three vertices (468, 3) and its barycentric weights (468, 3).

    The skin is read off the neutral face, the lips' edges and insides off the open mouths, their
    outer rings off all three: how far down the detector sees the lower lip depends on the mouth.
    """
    shut, wide, smile = (
        _looks(detector, head, shape, opened) for shape in (neutral, opened, smiling)
    )
    open_mouths = (wide + smile) / 2
    points = shut.copy()
    points[list(LIPS[:40])] = ((shut + wide + smile) / 3)[list(LIPS[:40])]
    points[list(LIPS[40:])] = open_mouths[list(LIPS[40:])]
    return _nearest_on_surface(points, head, opened)


def _looks(detector: Detector, head: Head, shape: Array, reference: Array) -> Array:
    """Return the mean points (468, 3) on the reference of what is found from all sides."""
    views = [
        show(shape, head, yaw, pitch) for yaw, pitch in product((-15, -8, 0, 8, 15), (-10, 0, 10))
    ]
    return np.mean([_lift(view, head, reference, detector(view.picture)) for view in views], 0)


def _lift(view: View, head: Head, reference: Array, landmarks: Array) -> Array:
    """Return the landmarks' points (468, 3) on the reference, through the nearest skin pixel."""
    skin = (view.triangle >= 0) & head.skin[view.triangle]
    _, label = cv2.distanceTransformWithLabels(
        np.uint8(~skin), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    rows, columns = np.nonzero(skin)
    pixel = np.zeros(label.max() + 1, int)
    pixel[label[rows, columns]] = np.arange(len(rows))
    x, y = np.rint(landmarks[:, :2].T).astype(int).clip(0, SIZE - 1)
    best = pixel[label[y, x]]
    at = rows[best], columns[best]
    corners = reference[head.triangles[view.triangle[at]]]
    return np.einsum("nk,nkc->nc", view.barycentric[at], corners)


def _nearest_on_surface(
    points: Array, head: Head, reference: Array
) -> tuple[NDArray[np.int32], Array]:
    triangles = head.triangles[head.skin]
    corners = reference[triangles]
    near = np.linalg.norm(corners.mean(1)[None] - points[:, None], axis=2).argsort(1)[:, :16]
    vertices, weights = [], []
    for point, candidates in zip(points, near, strict=True):
        coordinates = [_closest(point, corners[k]) for k in candidates]
        gaps = [
            np.linalg.norm(w @ corners[k] - point)
            for w, k in zip(coordinates, candidates, strict=True)
        ]
        best = int(np.argmin(gaps))
        vertices.append(triangles[candidates[best]])
        weights.append(coordinates[best])
    return np.array(vertices, np.int32), np.array(weights)


def _closest(point: Array, corners: Array) -> Array:
    """Return the barycentric weights of the triangle's point nearest to `point`."""
    options = [np.eye(3)[k] for k in range(3)]
    for a, b in ((0, 1), (1, 2), (2, 0)):
        edge = corners[b] - corners[a]
        t = np.clip((point - corners[a]) @ edge / max(edge @ edge, 1e-18), 0, 1)
        options.append((1 - t) * np.eye(3)[a] + t * np.eye(3)[b])
    system = np.stack([corners[1] - corners[0], corners[2] - corners[0]], 1)
    uv = np.linalg.lstsq(system, point - corners[0], rcond=None)[0]
    if uv.min() >= 0 and uv.sum() <= 1:
        options.append(np.array([1 - uv.sum(), *uv]))
    return min(options, key=lambda w: float(np.linalg.norm(w @ corners - point)))
