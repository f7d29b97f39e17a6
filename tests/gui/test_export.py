"""Export the result, look at the file, and find the very pixels that were on the screen."""

import numpy as np
import pytest
import tifffile
from PIL import Image, JpegImagePlugin
from psd_tools import PSDImage
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from faceswap_gui.imaging import read_photo, read_provenance


@pytest.fixture
def choose(monkeypatch):
    """Answer the next file dialog."""

    def answer(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))

    return answer


@pytest.mark.parametrize("name", ["swap.png", "swap.tif"])
def test_a_lossless_export_holds_the_pixels_on_the_screen(person, swap, choose, tmp_path, name):
    choose(tmp_path / name)
    person.window.actions_by_name["actionExport"].trigger()
    assert "Exported" in person.until_told()

    written = read_photo(tmp_path / name).pixels

    shown = swap.convertToFormat(QImage.Format.Format_RGB888)
    for x, y in ((0, 0), (200, 150), (250, 190), (300, 250), (511, 599)):
        colour = shown.pixelColor(x, y)
        assert tuple(written[y, x, :3]) == (colour.red(), colour.green(), colour.blue())


def test_a_jpeg_export_is_a_jpeg_that_looks_the_same(person, swap, choose, tmp_path):
    choose(tmp_path / "swap.jpg")
    person.window.actions_by_name["actionExport"].trigger()
    person.until_told()

    assert (tmp_path / "swap.jpg").read_bytes()[:2] == b"\xff\xd8"
    written = QImage(str(tmp_path / "swap.jpg"))
    assert written.size() == swap.size()
    differences = [
        abs(written.pixelColor(x, y).green() - swap.pixelColor(x, y).green())
        for x in range(0, 512, 16)
        for y in range(0, 600, 16)
    ]
    assert np.mean(differences) < 3


def test_a_name_without_an_ending_becomes_png(person, swap, choose, tmp_path):
    choose(tmp_path / "swap")
    person.window.actions_by_name["actionExport"].trigger()
    person.until_told()

    assert QImage(str(tmp_path / "swap.png")).size() == swap.size()


def test_a_folder_that_is_not_there_is_said_and_nothing_is_written(person, swap, choose, tmp_path):
    choose(tmp_path / "nowhere" / "swap.png")
    person.window.actions_by_name["actionExport"].trigger()

    assert "nowhere" in person.until_told()
    assert list(tmp_path.rglob("*.png")) == []


def test_there_is_nothing_to_export_before_there_is_a_pair(person, source):
    person.drop("sourcePane", source)
    person.until(lambda: person.window.studio.document.source)

    assert not person.window.actions_by_name["actionExport"].isEnabled()


def test_a_lower_quality_makes_a_smaller_file_and_is_remembered(person, swap, choose, tmp_path):
    sizes = {}
    for quality in (95, 40):
        person.window.actions_by_name["actionExportOptions"].trigger()
        person.find("formatBox").setCurrentText("JPEG, small")
        person.find("qualitySlider").setValue(quality)
        choose(tmp_path / f"{quality}.jpg")
        person.window.banner.hide()
        person.window.actions_by_name["actionExport"].trigger()
        person.until_told()
        sizes[quality] = (tmp_path / f"{quality}.jpg").stat().st_size

    assert sizes[40] < 0.5 * sizes[95]
    assert int(QSettings().value("export/quality")) == 40


def test_an_export_says_that_a_model_painted_in_it_unless_the_person_switches_that_off(
    person, swap, choose, tmp_path
):
    for name, switched in (("said.png", True), ("silent.png", False)):
        person.find("provenanceSwitch").setChecked(switched)
        choose(tmp_path / name)
        person.window.banner.hide()
        person.window.actions_by_name["actionExport"].trigger()
        person.until_told()

    said = read_provenance(tmp_path / "said.png")
    assert said is not None
    assert said.intact
    assert "appearance.safetensors" in said.weights
    assert read_provenance(tmp_path / "silent.png") is None
    assert QSettings().value("export/provenance") == "false"


@pytest.mark.parametrize("wanted", ["PNG, lossless", "JPEG, small", "WebP, smaller"])
def test_the_export_dialog_tells_the_size_that_the_file_then_has(
    person, swap, choose, tmp_path, wanted
):
    person.window.actions_by_name["actionExportOptions"].trigger()
    person.find("provenanceSwitch").setChecked(False)
    person.find("formatBox").setCurrentText(wanted)
    size = person.find("exportSize")
    person.until(lambda: "512 × 600 · 8 bits" in size.text())
    told = size.text().partition(" · ")[0]

    choose(tmp_path / "swap")
    person.window.export_dialog.accept()
    assert "Exported" in person.until_told()

    (written,) = [path for path in tmp_path.iterdir() if path.stem == "swap"]
    assert written.suffix == {"P": ".png", "J": ".jpg", "W": ".webp"}[wanted[0]]
    assert told == QLocale().formattedDataSize(
        written.stat().st_size, 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def test_the_size_follows_the_quality_and_the_format_is_remembered(person, swap):
    def told(quality: int) -> float:
        person.find("qualitySlider").setValue(quality)
        person.until(lambda: "512" in person.find("exportSize").text())
        return float(person.find("exportSize").text().split()[0])

    person.window.actions_by_name["actionExportOptions"].trigger()
    person.find("formatBox").setCurrentText("JPEG, small")
    assert told(40) < 0.5 * told(96)
    assert QSettings().value("export/format") == ".jpg"

    person.find("formatBox").setCurrentText("PNG, lossless")
    assert not person.find("qualitySlider").isEnabled()


def test_a_psd_always_has_layers_and_the_dialog_says_so(person, swap, choose, tmp_path):
    person.window.actions_by_name["actionExportOptions"].trigger()
    layers, size = person.find("layersSwitch"), person.find("exportSize")
    person.find("provenanceSwitch").setChecked(False)
    person.find("formatBox").setCurrentText("PSD, in layers")
    assert layers.isChecked()
    assert not layers.isEnabled()
    assert "always" in layers.text()
    person.until(lambda: "512 × 600 · 8 bits" in size.text())
    told = size.text().partition(" · ")[0]

    choose(tmp_path / "swap")
    person.window.export_dialog.accept()
    assert "Exported" in person.until_told()
    opened = PSDImage.open(tmp_path / "swap.psd")
    assert [layer.name for layer in opened] == ["Original", "Face", "Matte", "Result"]
    assert told == QLocale().formattedDataSize(
        (tmp_path / "swap.psd").stat().st_size, 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )
    shown = swap.convertToFormat(QImage.Format.Format_RGB888)
    for x, y in ((0, 0), (200, 150), (250, 190), (300, 250), (511, 599)):
        colour = shown.pixelColor(x, y)
        assert opened.topil().getpixel((x, y)) == (colour.red(), colour.green(), colour.blue())


def test_a_tiff_has_layers_if_the_person_wants_them_and_the_size_says_so(
    person, swap, choose, tmp_path
):
    def told() -> str:
        person.until(lambda: "512" in person.find("exportSize").text())
        return person.find("exportSize").text().partition(" · ")[0]

    person.window.actions_by_name["actionExportOptions"].trigger()
    person.find("provenanceSwitch").setChecked(False)
    person.find("formatBox").setCurrentText("TIFF, lossless")
    layers = person.find("layersSwitch")
    assert not layers.isChecked()
    flat = told()
    layers.click()
    layered = told()
    assert layered != flat

    choose(tmp_path / "swap.tif")
    person.window.export_dialog.accept()
    person.until_told()
    with tifffile.TiffFile(tmp_path / "swap.tif") as file:
        assert len(file.pages) == 5
    assert layered == QLocale().formattedDataSize(
        (tmp_path / "swap.tif").stat().st_size, 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )

    person.find("formatBox").setCurrentText("PNG, lossless")
    assert not layers.isChecked()
    assert not layers.isEnabled()
    person.find("formatBox").setCurrentText("TIFF, lossless")
    assert layers.isChecked()
    assert QSettings().value("export/layers") == "true"


def test_who_types_another_ending_is_told_that_the_layers_are_not_in_the_file(
    person, swap, choose, tmp_path
):
    person.find("formatBox").setCurrentText("TIFF, lossless")
    person.find("layersSwitch").click()
    choose(tmp_path / "swap.png")
    person.window.actions_by_name["actionExport"].trigger()
    assert "no layers" in person.until_told()
    assert QImage(str(tmp_path / "swap.png")).size() == swap.size()


def test_coarser_colours_make_a_smaller_jpeg_and_are_remembered(person, swap, choose, tmp_path):
    person.find("formatBox").setCurrentText("JPEG, small")
    box = person.find("subsamplingBox")
    sampled = {}
    for index, name in enumerate(("4:4:4", "4:2:2", "4:2:0")):
        assert name in box.itemText(index)
        box.setCurrentIndex(index)
        choose(tmp_path / f"{index}.jpg")
        person.window.banner.hide()
        person.window.actions_by_name["actionExport"].trigger()
        person.until_told()
        with Image.open(tmp_path / f"{index}.jpg") as image:
            sampled[index] = JpegImagePlugin.get_sampling(image)

    assert sampled == {0: 0, 1: 1, 2: 2}
    sizes = [(tmp_path / f"{index}.jpg").stat().st_size for index in range(3)]
    assert sizes[0] > sizes[1] > sizes[2]
    assert QSettings().value("export/subsampling") == "4:2:0"
    person.find("formatBox").setCurrentText("WebP, smaller")
    assert not box.isEnabled()


@pytest.mark.parametrize("wanted", ["WebP, smaller", "JPEG XL, smaller at 16 bits too"])
def test_a_lossless_export_keeps_every_pixel_and_the_size_says_what_that_costs(
    person, swap, choose, tmp_path, wanted
):
    def told() -> str:
        person.until(lambda: "512" in person.find("exportSize").text())
        return person.find("exportSize").text().partition(" · ")[0]

    person.window.actions_by_name["actionExportOptions"].trigger()
    person.find("provenanceSwitch").setChecked(False)
    person.find("formatBox").setCurrentText(wanted)
    lossy = told()
    person.find("losslessSwitch").click()
    assert not person.find("qualitySlider").isEnabled()
    lossless = told()
    assert lossless != lossy

    choose(tmp_path / "swap")
    person.window.export_dialog.accept()
    person.until_told()
    (written,) = [path for path in tmp_path.iterdir() if path.stem == "swap"]
    assert lossless == QLocale().formattedDataSize(
        written.stat().st_size, 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )
    pixels = read_photo(written).pixels
    shown = swap.convertToFormat(QImage.Format.Format_RGB888)
    for x, y in ((0, 0), (200, 150), (250, 190), (300, 250), (511, 599)):
        colour = shown.pixelColor(x, y)
        assert tuple(pixels[y, x]) == (colour.red(), colour.green(), colour.blue())


def test_what_a_format_does_not_leave_open_cannot_be_chosen(person, swap):
    lossless, layers = person.find("losslessSwitch"), person.find("layersSwitch")
    quality, colours = person.find("qualitySlider"), person.find("subsamplingBox")
    shown = {}
    for name in ("PNG, lossless", "JPEG, small", "WebP, smaller", "OpenEXR, linear light"):
        person.find("formatBox").setCurrentText(name)
        shown[name] = [w.isEnabled() for w in (quality, colours, lossless, layers)]
        assert lossless.isChecked() == (name in ("PNG, lossless", "OpenEXR, linear light"))
        assert ("always" in lossless.text()) == lossless.isChecked()
    assert shown == {
        "PNG, lossless": [False, False, False, False],
        "JPEG, small": [True, True, False, False],
        "WebP, smaller": [True, False, True, False],
        "OpenEXR, linear light": [False, False, False, False],
    }


def test_what_was_chosen_for_one_format_does_not_trouble_another(person, swap, choose, tmp_path):
    person.find("formatBox").setCurrentText("WebP, smaller")
    person.find("losslessSwitch").click()
    person.find("formatBox").setCurrentText("JPEG, small")
    choose(tmp_path / "swap.jpg")
    person.window.actions_by_name["actionExport"].trigger()
    assert "always" not in person.until_told()
    person.find("formatBox").setCurrentText("WebP, smaller")
    assert person.find("losslessSwitch").isChecked()
