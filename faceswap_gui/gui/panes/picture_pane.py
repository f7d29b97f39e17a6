"""A pane: one role's picture, how it gets there and which of its faces is meant."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, mark, say, tr
from faceswap_gui.gui.panes.dropping import image_in, is_picture, local_files, pictures_among
from faceswap_gui.gui.panes.face_strip import FaceStrip
from faceswap_gui.gui.panes.film_strip import FilmStrip
from faceswap_gui.gui.panes.picture_area import PictureArea
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.title_bar import TitleBar
from faceswap_gui.project.document import Role
from faceswap_gui.project.project_file import SUFFIX

_TITLES = {Role.SOURCE: mark("Source"), Role.TARGET: mark("Target")}
_HINTS = {Role.SOURCE: mark("gives its face"), Role.TARGET: mark("receives it")}
_INVITATIONS = {
    Role.SOURCE: mark("Drop a portrait here,\nclick to choose one, or paste it"),
    Role.TARGET: mark("Drop the photograph here,\nclick to choose one, or paste it"),
}
_MOST = 200
"""Pictures that the film strip offers; of a folder with more, the first."""


class PicturePane(QFrame):
    """Shows the source or the target and takes another by drop, paste or dialog."""

    asks_for_file = Signal(object)
    """The person wants to choose a file for this `Role`."""

    def __init__(self, role: Role, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._studio = studio
        self.setObjectName(f"{role.value}Pane")
        self.setAcceptDrops(True)
        self._area = PictureArea(_INVITATIONS[role])
        self._strip = FaceStrip()
        self._film = FilmStrip()
        self._area.setObjectName(f"{role.value}Area")
        self._strip.setObjectName(f"{role.value}Faces")
        self._film.setObjectName(f"{role.value}Film")
        self._film.chosen.connect(self._open)
        self._caption = QLabel()
        self._caption.setObjectName("quiet")
        self._lay_out()
        self._area.clicked.connect(self._ask)
        self._area.face_picked.connect(self._choose)
        self._strip.picked.connect(self._choose)
        studio.picture_changed.connect(self._picture_changed)
        follow(self, self._tell_caption)
        say(self, self.setAccessibleName, _TITLES[role])
        say(self._area, self._area.setAccessibleName, _INVITATIONS[role])

    def title_bar(self) -> QWidget:
        """Return what stands above the pane: its name, what it is for, and how to fill it."""
        button = QToolButton()
        button.setIcon(icon("open"))
        button.clicked.connect(self._ask)
        say(button, button.setToolTip, "Choose a picture")
        say(button, button.setAccessibleName, "Choose a picture")
        return TitleBar(_TITLES[self.role], _HINTS[self.role], button)

    @property
    def area(self) -> PictureArea:
        """The thumbnail with the faces' boxes."""
        return self._area

    def take(self, data: QMimeData) -> bool:
        """Open what was dropped or pasted; return whether there was a picture in it."""
        files = local_files(data)
        image = image_in(data)
        if files and files[0].suffix.lower() == SUFFIX:
            self._studio.open_project(files[0])
        elif files:
            self._take_files(files)
        elif image is not None:
            self._studio.paste_picture(self.role, image)
        return bool(files) or image is not None

    def offer(self, paths: list[Path]) -> None:
        """Put several pictures in the film strip, to try one after the other."""
        paths = [path.absolute() for path in paths] if len(paths) > 1 else []
        if not paths and self._film.count():
            return
        if len(paths) > _MOST:
            words = tr("The first {most} of {count} are offered", most=_MOST, count=len(paths))
            self._studio.noticed.emit(words)
        self._film.show_paths(paths[:_MOST])
        for path in paths[:_MOST]:
            self._studio.look_at(path, partial(self._film.show_thumbnail, path))

    @property
    def film(self) -> FilmStrip:
        """The pictures that were dropped together."""
        return self._film

    # -- events -------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures."""
        if is_picture(event.mimeData()):
            self._area.show_dropping(True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Welcome them everywhere in the pane."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the welcome back."""
        self._area.show_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._area.show_dropping(False)
        if is_picture(event.mimeData()) and self.take(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the caption to the new width."""
        self._tell_caption()

    # -- inside -------------------------------------------------------------------------------

    def _take_files(self, files: list[Path]) -> None:
        pictures = pictures_among(files)
        if not pictures:
            words = tr("There is no picture in {name}", name=files[0].name)
            self._studio.noticed.emit(words)
            return
        self.offer(pictures)
        self._studio.open_picture(self.role, pictures[0])

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._strip)
        layout.addWidget(self._caption)
        layout.addWidget(self._film)

    def _picture_changed(self, role: Role) -> None:
        if role is not self.role:
            return
        picture = self._studio.document.picture(role)
        opened = self._studio.shelf.get(picture)
        view = opened.view if opened else None
        face = picture.face if picture else 0
        self._area.show_view(view, face)
        self._strip.show_faces(view, face)
        self._film.mark_open(picture.path if picture else None)
        self._tell_caption()

    def _tell_caption(self) -> None:
        picture = self._studio.document.picture(self.role)
        opened = self._studio.shelf.get(picture)
        self._caption.setVisible(opened is not None)
        if picture is None or opened is None:
            return
        size, count = opened.view.size, len(opened.view.faces)
        faces = tr("1 face") if count == 1 else tr("{count} faces", count=count)
        facts = f"{size.width()} × {size.height()} · {faces}"
        name = tr("Pasted picture") if picture.embedded else picture.path.name
        room = max(
            40, self._area.width() - self._caption.fontMetrics().horizontalAdvance(facts) - 14
        )
        metrics = QFontMetrics(self._caption.font())
        short = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self._caption.setText(f"{short} · {facts}")
        self._caption.setToolTip(str(picture.path))

    def _ask(self) -> None:
        self.asks_for_file.emit(self.role)

    def _open(self, path: Path) -> None:
        self._studio.open_picture(self.role, path)

    def _choose(self, face: int) -> None:
        self._studio.choose_face(self.role, face)
