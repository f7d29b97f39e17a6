"""The status bar: work in progress on the left; pixel, zoom, device and memory on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from faceswap_gui.gui.canvas.canvas import PreviewCanvas
from faceswap_gui.gui.canvas.under_pointer import Pixel
from faceswap_gui.gui.language import follow, tr
from faceswap_gui.gui.memory import MemoryLabel
from faceswap_gui.gui.messages import Rendered
from faceswap_gui.gui.progress import JobProgress
from faceswap_gui.gui.quality_notes import QualityNotes
from faceswap_gui.gui.studio import Studio


class StatusBar(QStatusBar):
    """Says where one is and what is going on."""

    def __init__(
        self, studio: Studio, canvas: PreviewCanvas, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._rendered: Rendered | None = None
        self.setSizeGripEnabled(False)
        self.progress = JobProgress(studio.worker)
        self.addWidget(self.progress)
        self.addPermanentWidget(QualityNotes(studio))
        self._pixel, self._size, self._zoom, self._device = (QLabel() for _ in range(4))
        self._memory = MemoryLabel()
        for name, label in (
            ("statusPixel", self._pixel),
            ("statusSize", self._size),
            ("statusZoom", self._zoom),
            ("statusDevice", self._device),
            ("statusMemory", self._memory),
        ):
            label.setObjectName(name)
            self.addPermanentWidget(label)
        canvas.pixel_changed.connect(self._show_pixel)
        canvas.zoomed.connect(self._tell)
        studio.rendered_changed.connect(self._show_rendered)
        studio.picture_changed.connect(self._tell)
        follow(self, self._tell)

    def _show_pixel(self, pixel: Pixel | None) -> None:
        if pixel is None:
            self._pixel.clear()
            return
        colour = pixel.colour
        name = f"{tr(pixel.name)}   " if pixel.name else ""
        values = f"{colour.red()} {colour.green()} {colour.blue()}"
        self._pixel.setText(f"{name}x {pixel.x}  y {pixel.y}   RGB {values}")

    def _show_rendered(self, rendered: Rendered | None) -> None:
        self._rendered = rendered or self._rendered
        self._tell()

    def _tell(self, _changed: object = None) -> None:
        picture = self._canvas.pictures.main
        self._zoom.setText(f"{100 * self._canvas.zoom:.0f} %" if picture else "")
        size = picture.size if picture else None
        self._size.setText(f"{size.width()} × {size.height()}" if size else "")
        self._device.setVisible(picture is not None)
        if self._rendered is not None:
            rendered = self._rendered
            device = rendered.device.upper()
            self._device.setText(
                tr("{ms:.0f} ms on {device}", ms=rendered.milliseconds, device=device)
            )
