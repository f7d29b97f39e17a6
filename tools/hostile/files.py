"""Five hundred damaged or hostile files, the same at every run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import partial
from pathlib import Path

import attrs
import numpy as np
from PIL import Image

from hostile.bad_exif import bad_exif, in_jpeg, in_png, in_tiff
from hostile.bombs import bombs


class Due(Enum):
    """How a command may end on a file."""

    PICTURE = "a picture"
    REFUSAL = "a refusal"
    EITHER = "a picture or a refusal"


@attrs.frozen
class Hostile:
    """A file to be made, and what may become of it."""

    name: str
    make: Callable[[Path], object]
    due: Due = Due.EITHER


def hostile_files(whole: Mapping[str, bytes]) -> Iterator[Hostile]:
    """Yield all files; `whole` holds a good one per suffix."""
    for suffix, data in whole.items():
        yield from _cut(suffix, data)
        yield from _flipped(suffix, data)
        yield from _overwritten(suffix, data)
        yield from _misnamed(suffix, data)
    yield from _no_pictures()
    yield from _faceless()
    yield from _no_files()
    yield from _named(whole[".png"])
    yield from _with_bad_exif(whole)
    for name, made in bombs(whole[".png"]):
        yield Hostile(name, partial(_write_made, made))


def _writer(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def _write_made(made: Callable[[], bytes], path: Path) -> None:
    path.write_bytes(made())


def _cut(suffix: str, data: bytes) -> Iterator[Hostile]:
    for share in (0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99):
        yield Hostile(f"cut at {share}{suffix}", _writer(data[: int(len(data) * share)]))
    yield Hostile(f"without its last byte{suffix}", _writer(data[:-1]))


def _flipped(suffix: str, data: bytes) -> Iterator[Hostile]:
    for seed in range(20):
        rng = np.random.default_rng(seed)
        flipped = np.frombuffer(data, np.uint8).copy()
        reach = len(flipped) if seed % 2 else min(len(flipped), 700)  # headers are the sore spot
        places = rng.integers(0, reach, 1 + seed // 4)
        flipped[places] ^= rng.integers(1, 256, len(places), dtype=np.uint8)
        yield Hostile(f"flipped {seed}{suffix}", _writer(flipped.tobytes()))


def _overwritten(suffix: str, data: bytes) -> Iterator[Hostile]:
    rng = np.random.default_rng(len(data))
    for start in (20, 60, 400):
        noise = rng.integers(0, 256, 20_000, dtype=np.uint8).tobytes()
        yield Hostile(f"noise from {start}{suffix}", _writer(data[:start] + noise))
    for share in (0.2, 0.5, 0.8):
        at = int(len(data) * share)
        holed = data[:at] + bytes(len(data) // 10) + data[at + len(data) // 10 :]
        yield Hostile(f"hole at {share}{suffix}", _writer(holed))
    yield Hostile(f"twice{suffix}", _writer(data + data))
    yield Hostile(f"with a tail{suffix}", _writer(data + b"\0" * 100_000))


def _misnamed(suffix: str, data: bytes) -> Iterator[Hostile]:
    """A camera's TIFF is told from others by its name alone, so it may end either way."""
    due = Due.EITHER if suffix in (".dng", ".tif") else Due.PICTURE
    for other in (".png", ".jpg", ".tif", ".webp", ".psd", ".cr2", ".txt", ""):
        if other != suffix:
            yield Hostile(f"really {suffix[1:]}{other}", _writer(data), due)


def _no_pictures() -> Iterator[Hostile]:
    contents = {
        "empty": b"",
        "text": b"hello\n" * 200,
        "vector": b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>",
        "document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj",
        "archive": b"PK\x03\x04" + bytes(200),
        "program": b"MZ" + bytes(500),
        "zeros": bytes(100_000),
        "ones": b"\xff" * 100_000,
        "film": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(300),
        "one byte": b"\x89",
    }
    for name, data in contents.items():
        for suffix in (".jpg", ".png", ".tif"):
            yield Hostile(f"{name}{suffix}", _writer(data), Due.REFUSAL)


def _faceless() -> Iterator[Hostile]:
    rng = np.random.default_rng(0)
    pictures = {
        "1x1": np.full((1, 1, 3), 200, np.uint8),
        "1x2000": np.zeros((1, 2000, 3), np.uint8),
        "65000x10": np.full((10, 65_000, 3), 90, np.uint8),
        "10x65000": np.full((65_000, 10, 3), 90, np.uint8),
        "black": np.zeros((400, 400, 3), np.uint8),
        "white": np.full((400, 400, 3), 255, np.uint8),
        "noise": rng.integers(0, 256, (400, 400, 3), dtype=np.uint8),
        "ramp": np.linspace(0, 255, 400, dtype=np.uint8)[None, :, None].repeat(400, 0).repeat(3, 2),
    }
    for name, pixels in pictures.items():
        for suffix in (".png", ".tif"):
            image = Image.fromarray(pixels)
            yield Hostile(f"{name}{suffix}", image.save, Due.REFUSAL)


def _no_files() -> Iterator[Hostile]:
    yield Hostile("missing.png", lambda path: None, Due.REFUSAL)
    yield Hostile("folder.png", Path.mkdir, Due.REFUSAL)
    if os.name == "posix":
        yield Hostile("loop.png", lambda path: path.symlink_to(path), Due.REFUSAL)
        yield Hostile("dangling.png", lambda path: path.symlink_to("gone.png"), Due.REFUSAL)
        yield Hostile("device.png", lambda path: path.symlink_to("/dev/zero"), Due.REFUSAL)
        yield Hostile("nothing.png", lambda path: path.symlink_to(os.devnull), Due.REFUSAL)
        yield Hostile("pipe.png", os.mkfifo, Due.REFUSAL)


def _with_bad_exif(whole: Mapping[str, bytes]) -> Iterator[Hostile]:
    """EXIF that lies costs nothing but itself."""
    for name, payload in bad_exif().items():
        for suffix, put in ((".png", in_png), (".jpg", in_jpeg)):
            data = put(whole[suffix], payload)
            yield Hostile(f"exif {name}{suffix}", _writer(data), Due.PICTURE)
    yield Hostile("tags many times.tif", _writer(in_tiff(whole[".tif"])))


def _named(data: bytes) -> Iterator[Hostile]:
    names = [
        "with space.png",
        "  .png",
        "émoji 🙂🦊.png",
        "שלום עולם.png",
        "\u202egnp.exe.png",
        "[1]*?.png",
        "per%cent%s%n.png",
        "quote'\"`$(ls).png",
        "back\\slash.png",
        "two\nlines.png",
        "tab\tbell\a.png",
        "-o.png",
        "[strip=1].png",
        "#{name}.png",
        "n" * 251 + ".png",
        "漢" * 83 + "..png",
        "UPPER.PNG",
        "a.b.c.png",
    ]
    if os.name == "posix":
        names.append(os.fsdecode(b"not \xff\xfe utf-8.png"))
    for name in names:
        yield Hostile(name, _writer(data), Due.PICTURE)
