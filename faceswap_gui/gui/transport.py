"""Looks up the transport map that is wanted and keeps it in step with the rendering."""

from __future__ import annotations

from PySide6.QtCore import QObject

from faceswap_gui.gui.canvas.transport import TransportOverlay
from faceswap_gui.gui.inspector.transport_switches import TransportSwitches
from faceswap_gui.gui.messages import TransportPicture
from faceswap_gui.gui.studio import Studio


class TransportView(QObject):
    """Joins the levels' rows, the studio and what lies over the preview."""

    def __init__(
        self, studio: Studio, switches: TransportSwitches, overlay: TransportOverlay
    ) -> None:
        super().__init__(overlay)
        self._studio, self._switches, self._overlay = studio, switches, overlay
        switches.wanted_changed.connect(self._follow)
        # Levels are measured once a finished picture has stood for a moment: then, and not at
        # each step of a drag, there is also a map to draw.
        studio.measured_changed.connect(self._follow)
        studio.rendered_changed.connect(self._enable)
        self._enable()

    def _enable(self, _changed: object = None) -> None:
        self._switches.enable(self._studio.rendered is not None)

    def _follow(self, _changed: object = None) -> None:
        level = self._switches.wanted
        if level is None or self._studio.rendered is None:
            self._overlay.show(None)
            return
        shown = self._overlay.picture
        if shown is not None and shown.level != level:
            self._overlay.show(None)
        self._studio.look_up_transport(level, self._show)

    def _show(self, picture: TransportPicture | None) -> None:
        if picture is None or picture.level != self._switches.wanted:
            return
        if picture.document == self._studio.document:
            self._overlay.show(picture)
