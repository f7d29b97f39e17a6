"""A retoucher asks the commands for layers, and gets everything that a flat picture would have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import attrs
import cv2
import numpy as np
import OpenImageIO
import pytest
import tifffile
from faceswap_command import Command
from PIL import ImageCms
from psd_tools import PSDImage

from faceswap_gui.imaging import read_provenance
from faceswap_gui.project import Document, Picture, save_project

NAMES = ["Original", "Face", "Matte", "Result"]
DPI = (300.0, 300.0)


@pytest.fixture
def deep_target(target_path: Path, tmp_path: Path) -> Path:
    """The target at 16 bits with a profile, a resolution and the photographer's name."""
    pixels = cv2.cvtColor(cv2.imread(str(target_path)), cv2.COLOR_BGR2RGB).astype(np.uint16)
    noise = np.random.default_rng(0).integers(0, 200, pixels.shape, dtype=np.uint16)
    tifffile.imwrite(
        tmp_path / "deep.tif",
        pixels * 256 + noise,
        photometric="rgb",
        iccprofile=profile(),
        resolution=DPI,
        resolutionunit="inch",
        metadata=None,
        extratags=[(315, "s", 0, "Ada Lovelace", True)],
    )
    return tmp_path / "deep.tif"


@cache
def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def names_in(path: Path) -> list[str]:
    if path.suffix == ".psd":
        return [layer.name for layer in PSDImage.open(path)]
    with tifffile.TiffFile(path) as file:
        return [page.tags[285].value for page in file.pages[1:]]


def layer_of(path: Path, name: str) -> np.ndarray:
    if path.suffix == ".psd":
        (layer,) = (layer for layer in PSDImage.open(path) if layer.name == name)
        return np.rint(layer.numpy("color") * 65535).astype(np.uint16)
    with tifffile.TiffFile(path) as file:
        (page,) = (page for page in file.pages[1:] if page.tags[285].value == name)
        return page.asarray()


@attrs.frozen(eq=False)
class Flat:
    """What a program sees that knows no layers: here OpenImageIO, which has written none of it."""

    pixels: np.ndarray
    icc: bytes | None
    dpi: tuple[float, float]
    artist: str

    @classmethod
    def of(cls, path: Path) -> Flat:
        image = OpenImageIO.ImageInput.open(str(path))
        spec = image.spec()
        icc = spec.getattribute("ICCProfile")
        return cls(
            np.asarray(image.read_image(spec.format)),
            None if icc is None else np.asarray(icc, np.uint8).tobytes(),
            (spec.getattribute("XResolution"), spec.getattribute("YResolution")),
            spec.getattribute("Artist"),
        )


@pytest.mark.parametrize(("name", "asked"), [("swap.psd", []), ("swap.tif", ["--layers"])])
def test_a_swap_in_layers_has_the_depth_the_profile_and_the_metadata_of_a_flat_one(
    name: str,
    asked: list[str],
    here: Command,
    source_path: Path,
    deep_target: Path,
    tmp_path: Path,
) -> None:
    assert here("swap", source_path, deep_target, "-o", "flat.tif").code == 0
    done = here("swap", source_path, deep_target, "-o", name, *asked)
    assert (done.code, done.out) == (0, f"{name}\n"), done.err

    assert names_in(tmp_path / name) == NAMES
    seen = Flat.of(tmp_path / name)
    assert np.array_equal(seen.pixels, Flat.of(tmp_path / "flat.tif").pixels)
    assert seen.pixels.dtype == np.uint16
    assert (seen.icc, seen.dpi, seen.artist) == (profile(), DPI, "Ada Lovelace")
    original, result = (layer_of(tmp_path / name, one) for one in ("Original", "Result"))
    assert np.array_equal(original, tifffile.imread(deep_target))
    assert np.array_equal(result, seen.pixels)
    assert not np.array_equal(result, original)
    said = read_provenance(tmp_path / name)
    assert said is not None
    assert said.carrier == "XMP"


def test_every_swapped_face_of_a_group_is_a_layer(
    here: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    target = cv2.imread(str(target_path))
    cv2.imwrite(str(tmp_path / "twins.png"), np.hstack([target, target[:, ::-1]]))
    words = ("swap", source_path, "twins.png", "-o", "out.psd", "--target-face", "all")
    assert here(*words).code == 0
    names = ["Original", "Face 1", "Matte 1", "Face 2", "Matte 2", "Result"]
    assert names_in(tmp_path / "out.psd") == names


def test_a_project_renders_to_layers_with_the_pixels_of_its_flat_picture(
    here: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    document = Document(source=Picture(source_path), target=Picture(target_path))
    save_project(document, tmp_path / "p.fsproj")
    for words in (["flat.png"], ["a.psd"], ["a.tiff", "--layers"]):
        done = here("render", "p.fsproj", "-o", *words)
        assert done.code == 0, done.err
    expected = cv2.cvtColor(cv2.imread(str(tmp_path / "flat.png")), cv2.COLOR_BGR2RGB)
    for name in ("a.psd", "a.tiff"):
        assert names_in(tmp_path / name) == NAMES
        assert np.array_equal(Flat.of(tmp_path / name).pixels, expected)


def test_a_tiff_stays_flat_unless_layers_are_asked_for(
    here: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    assert here("swap", source_path, target_path, "-o", "out.tif").code == 0
    with tifffile.TiffFile(tmp_path / "out.tif") as file:
        assert len(file.pages) == 1


def test_a_batch_in_layers_names_its_results_psd(
    here: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    done = here("batch", source_path, target_path, "-o", "done", "--layers")
    assert done.code == 0, done.err
    (made,) = (tmp_path / "done").iterdir()
    assert made.name == f"{target_path.stem}.psd"
    assert names_in(made) == NAMES


def test_a_list_may_name_a_tiff_for_its_layers(
    here: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text(
        f"source,target,output\n{source_path},{target_path},a.tif\n{source_path},{target_path},\n"
    )
    done = here("batch", "--list", "list.csv", "-o", "done", "--layers")
    assert done.code == 0, done.err
    assert sorted(path.name for path in (tmp_path / "done").iterdir()) == [
        "a.tif",
        f"{target_path.stem}.psd",
    ]
    assert names_in(tmp_path / "done" / "a.tif") == NAMES


@pytest.mark.parametrize("name", ["out.png", "out.jpg", "out.webp", "out.jxl", "out.exr"])
def test_a_format_without_layers_is_refused_before_the_work(
    name: str, here: Command, tmp_path: Path
) -> None:
    for words in (("swap", "a.png", "b.png"), ("render", "p.fsproj")):
        here(*words, "-o", name, "--layers").check_refused(2, name, "no layers", ".psd or .tif")
    (tmp_path / "list.csv").write_text(f"source,target,output\na.png,b.png,{name}\n")
    words = ("batch", "--list", "list.csv", "-o", "done", "--layers")
    here(*words).check_refused(2, name, "no layers", ".psd or .tif")
    assert not (tmp_path / name).exists()
    assert not (tmp_path / "done").exists()
