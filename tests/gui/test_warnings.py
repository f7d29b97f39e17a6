"""What will spoil the picture is told beside it, and goes when it is mended."""

from pathlib import Path

import cv2
from PySide6.QtCore import Qt

from faceswap_gui.gui.language import language


def small_copy(picture: Path, folder: Path) -> Path:
    pixels = cv2.imread(str(picture))
    path = folder / "small.png"
    cv2.imwrite(str(path), cv2.resize(pixels, None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA))
    return path


def test_a_small_source_is_told_with_what_helps(person, source, target, tmp_path) -> None:  # type: ignore[no-untyped-def]
    notes = person.find("qualityWarnings")
    person.drop("sourcePane", small_copy(target, tmp_path))
    person.drop("targetPane", source)
    person.until_rendered()
    person.until(notes.isVisible)
    assert any("take a larger picture" in words for words in notes.words())
    assert notes.text()[0].isdigit()

    person.qtbot.mouseClick(notes, Qt.MouseButton.LeftButton)
    assert "between the eyes" in person.find("qualityWarningsText").text()
    language.use("zh_CN")
    assert any("更大的照片" in words for words in notes.words())

    person.drop("sourcePane", target)
    person.until(notes.isHidden)
