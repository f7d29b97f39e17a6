"""Find every face in a photograph and measure its landmarks."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.attention_mesh import AttentionMesh
from faceswap_gui.faces.attention_network import CROP_SIZE
from faceswap_gui.faces.crop import crop_image, inverse_similarity, transform_points
from faceswap_gui.faces.detector import Detection, FaceDetector, overlap
from faceswap_gui.faces.edits import Box
from faceswap_gui.faces.face import Face, bounding_box
from faceswap_gui.faces.landmarker import Landmarker
from faceswap_gui.faces.mirrored import MirroredToo
from faceswap_gui.faces.pointed_out import candidates, cut_out, of_box, put_back, within
from faceswap_gui.faces.second_opinion import (
    belief,
    detection_view,
    landmark_view,
    largest_believed,
)
from faceswap_gui.imaging import Photo, analysis_image

ANALYSIS_SIDE = 2048
"""Longer side in pixels of the copy in which faces are looked for."""
_PRESENCE = 0.5
_DOUBTFUL_PRESENCE = 0.2  # where a person says that there is a face
_DOUBTED = 0.1  # score below which only one of two networks saw a face at all
_SOMETHING = 0.3  # score of a detection that may be of a full profile
_NO_DOUBT = 0.8  # a detection of this score is upright enough
_MOST_LOOKS, _MORE_LOOKS = 3, 2
_UPRIGHT = 0.1  # radians between two views that are as good as the same
_SAME_FACE = 0.5
_TILE = 640  # faces too small for the whole picture at 192 px are looked for in tiles of this side


class FaceAnalyser:
    """Detector and landmarker together: photographs in, faces out."""

    def __init__(self, landmarker: Landmarker | None = None) -> None:
        self._detector = FaceDetector()
        self._glance = landmarker or AttentionMesh()
        self._landmarker = MirroredToo(self._glance)

    def find(self, photo: Photo) -> list[Face]:
        """Return the faces of a photograph, the largest first; an empty list if there is none.

        The picture is searched as it is. If that leaves a doubt, it is also turned by 90, 180
        and 270 degrees and given a wide border (for faces that fill it), and the surest find comes
        first; then tiles (small faces) and finds that the detector is unsure of. What only one of
        two networks believes to be a face (`second_opinion`) is returned where there is no other.
        """
        image, scale = analysis_image(photo, ANALYSIS_SIDE)
        faces = self._best(image)
        return sorted((_rescaled(face, 1 / scale) for face in faces), key=lambda f: -f.size)

    def find_in(self, photo: Photo, box: Box) -> Face | None:
        """Return the face in a box that a person drew, even one that `find` would doubt."""
        part = cut_out(photo, box)
        image, scale = analysis_image(part.photo, ANALYSIS_SIDE)
        face = self._pointed_out(image, part.inner * scale)
        return put_back(_rescaled(face, 1 / scale), part.origin) if face else None

    def _best(self, image: NDArray[np.uint8]) -> list[Face]:
        doubted: list[Face] = []
        for detections in self._searches(image):
            faces = self._distinct(self._measure(image, detection) for detection in detections)
            sure = [face for face in faces if face.score >= _DOUBTED]
            if sure:
                return sure
            doubted = doubted or faces
        profile = self._profile(image)
        return [profile] if profile else doubted

    def _profile(self, image: NDArray[np.uint8]) -> Face | None:
        """Return the face that a wider search around the surest detection finds."""
        looks = (self._detector.detect(image, shrink=s, threshold=_SOMETHING) for s in (1, 0.5))
        found = sorted((d for look in looks for d in look), key=lambda d: -d.score)
        return self._believed(image, found[:1])

    def _believed(self, image: NDArray[np.uint8], detections: list[Detection]) -> Face | None:
        found = largest_believed(image, detections)
        if found is None:
            return None
        view, sure = found
        landmarks, presence = self._look(image, view, self._landmarker)
        return Face(bounding_box(landmarks), landmarks, min(presence, sure))

    def _pointed_out(self, image: NDArray[np.uint8], box: NDArray[np.float64]) -> Face | None:
        doubted = None
        for detection in candidates(self._detector, image, box):
            face = self._measure(image, detection, _DOUBTFUL_PRESENCE)
            if face and within(face, box):
                if face.score >= _DOUBTED:
                    return face
                doubted = doubted or face
        profile = self._believed(image, [of_box(box)])
        return profile if profile and within(profile, box) else doubted

    def _searches(self, image: NDArray[np.uint8]) -> Iterator[list[Detection]]:
        upright = self._detector.detect(image)
        if _certainty(upright) >= _NO_DOUBT:
            yield upright
        yield from self._in_turns(image)
        yield self._in_tiles(image)
        yield self._detector.detect(image, threshold=0.25)
        yield self._detector.detect(image, shrink=0.5, threshold=0.2)

    def _in_turns(self, image: NDArray[np.uint8]) -> list[list[Detection]]:
        """Return what is found in the picture turned and shrunk, the surest find first.

        An upside-down face is often found without turning, but hardly believed, and the mesh
        would lay an upright face into it.
        """
        finds = []
        for turns in range(4):
            turned = np.ascontiguousarray(np.rot90(image, turns))
            for shrink in (1.0, 0.5):
                found = self._detector.detect(turned, shrink=shrink)
                placed = [_turned_back(detection, turns, image) for detection in found]
                finds.append((_certainty(found), placed))
        return [placed for _, placed in sorted(finds, key=lambda find: -find[0])]

    def _in_tiles(self, image: NDArray[np.uint8]) -> list[Detection]:
        height, width = image.shape[:2]
        found = []
        for top in _starts(height):
            for left in _starts(width):
                tile = image[top : top + _TILE, left : left + _TILE]
                found += [_moved(d, left, top) for d in self._detector.detect(tile)]
        return found

    def _measure(
        self, image: NDArray[np.uint8], detection: Detection, least: float = _PRESENCE
    ) -> Face | None:
        """Return the face at a detection, looked at again until the view of it is upright."""
        matrix = detection_view(detection)
        # The first look is never the last: only the second is well centred.
        landmarks, _ = self._look(image, matrix, self._glance)
        for _ in range(_MOST_LOOKS):
            matrix, seen = landmark_view(landmarks), matrix
            landmarks, presence = self._look(image, matrix, self._landmarker)
            if _turn_between(seen, matrix) < _UPRIGHT:
                break
        if presence < least:
            return None
        face = self._centred(image, Face(bounding_box(landmarks), landmarks, presence), least)
        return attrs.evolve(face, score=min(face.score, belief(image, face.landmarks)))

    def _centred(self, image: NDArray[np.uint8], face: Face, least: float) -> Face:
        """Return the face as it is seen from views that its own landmarks are the middle of.

        Those come from looks both ways round, so that a mirrored picture is seen alike. A profile
        that is a face from one view only is taken as it was seen there.
        """
        for _ in range(_MORE_LOOKS):
            matrix = landmark_view(face.landmarks)
            landmarks, presence = self._look(image, matrix, self._landmarker)
            if presence < least:
                break
            face = Face(bounding_box(landmarks), landmarks, presence)
        return face

    @staticmethod
    def _look(
        image: NDArray[np.uint8], matrix: NDArray[np.float32], landmarker: Landmarker
    ) -> tuple[NDArray[np.float32], float]:
        crop = crop_image(image, matrix, CROP_SIZE)
        points, presence = landmarker(crop)
        return transform_points(inverse_similarity(matrix), points), presence

    @staticmethod
    def _distinct(faces: Iterator[Face | None]) -> list[Face]:
        kept: list[Face] = []
        for face in faces:
            if face and all(overlap(face.box, other.box) < _SAME_FACE for other in kept):
                kept.append(face)
        return kept


def _certainty(detections: list[Detection]) -> float:
    """Return how sure the best detection is, 0..1; the detector knows upright heads best."""
    return max((d.score * (0.5 + 0.5 * float(np.cos(d.roll))) for d in detections), default=0.0)


def _turn_between(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """Return the angle in radians between two similarities."""
    angles = (np.arctan2(matrix[1, 0], matrix[0, 0]) for matrix in (a, b))
    difference = next(angles) - next(angles)
    return float(abs((difference + np.pi) % (2 * np.pi) - np.pi))


def _starts(length: int) -> list[int]:
    """Return the first pixels of tiles that overlap by half and cover `length`."""
    last = max(0, length - _TILE)
    return sorted({*range(0, last, _TILE // 2), last})


def _moved(detection: Detection, x: float, y: float) -> Detection:
    (u, v) = detection.centre
    return Detection((u + x, v + y), detection.size, detection.roll, detection.score)


def _turned_back(detection: Detection, turns: int, image: NDArray[np.uint8]) -> Detection:
    """Bring a detection in ``np.rot90(image, turns)`` back into the picture itself."""
    (x, y), (height, width) = detection.centre, image.shape[:2]
    if turns == 1:
        x, y = width - 1 - y, x
    elif turns == 2:
        x, y = width - 1 - x, height - 1 - y
    elif turns == 3:
        x, y = y, height - 1 - x
    return Detection((x, y), detection.size, detection.roll + turns * np.pi / 2, detection.score)


def _rescaled(face: Face, factor: float) -> Face:
    """Bring a face from the analysis copy into the photograph's own pixels."""
    landmarks = face.landmarks * np.float32(factor)
    # Pixel centres are whole numbers, so the border of the picture is at -0.5.
    landmarks[:, :2] += np.float32((factor - 1) / 2)
    return Face(bounding_box(landmarks), landmarks, face.score)
