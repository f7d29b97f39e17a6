"""What the window shows is what the export holds, seen at the same size."""

import io

import cv2
import numpy as np
import pytest
from made_pictures import profile
from PIL import Image, ImageCms
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from faceswap_gui.imaging import Photo, read_photo, rgb_to_lab, write_photo


@pytest.fixture(params=["8 bits, sRGB", "16 bits, Display P3"])
def encoding(request):
    return request.param


@pytest.fixture
def detailed(encoding, tmp_path, target):
    """A target larger than the screen, with the finest grain: single pixels of any colour."""
    pixels = cv2.resize(read_photo(target).pixels, (1401, 1643), interpolation=cv2.INTER_CUBIC)
    grain = np.random.default_rng(1).normal(0, 12, pixels.shape)
    pixels = np.clip(np.rint(pixels + grain), 0, 255).astype(np.uint8)
    photo = Photo(pixels=pixels)
    if encoding.startswith("16"):
        photo = Photo(pixels=pixels * np.uint16(257), icc=profile("Display P3"))
    write_photo(photo, photo.pixels, tmp_path / "target.png")
    return tmp_path / "target.png"


def shown(canvas, ratio):
    """Return what the canvas shows on a screen of that many pixels a unit, (h, w, 3) uint8."""
    image = QImage(canvas.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    canvas.reductions.pending = True
    while canvas.reductions.pending:
        canvas.render(image)
    rows = np.frombuffer(image.constBits(), np.uint8)
    return rows.reshape(image.height(), image.width(), 4)[..., 2::-1].copy()


def means(length, zoom, count):
    """Return (count, length): how much of each pixel of a side falls on each screen pixel."""
    edges = np.clip(np.arange(count + 1) / zoom, 0, length)
    pixels = np.arange(length)
    covered = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return np.float32(np.clip(covered, 0, None) * zoom)


def difference(canvas, pixels, ratio):
    """Return the mean ΔE between the canvas and the export as it must lie there."""
    seen, zoom, view = shown(canvas, ratio), canvas.zoom, canvas.view.snapped(ratio)
    left, top = round(view.x * ratio), round(view.y * ratio)
    height, width = (int(side * zoom) for side in pixels.shape[:2])
    rows, columns = means(pixels.shape[0], zoom, height), means(pixels.shape[1], zoom, width)
    y = slice(max(0, top), min(seen.shape[0], top + height))
    x = slice(max(0, left), min(seen.shape[1], left + width))
    rows, columns = rows[y.start - top : y.stop - top], columns[x.start - left : x.stop - left]
    laid = np.stack([rows @ band @ columns.T for band in np.moveaxis(pixels, 2, 0)], axis=2)
    labs = [rgb_to_lab(part.astype(np.float32) / 255) for part in (seen[y, x], laid)]
    assert min(laid.shape[:2]) > 100
    return np.linalg.norm(labs[0] - labs[1], axis=2).mean()


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
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "out.png"), "")
    )
    window.actions_by_name["actionExport"].trigger()
    assert "Exported" in person.until_told()

    canvas, exported = window.canvas, as_seen(tmp_path / "out.png")
    assert difference(canvas, exported, 1) <= 0.5  # as it is first shown, whole
    for zoom, ratio in ((0.37, 1), (0.099, 1), (0.92, 2), (0.198, 2)):
        monkeypatch.setattr(canvas, "devicePixelRatioF", lambda ratio=ratio: float(ratio))
        canvas.zoom_to(zoom)
        canvas.pan(QPointF(-33.3, -21.7))
        assert difference(canvas, exported, ratio) <= 0.5, (zoom, ratio)
