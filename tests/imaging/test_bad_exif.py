"""EXIF that lies costs a picture nothing but its EXIF, and no file is broken by it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from made_pictures import noise
from PIL import Image

from faceswap_gui.imaging import photo_from_array, read_photo, write_photo
from faceswap_gui.imaging.boxes import replace_metadata

TOOLS = Path(__file__).resolve().parent.parent.parent / "tools"
WRITTEN = (".png", ".tif", ".jpg", ".webp", ".jxl", ".exr", ".psd")
STORED = noise(12, 16, 3, "uint8")


@pytest.fixture
def payloads(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the trial of hostile files has of it, by what is wrong with it."""
    monkeypatch.syspath_prepend(str(TOOLS))
    from hostile.bad_exif import bad_exif

    return bad_exif()


def save(path: Path, payload: bytes) -> None:
    if path.suffix == ".jxl":
        write_photo(photo_from_array(STORED), STORED, path, lossless=True)
        replace_metadata(path, payload, None)
    elif path.suffix == ".avif":  # its encoder looks into EXIF itself
        sound = b"II*\0\x08" + bytes(max(len(payload) - 5, 20))
        Image.fromarray(STORED).save(path, exif=sound)
        data = path.read_bytes()
        assert sound in data
        path.write_bytes(data.replace(sound, payload.ljust(len(sound), b"\0")))
    else:
        how = {"lossless": True} if path.suffix == ".webp" else {}
        Image.fromarray(STORED).save(path, exif=b"Exif\0\0" + payload, **how)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".jxl", ".avif"])
def test_the_picture_is_read_and_what_cannot_be_kept_is_told(
    payloads: dict[str, bytes], suffix: str, tmp_path: Path
) -> None:
    for name, payload in payloads.items():
        save(tmp_path / f"a{suffix}", payload)
        photo = read_photo(tmp_path / f"a{suffix}")
        if suffix not in (".jpg", ".avif"):
            assert np.array_equal(photo.pixels, STORED), name
        told = any("EXIF is damaged" in note for note in photo.notes)
        assert told == (photo.exif is None), name
        assert photo.dpi is None, name


@pytest.mark.parametrize("suffix", WRITTEN)
def test_what_was_kept_of_it_can_be_written(
    payloads: dict[str, bytes], suffix: str, tmp_path: Path
) -> None:
    for name, payload in payloads.items():
        save(tmp_path / "a.png", payload)
        photo = read_photo(tmp_path / "a.png")
        write_photo(photo, photo.pixels, tmp_path / f"b{suffix}")
        assert read_photo(tmp_path / f"b{suffix}").pixels.shape == STORED.shape, name


def test_a_sound_payload_between_others_bytes_is_left_alone(tmp_path: Path) -> None:
    """Compressed pixels may look like the beginning of EXIF; what they then say is anything."""
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    exif.get_ifd(0x8769)[0x9003] = "2026:01:02 03:04:05"
    exif.get_ifd(0x8825)[1] = "N"
    stored = np.frombuffer(b"II*\0MM\0*" * 500, np.uint8)[:3900].reshape(20, 65, 3)
    Image.fromarray(stored).save(tmp_path / "a.png", exif=exif, compress_level=0)
    photo = read_photo(tmp_path / "a.png")
    assert np.array_equal(photo.pixels, stored)
    assert photo.exif is not None
    assert b"2026:01:02" in photo.exif


def test_a_file_that_is_all_beginnings_of_exif_is_refused(tmp_path: Path) -> None:
    from faceswap_gui.errors import InputError

    good = tmp_path / "a.png"
    Image.fromarray(STORED).save(good)
    good.write_bytes(good.read_bytes() + b"II*\0" * 5000)
    with pytest.raises(InputError, match="looks like EXIF"):
        read_photo(good)
