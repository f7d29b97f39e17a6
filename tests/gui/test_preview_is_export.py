"""What the window shows is what the export holds, seen at the same size."""

import io

import cv2
import numpy as np
import pytest
from made_pictures import profile
from PIL import Image, ImageCms
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from faceswap_gui.imaging import Photo, read_photo, rgb_to_lab, write_photo


@pytest.fixture(params=["8 bits, sRGB", "16 bits, Display P3"])
def detailed(request, tmp_path, target):
    """A target that is larger than the screen.

    As soft as lenses are: about how single pixels are made fewer no two programs agree.
    """
    pixels = cv2.resize(read_photo(target).pixels, (1400, 1640), interpolation=cv2.INTER_CUBIC)
    pixels = cv2.GaussianBlur(pixels, (0, 0), 1.5)
    photo = Photo(pixels=pixels)
    if request.param.startswith("16"):
        photo = Photo(pixels=pixels * np.uint16(257), icc=profile("Display P3"))
    write_photo(photo, photo.pixels, tmp_path / "target.png")
    return tmp_path / "target.png"


def shown(window):
    """Return what the canvas shows, (h, w, 3) uint8."""
    grabbed = window.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(grabbed.constBits(), np.uint8).reshape(grabbed.height(), -1)
    return rows[:, : 3 * grabbed.width()].reshape(grabbed.height(), -1, 3).copy()


def laid_there(pixels, view, shape):
    """Return the export as it lies in a view: the mean of what falls on each screen pixel."""
    finer = 4
    step = 1 / (finer * view.scale)
    start = [(0.5 / finer - corner) / view.scale - 0.5 for corner in (view.x, view.y)]
    matrix = np.array([[step, 0, start[0]], [0, step, start[1]]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = finer * shape[1], finer * shape[0]
    return cv2.resize(
        cv2.warpAffine(pixels, matrix, size, flags=flags),
        (shape[1], shape[0]),
        interpolation=cv2.INTER_AREA,
    )


def as_seen(path):
    """Return a file's colours in sRGB as another program shows them, (h, w, 3) uint8."""
    photo = read_photo(path)
    eight = np.rint(photo.pixels / (photo.white / 255)).astype(np.uint8)
    if photo.icc is None:
        return eight
    own = ImageCms.ImageCmsProfile(io.BytesIO(photo.icc))
    there = ImageCms.createProfile("sRGB")
    return np.asarray(ImageCms.profileToProfile(Image.fromarray(eight), own, there))


def test_the_preview_is_the_export_scaled(person, source, detailed, monkeypatch, tmp_path):
    window = person.window
    person.drop("sourcePane", source)
    person.drop("targetPane", detailed)
    person.until(lambda: window.studio.rendered and not window.studio.rendered.is_draft)
    preview, view = shown(window), window.canvas.view
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "out.png"), "")
    )
    window.actions_by_name["actionExport"].trigger()
    assert "Exported" in person.until_told()

    laid = laid_there(as_seen(tmp_path / "out.png"), view, preview.shape)
    place = view.rectangle(QSizeF(1400, 1640)).toRect().adjusted(2, 2, -2, -2)
    inside = slice(place.top(), place.bottom()), slice(place.left(), place.right())
    labs = [rgb_to_lab(seen[inside].astype(np.float32) / 255) for seen in (preview, laid)]
    assert place.height() > 400
    assert np.linalg.norm(labs[0] - labs[1], axis=2).mean() <= 0.5
