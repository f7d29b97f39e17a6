import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest

from faceswap_gui.errors import InputError
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.topology import LEFT_EYE_OUTER, RIGHT_EYE_OUTER
from faceswap_gui.training.prepare import Prepared, prepare


def test_crops_are_upright_and_centred_on_the_face(prepared: Prepared) -> None:
    assert len(prepared.names) == 2
    for index, points in enumerate(prepared.landmarks()):
        assert prepared.crop(index).shape == (128, 128, 3)
        left, right = points[LEFT_EYE_OUTER], points[RIGHT_EYE_OUTER]
        assert left[1] == pytest.approx(right[1], abs=0.5)
        low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
        assert (low + high) / 2 == pytest.approx([63.5, 63.5], abs=0.5)
        assert (high - low).max() == pytest.approx(128 / 1.25, abs=0.5)


def test_pictures_without_a_face_are_skipped_and_said(
    photographs: Path, tmp_path: Path, analyser: FaceAnalyser
) -> None:
    data = tmp_path / "data"
    shutil.copytree(photographs, data)
    cv2.imwrite(str(data / "wall.png"), np.full((200, 200, 3), 120, np.uint8))
    (data / "broken.jpg").write_bytes(b"no picture at all")
    (data / "notes.txt").write_text("not a picture's name")
    prepared = prepare(data, tmp_path / "cache", 64, analyser=analyser)
    assert len(prepared.names) == 2
    assert set(prepared.skipped) == {"wall.png", "broken.jpg"}
    assert "no face" in prepared.skipped["wall.png"]


def test_the_cache_is_used_again_until_the_folder_changes(
    photographs: Path, tmp_path: Path, analyser: FaceAnalyser
) -> None:
    data, cache = tmp_path / "data", tmp_path / "cache"
    shutil.copytree(photographs, data)
    looked_at: list[int] = []

    def prepare_again() -> Prepared:
        looked_at.clear()
        return prepare(
            data, cache, 64, analyser=analyser, progress=lambda done, _: looked_at.append(done)
        )

    first = prepare_again()
    assert len(looked_at) == 2
    assert prepare_again() == first
    assert looked_at == []
    shutil.copy(data / first.names[0], data / "one_more.jpg")
    assert len(prepare_again().names) == 3


def test_a_folder_without_faces_or_pictures_is_an_error(
    tmp_path: Path, analyser: FaceAnalyser
) -> None:
    with pytest.raises(InputError, match="is no folder"):
        prepare(tmp_path / "nowhere", tmp_path / "cache", 64, analyser=analyser)
    data = tmp_path / "data"
    data.mkdir()
    with pytest.raises(InputError, match="holds no picture"):
        prepare(data, tmp_path / "cache", 64, analyser=analyser)
    cv2.imwrite(str(data / "wall.png"), np.full((200, 200, 3), 120, np.uint8))
    with pytest.raises(InputError, match="shows a face"):
        prepare(data, tmp_path / "cache", 64, analyser=analyser)
