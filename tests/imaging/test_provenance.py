"""An exported picture says that a trained model painted a face in it, and who signed that."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import c2pa
import numpy as np
import pytest
from made_pictures import XMP, noise, save
from read_back import read_back

from faceswap_gui.errors import OutputError, UsageError
from faceswap_gui.imaging import Photo, Provenance, read_photo, read_provenance, write_photo
from faceswap_gui.imaging.credentials import load_credentials, own_credentials
from faceswap_gui.imaging.formats import MIMES, SUFFIXES

COMPOSITE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
SIGNED = (".jpg", ".png", ".tif", ".webp", ".jxl")
WEIGHTS = {"appearance.safetensors": "0123456789abcdef" * 4}


@pytest.fixture(scope="module")
def provenance(tmp_path_factory: pytest.TempPathFactory) -> Provenance:
    credentials = own_credentials(tmp_path_factory.mktemp("home") / "provenance")
    return Provenance(version="1.2.3", weights=WEIGHTS, credentials=credentials)


@pytest.fixture
def target(tmp_path: Path) -> Photo:
    save(tmp_path / "target.tif", noise(40, 30, 3, "uint8"))
    return read_photo(tmp_path / "target.tif")


@pytest.mark.parametrize("suffix", SIGNED)
def test_a_signed_export_tells_what_it_is(
    tmp_path: Path, target: Photo, provenance: Provenance, suffix: str
) -> None:
    path = tmp_path / f"result{suffix}"
    write_photo(target, target.pixels, path, lossless=True, provenance=provenance)
    report = read_provenance(path)
    assert report is not None
    assert report.carrier == "C2PA"
    assert report.digital_source_type == COMPOSITE
    assert report.software == "faceswap-gui 1.2.3"
    assert report.weights == WEIGHTS
    assert report.actions == ("c2pa.opened", "c2pa.edited")
    assert report.intact
    assert not report.trusted
    assert report.signer == "this computer, faceswap-gui"


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of files there")
def test_a_disk_that_fills_up_while_signing_is_blamed_and_not_the_certificate(
    tmp_path: Path,
) -> None:
    """The limit on the size of files stands for the disk: writing fails after 20 kB."""
    pixels = noise(300, 300, 3, "uint8")
    write_photo(Photo(pixels=pixels), pixels, tmp_path / "a.png")
    command = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from faceswap_gui.imaging import Provenance\n"
        "from faceswap_gui.imaging.credentials import passing_credentials\n"
        "from faceswap_gui.imaging.provenance import sign\n"
        "said = Provenance(version='1', credentials=passing_credentials())\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try:\n"
        "    sign(Path(sys.argv[1]), 'image/png', said, None)\n"
        "except OSError as error:\n"
        "    print(error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", command, tmp_path / "a.png"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "File too large\n", done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]
    assert np.array_equal(read_photo(tmp_path / "a.png").pixels, pixels)


@pytest.mark.parametrize("suffix", SIGNED)
def test_signing_changes_no_pixel_and_no_metadata(
    tmp_path: Path, target: Photo, provenance: Provenance, suffix: str
) -> None:
    write_photo(target, target.pixels, tmp_path / f"plain{suffix}", lossless=True)
    write_photo(
        target, target.pixels, tmp_path / f"signed{suffix}", lossless=True, provenance=provenance
    )
    plain, signed = (read_back(tmp_path / f"{name}{suffix}") for name in ("plain", "signed"))
    assert np.array_equal(plain.pixels, signed.pixels)
    assert (plain.icc, plain.artist, plain.dpi) == (signed.icc, signed.artist, signed.dpi)
    assert signed.artist == "Ada Lovelace"


def test_a_picture_changed_afterwards_is_found_out(
    tmp_path: Path, target: Photo, provenance: Provenance
) -> None:
    path = tmp_path / "result.png"
    write_photo(target, target.pixels, path, provenance=provenance)
    data = bytearray(path.read_bytes())
    data[data.rindex(b"IEND") - 30] ^= 1
    path.write_bytes(data)
    report = read_provenance(path)
    assert report is not None
    assert report.intact is False


def test_the_targets_own_manifest_goes_on_in_the_result(
    tmp_path: Path, target: Photo, provenance: Provenance
) -> None:
    write_photo(target, target.pixels, tmp_path / "first.jpg", provenance=provenance)
    again = read_photo(tmp_path / "first.jpg")
    write_photo(again, again.pixels, tmp_path / "second.jpg", provenance=provenance)
    with (tmp_path / "second.jpg").open("rb") as file, c2pa.Reader("image/jpeg", file) as reader:
        assert len(json.loads(reader.json())["manifests"]) == 2


def test_the_same_is_said_in_xmp_beside_what_was_there(
    tmp_path: Path, target: Photo, provenance: Provenance
) -> None:
    for suffix in SUFFIXES:
        path = tmp_path / f"result{suffix}"
        write_photo(target, target.pixels, path, provenance=provenance)
        xmp = read_photo(path).xmp
        assert xmp is not None
        assert COMPOSITE.encode() in xmp
        assert b'photoshop:City="Paris"' in xmp
        if SUFFIXES[suffix] not in MIMES:
            report = read_provenance(path)
            assert report is not None
            assert (report.carrier, report.weights, report.intact) == ("XMP", WEIGHTS, None)


def test_exporting_an_export_says_it_once(
    tmp_path: Path, target: Photo, provenance: Provenance
) -> None:
    write_photo(target, target.pixels, tmp_path / "a.exr", provenance=provenance)
    again = read_photo(tmp_path / "a.exr")
    write_photo(again, again.pixels, tmp_path / "b.exr", provenance=provenance)
    xmp = read_photo(tmp_path / "b.exr").xmp
    assert xmp is not None
    assert xmp.count(COMPOSITE.encode()) == 1


def test_privacy_keeps_the_provenance_and_drops_the_target(
    tmp_path: Path, target: Photo, provenance: Provenance
) -> None:
    path = tmp_path / "result.jpg"
    write_photo(target, target.pixels, path, metadata=False, provenance=provenance)
    assert XMP not in path.read_bytes()
    assert b"Paris" not in path.read_bytes()
    report = read_provenance(path)
    assert report is not None
    assert report.actions == ("c2pa.created",)
    assert report.digital_source_type == COMPOSITE


def test_pictures_without_a_word_have_no_provenance(tmp_path: Path, target: Photo) -> None:
    assert read_provenance(tmp_path / "target.tif") is None
    for suffix in SUFFIXES:
        write_photo(target, target.pixels, tmp_path / f"plain{suffix}")
        assert read_provenance(tmp_path / f"plain{suffix}") is None


def test_the_computers_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    first = own_credentials(tmp_path / "keys")
    assert own_credentials(tmp_path / "keys") == first
    (kept,) = (tmp_path / "keys").iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    assert own_credentials(tmp_path / "others") != first


def test_a_key_that_cannot_be_kept_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "keys").touch()
    with pytest.raises(OutputError, match="export without a signature"):
        own_credentials(tmp_path / "keys")


def test_the_persons_own_certificate_signs(tmp_path: Path, target: Photo) -> None:
    made = own_credentials(tmp_path / "authority")
    (tmp_path / "chain.pem").write_bytes(made.chain)
    (tmp_path / "key.pem").write_bytes(made.key)
    mine = load_credentials(tmp_path / "chain.pem", tmp_path / "key.pem")
    provenance = Provenance(version="1", credentials=mine)
    write_photo(target, target.pixels, tmp_path / "a.jpg", provenance=provenance)
    report = read_provenance(tmp_path / "a.jpg")
    assert report is not None
    assert report.intact


def test_a_wrong_certificate_is_refused_in_words(tmp_path: Path, target: Photo) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.pem could not be read"):
        load_credentials(tmp_path / "nowhere.pem", tmp_path / "nowhere.pem")
    (tmp_path / "bad.pem").write_text("no key")
    with pytest.raises(UsageError, match="no unencrypted private key"):
        load_credentials(tmp_path / "bad.pem", tmp_path / "bad.pem")
    mixed = own_credentials(tmp_path / "one")
    other = own_credentials(tmp_path / "two")
    wrong = Provenance(
        version="1", credentials=type(mixed)(chain=other.chain, key=mixed.key, algorithm="es256")
    )
    with pytest.raises(OutputError, match="could not be signed"):
        write_photo(target, target.pixels, tmp_path / "a.jpg", provenance=wrong)
    assert not (tmp_path / "a.jpg").exists()


def test_importing_the_room_is_light() -> None:
    import sys

    heavy = ("pyvips", "OpenImageIO", "tifffile", "PIL", "c2pa", "cryptography", "rawpy", "cv2")
    command = f"import sys, faceswap_gui.imaging; print([n for n in {heavy} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
