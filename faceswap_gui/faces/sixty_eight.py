"""The 68 points of the 300-W annotation on the mesh of 478.

Sagonas et al., "300 Faces in-the-Wild Challenge", ICCV Workshops 2013. Fifty-one of them name a
place on the face; the mesh is bent until those lie where they were found. The seventeen along the
jaw follow the outline that the camera sees, which is another line on the head for every pose, so
of them only the chin's is used.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.correction import moved_landmarks
from faceswap_gui.faces.edits import Move
from faceswap_gui.faces.face import eye_distance
from faceswap_gui.faces.topology import CHIN

# fmt: off
_INNER = (
    70, 63, 105, 66, 107, 336, 296, 334, 293, 300,          # 17-26 brows
    168, 197, 5, 4, 98, 97, 2, 326, 327,                    # 27-35 nose
    33, 160, 158, 133, 153, 144,                            # 36-41 right eye
    362, 385, 387, 263, 373, 380,                           # 42-47 left eye
    61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181,    # 48-59 outer lips
    78, 81, 13, 311, 308, 402, 14, 178,                     # 60-67 inner lips
)
# fmt: on
VERTICES: dict[int, int] = {8: CHIN} | {17 + k: vertex for k, vertex in enumerate(_INNER)}
"""By the number of the point, 0 to 67, the mesh's vertex at the same place; no other jaw point."""


def bent_to(
    landmarks: NDArray[np.float32], points: NDArray[np.float32], trust: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return landmarks (478, 3) bent smoothly until the mesh goes through the points.

    Depth and irises follow their surroundings.

    Args:
        landmarks: (478, 3), a mesh near the face.
        points: (68, 2) in the same pixels.
        trust: (68,) 0..1, how far the mesh goes towards each of them.
    """
    numbers = sorted(VERTICES)
    vertices = [VERTICES[number] for number in numbers]
    ways = (points[numbers] - landmarks[vertices, :2]) * trust[numbers, None]
    ways /= max(eye_distance(landmarks), 1e-6)
    moves = (
        Move(vertex, float(x), float(y)) for vertex, (x, y) in zip(vertices, ways, strict=True)
    )
    return moved_landmarks(landmarks, tuple(sorted(moves)))
