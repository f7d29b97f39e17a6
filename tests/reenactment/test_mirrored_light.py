"""What one side of the face lends the other arrives in the other side's light."""

import numpy as np

from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import RATIO_OFFSET, photo_from_array
from faceswap_gui.reenactment.mirrored_light import mirrored_gain
from faceswap_gui.reenactment.texture import FaceTexture

SIZE = 200


def _face() -> Face:
    """A face as wide as the picture; only its extent matters here."""
    corners = np.array([[0, 0, 0], [SIZE - 1, SIZE - 1, 0]], np.float32)
    landmarks = np.tile(corners, (239, 1))
    return Face(box=(0, 0, SIZE, SIZE), landmarks=landmarks, score=1.0)


def test_a_temple_borrowed_from_the_bright_side_is_as_dark_as_its_new_place() -> None:
    picture = np.full((SIZE, SIZE, 3), 160, np.uint8)
    picture[:, : SIZE // 2] = 80  # lit from the right
    texture = FaceTexture(photo_from_array(picture), _face(), 1.0)
    y, x = np.mgrid[:SIZE, :SIZE].astype(np.float32)
    seen = np.ones_like(x)
    maps = np.stack([x, y, seen, SIZE - 1 - x, y, seen], axis=-1)
    both = seen.copy()
    both[: SIZE // 4, : SIZE // 2] = 0  # a lock of hair over the dark temple
    gain = mirrored_gain(texture, maps, both, eye_distance=60)
    lent = (160 / 255 + RATIO_OFFSET) * gain[10, 20] - RATIO_OFFSET
    assert np.abs(lent - 80 / 255).max() < 0.07


def test_an_evenly_lit_face_lends_its_colours_as_they_are() -> None:
    texture = FaceTexture(photo_from_array(np.full((SIZE, SIZE, 3), 120, np.uint8)), _face(), 1.0)
    y, x = np.mgrid[:SIZE, :SIZE].astype(np.float32)
    seen = np.ones_like(x)
    maps = np.stack([x, y, seen, SIZE - 1 - x, y, seen], axis=-1)
    assert np.abs(mirrored_gain(texture, maps, seen, eye_distance=60) - 1).max() < 0.001
