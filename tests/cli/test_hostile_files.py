"""A sample of ``tools/hostile_files.py``: whatever the file, a picture or one line and exit 3."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parent.parent.parent / "tools"
SAMPLE = (
    *("flipped 3.jpg", "flipped 8.psd", "flipped 8.heic", "flipped 4.tif", "hole at 0.5.dng"),
    *("cut at 0.7.png", "cut at 0.99.jxl", "noise from 60.exr", "with a tail.webp"),
    *("really png.cr2", "really avif.txt", "film.jpg", "zeros.tif", "one byte.png"),
    *("1x1.png", "65000x10.tif", "folder.png", "loop.png", "pipe.png", "device.png"),
    *("two\nlines.png", "-o.png", "שלום עולם.png", "émoji 🙂🦊.png", "n" * 251 + ".png"),
    *("says 60000.png", "says 2147483647.tif", "says 60000.exr", "tags many times.tif"),
    *(
        "exif itself below, often.jpg",
        "exif very many dots.png",
        "exif its width over its head.png",
    ),
)


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find the tool's modules."""
    monkeypatch.syspath_prepend(str(TOOLS))


@pytest.mark.skipif(sys.platform == "win32", reason="most of the names are not allowed there")
def test_every_hostile_file_ends_in_a_picture_or_one_line(hostile: None, tmp_path: Path) -> None:
    from hostile.files import hostile_files
    from hostile.trial import judge
    from hostile.whole import whole_files

    chosen = [one for one in hostile_files(whole_files(tmp_path)) if one.name in SAMPLE]
    amiss = {one.name: judge(one, tmp_path).trouble for one in chosen}

    assert sorted(amiss) == sorted(SAMPLE)
    assert {name: trouble for name, trouble in amiss.items() if trouble} == {}
