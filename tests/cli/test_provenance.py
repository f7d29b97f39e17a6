"""What a person's pictures say of where they come from, and how to have them not say it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import cv2
import pytest
from faceswap_command import Command
from PIL import Image

from faceswap_gui import __version__
from faceswap_gui.assets import weight


@pytest.fixture
def pair(source_path: Path, target_path: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A source, and a target whose photographer is named in it."""
    exif = Image.Exif()
    exif[0x013B] = "Ada Lovelace"
    with Image.open(target_path) as image:
        image.save(tmp_path / "target.png", exif=exif)
    return source_path, tmp_path / "target.png"


def test_a_swap_says_by_itself_that_a_model_painted_in_it_and_the_doctor_reads_it(
    here: Command, pair: tuple[Path, Path]
) -> None:
    assert here("swap", *pair, "-o", "out.png").code == 0
    told = here("doctor", "out.png", pair[1])
    assert told.code == 0
    digest = hashlib.sha256(weight("appearance.safetensors").read_bytes()).hexdigest()
    for words in (
        "a trained model has painted (compositeWithTrainedAlgorithmicMedia)",
        f"made by  faceswap-gui {__version__}",
        f"appearance.safetensors, SHA-256 {digest}",
        "steps    opened, edited",
        "by this computer, faceswap-gui, which is not vouched for by a known authority",
        "not since it was signed",
    ):
        assert words in told.out
    assert told.out.splitlines()[-2:] == [
        str(pair[1]),
        "  says nothing of where it comes from",
    ]


def test_the_doctor_finds_a_picture_changed_after_it_was_signed_and_one_it_cannot_read(
    here: Command, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    here("swap", *pair, "-o", "out.png")
    data = bytearray((tmp_path / "out.png").read_bytes())
    data[data.rindex(b"IEND") - 30] ^= 1
    (tmp_path / "out.png").write_bytes(data)
    told = here("doctor", "out.png")
    assert told.code == 3
    assert "YES, after it was signed" in told.out
    here("doctor", "nowhere.png").check_refused(3, "nowhere.png", "does not exist")


def test_a_person_can_leave_the_provenance_or_the_metadata_out(
    here: Command, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    assert here("swap", *pair, "-o", "silent.png", "--no-provenance").code == 0
    assert "says nothing" in here("doctor", "silent.png").out
    assert b"Ada Lovelace" in (tmp_path / "silent.png").read_bytes()

    assert here("swap", *pair, "-o", "private.png", "--no-metadata").code == 0
    assert b"Ada Lovelace" not in (tmp_path / "private.png").read_bytes()
    assert "steps    created" in here("doctor", "private.png").out
    pixels = [cv2.imread(str(tmp_path / name)) for name in ("silent.png", "private.png")]
    assert (pixels[0] == pixels[1]).all()


def test_a_person_signs_with_a_certificate_of_their_own(
    here: Command, pair: tuple[Path, Path], signing: tuple[str, ...]
) -> None:
    assert here("batch", pair[0], pair[1], "-o", "done", *signing).code == 0
    assert "not since it was signed" in here("doctor", "done/target.png").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--certificate", "c.pem"), "belong together"),
        (("--certificate", "c.pem", "--key", "k.pem"), "c.pem could not be read"),
        (("--certificate", "c.pem", "--key", "k.pem", "--no-provenance"), "nothing to sign"),
    ],
)
def test_a_certificate_that_cannot_sign_is_refused_before_any_work(
    here: Command, pair: tuple[Path, Path], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    here("swap", *pair, "-o", "out.png", *words).check_refused(2, said)
    assert not (tmp_path / "out.png").exists()


def test_a_home_that_keeps_nothing_still_gives_a_signed_picture_and_a_note(
    here: Command, pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    done = here("swap", *pair, "-o", "out.png")
    assert done.code == 0
    assert "note: out.png: it was signed with a key for it alone" in done.err
    assert "not since it was signed" in here("doctor", "out.png").out


def test_a_name_that_the_terminal_cannot_show_is_no_failure(
    faceswap: Command, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    pair[1].rename(tmp_path / "שלום 🙂.png")
    told = faceswap("doctor", "שלום 🙂.png", PYTHONIOENCODING="ascii")
    assert told.code == 0, told.err
    assert "says nothing" in told.out
