"""The row above the controls: the preset in use, and what can be done with presets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from faceswap_gui.errors import FaceSwapError
from faceswap_gui.gui import preset_dialogs
from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, say, told, tr
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.worker import failure_of
from faceswap_gui.project.document import Document
from faceswap_gui.project.presets import Preset, Presets, check_name, write_preset


class PresetBar(QWidget):
    """Shows which preset the controls are at, and lets the person choose and keep presets."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._presets = Presets()
        self._shown: list[Preset] = []
        self._box = _Box()
        self._box.setObjectName("presetBox")
        self._box.activated.connect(self._choose)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._lay_out()
        studio.document_changed.connect(self._show_document)
        follow(self, self.reload)

    def reload(self) -> None:
        """Look again at which presets there are."""
        self._shown = self._presets.all()
        with QSignalBlocker(self._box):
            self._box.clear()
            for preset in self._shown:
                self._box.addItem(str(_name(preset)))
                tip = tr(preset.description) if preset.description else ""
                self._box.setItemData(self._box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
            self._box.setPlaceholderText(tr("Custom settings"))
        self._show_document(self._studio.document)

    @property
    def current(self) -> Preset | None:
        """The preset that the controls are at, the person's own before a shipped one."""
        same = [p for p in self._shown if p.settings == self._studio.document.settings]
        return max(same, key=lambda preset: preset.own, default=None)

    # -- what the person does -----------------------------------------------------------------

    def save_as(self) -> None:
        """Ask for a name and keep the controls under it."""
        name = preset_dialogs.ask_name(self)
        if name is not None:
            settings = self._studio.document.settings
            self._attempt(lambda: self._kept(self._presets.save(name, settings)))

    def take_in(self) -> None:
        """Ask for a preset's file, keep it among the person's own and use it."""
        path = preset_dialogs.ask_file(self)
        if path is not None:
            self._attempt(lambda: self._taken(self._presets.take_in(path)))

    def give_out(self) -> None:
        """Ask for a place and write the controls there, as a preset to pass on."""
        current = self.current
        path = preset_dialogs.ask_place(self, _name(current) if current else tr("My preset"))
        if path is not None:
            self._attempt(lambda: self._write(path, current))

    def delete(self) -> None:
        """Delete the person's own preset that is in use; the controls stay as they are."""
        current = self.current
        if current is not None:
            self._attempt(lambda: self._presets.delete(current))
            self.reload()

    def _choose(self, index: int) -> None:
        preset = self._shown[index]
        self._studio.apply_settings(preset.settings, told("Preset {name}", name=_name(preset)))
        self._show_document(self._studio.document)

    def _kept(self, preset: Preset) -> None:
        self.reload()
        self._studio.noticed.emit(tr("Kept as {name}", name=preset.name))

    def _taken(self, preset: Preset) -> None:
        self.reload()
        self._studio.apply_settings(preset.settings, told("Preset {name}", name=preset.name))

    def _write(self, path: Path, current: Preset | None) -> None:
        settings = self._studio.document.settings
        preset = current or Preset(check_name(path.stem), settings)
        write_preset(preset, path)
        self._studio.noticed.emit(tr("Exported {path}", path=path))

    def _attempt(self, do: Callable[[], object]) -> None:
        try:
            do()
        except FaceSwapError as error:
            self._studio.failed.emit(failure_of(error))

    # -- what it looks like -------------------------------------------------------------------

    def _lay_out(self) -> None:
        more = QToolButton()
        more.setObjectName("presetMenu")
        more.setIcon(icon("more"))
        more.setIconSize(QSize(18, 18))
        more.setMenu(self._menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        say(more, more.setToolTip, "Keep, import, export and delete presets")
        say(more, more.setAccessibleName, "Presets menu")
        say(self._box, self._box.setAccessibleName, "Preset")
        say(self._box, self._box.setToolTip, "Give all controls the values of a preset")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 10, 4)
        row.setSpacing(6)
        row.addWidget(self._box, 1)
        row.addWidget(more)

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._entry("actionSavePreset", tr("Save preset as…"), self.save_as)
        self._entry("actionImportPreset", tr("Import preset…"), self.take_in)
        self._entry("actionExportPreset", tr("Export preset…"), self.give_out)
        self._menu.addSeparator()
        current = self.current
        own = current is not None and current.own
        words = tr("Delete {name}", name=current.name) if own and current else tr("Delete preset")
        self._entry("actionDeletePreset", words, self.delete).setEnabled(own)
        for complaint in self._presets.complaints():
            self._menu.addAction(tr("Left out: {why}", why=complaint)).setEnabled(False)

    def _entry(self, name: str, words: str, do: Callable[[], None]) -> QAction:
        action = self._menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked: do())
        return action

    def _show_document(self, _document: Document) -> None:
        current = self.current
        with QSignalBlocker(self._box):
            self._box.setCurrentIndex(-1 if current is None else self._shown.index(current))


class _Box(QComboBox):
    """Lets the wheel pass: it would change all controls of who only scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()


def _name(preset: Preset) -> str:
    """Return the name to show: shipped presets speak the window's language."""
    return preset.name if preset.own else told(preset.name)
