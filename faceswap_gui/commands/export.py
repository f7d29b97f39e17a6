"""The options of every command that writes pictures, and the writing itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from faceswap_gui.errors import UsageError
from faceswap_gui.project.writing import Writing

if TYPE_CHECKING:
    from faceswap_gui.imaging.credentials import Credentials
    from faceswap_gui.imaging.formats import Format
    from faceswap_gui.project.session import Rendering

_OTHERWISE = Writing()


def write_rendering(rendering: Rendering, path: Path, writing: Writing) -> None:
    """Write a rendering, and tell what had to be left out.

    Raises:
        OutputError: it cannot be written.
    """
    from faceswap_gui.project.rendering import export

    say_notes(path, export(rendering, path, writing))


def add_export(parser: argparse.ArgumentParser) -> None:
    """Declare how the pictures are written, and what beside the pixels."""
    parser.add_argument(
        "--quality",
        metavar="1..100",
        type=quality,
        help="how much of JPEG, WebP and JPEG XL is kept; 95 if not given",
    )
    parser.add_argument(
        "--subsampling",
        metavar="4:4:4|4:2:2|4:2:0",
        type=subsampling,
        help="for how many pixels JPEG keeps colours: all (if not given), half or a quarter",
    )
    parser.add_argument(
        "--lossless", action="store_true", help="keep every pixel of WebP and JPEG XL"
    )
    parser.add_argument(
        "--layers",
        action="store_true",
        help="write a .tif in layers: original, face, matte, result; a .psd always has them",
    )
    parser.add_argument(
        "--no-metadata",
        dest="metadata",
        action="store_false",
        help="leave camera data, place and words of the target out (privacy)",
    )
    parser.add_argument(
        "--no-provenance",
        dest="provenance",
        action="store_false",
        help="do not say in the picture that a trained model painted a face in it",
    )
    parser.add_argument(
        "--certificate",
        metavar="CERT.pem",
        type=Path,
        help="sign with a certificate chain of your own, instead of this computer's",
    )
    parser.add_argument(
        "--key", metavar="KEY.pem", type=Path, help="the certificate's private key, unencrypted"
    )


def quality(text: str) -> int:
    """Return a quality, 1 to 100."""
    if not (text.isdecimal() and 1 <= int(text) <= 100):
        raise argparse.ArgumentTypeError(f"takes 1 to 100, not {text!r}")
    return int(text)


def subsampling(text: str) -> str:
    """Return one of `SUBSAMPLINGS`."""
    from faceswap_gui.imaging.options import SUBSAMPLINGS

    if text not in SUBSAMPLINGS:
        raise argparse.ArgumentTypeError(f"takes {', '.join(SUBSAMPLINGS)}, not {text!r}")
    return text


def writing_from(arguments: argparse.Namespace) -> Writing:
    """Return what `add_export`'s options say.

    Raises:
        UsageError: a certificate without a key or without anything to sign, or one that is none;
            or how much may be lost, where nothing may.
    """
    if arguments.lossless and arguments.quality is not None:
        raise UsageError("--quality lets something be lost, --lossless nothing; drop one of them")
    return Writing(
        quality=arguments.quality or _OTHERWISE.quality,
        subsampling=arguments.subsampling or _OTHERWISE.subsampling,
        lossless=arguments.lossless,
        metadata=arguments.metadata,
        provenance=arguments.provenance,
        credentials=_credentials(arguments),
        layers=arguments.layers,
    )


def says_how(arguments: argparse.Namespace) -> bool:
    """Whether any of `add_export`'s options is given, but for a certificate and its key."""
    chosen = (arguments.quality, arguments.subsampling)
    switched = (arguments.lossless, arguments.layers)
    dropped = not (arguments.metadata and arguments.provenance)
    return dropped or any(switched) or any(choice is not None for choice in chosen)


def check_fits(paths: Iterable[Path], arguments: argparse.Namespace) -> None:
    """Make sure that files of these names can hold what is asked for.

    Of several, one is enough for what only says how small a file may become.

    Raises:
        OutputError: no format is known by a name's ending.
        UsageError: a format lacks something; says what to do.
    """
    from faceswap_gui.imaging.formats import HOLDS
    from faceswap_gui.imaging.write import output_format

    kinds = {path: output_format(path) for path in paths}
    for path, kind in kinds.items():
        for trouble in _lacking(path, kind, arguments):
            raise UsageError(f"{path.name}: {trouble}")
    names = ", ".join(dict.fromkeys(kind.value for kind in kinds.values()))
    held = [HOLDS[kind] for kind in kinds.values()]
    if arguments.quality is not None and not any(one.quality for one in held):
        raise UsageError(f"{names} takes no --quality; drop it, or write .jpg, .webp or .jxl")
    if arguments.subsampling and not any(one.subsampling for one in held):
        raise UsageError(f"{names} takes no --subsampling; drop it, or write .jpg")


def _lacking(path: Path, kind: Format, arguments: argparse.Namespace) -> Iterator[str]:
    from faceswap_gui.imaging import is_layered
    from faceswap_gui.imaging.formats import HOLDS, MIMES

    layered = is_layered(path, arguments.layers)
    if arguments.layers and not layered:
        yield f"{kind.value} holds no layers; name it .psd or .tif, or drop --layers"
    if arguments.lossless and not HOLDS[kind].lossless:
        yield f"{kind.value} always loses something; name it .webp or .png, or drop --lossless"
    if arguments.certificate and (layered or kind not in MIMES):
        what = "a file of layers" if layered else kind.value
        yield f"{what} cannot be signed; name it .png or .jpg, or drop --certificate and --key"


def _credentials(arguments: argparse.Namespace) -> Credentials | None:
    certificate, key = arguments.certificate, arguments.key
    if (certificate is None) != (key is None):
        raise UsageError("--certificate and --key belong together; give both")
    if certificate is None:
        return None
    if not arguments.provenance:
        raise UsageError("--no-provenance leaves nothing to sign; drop it, or drop --certificate")
    from faceswap_gui.imaging.credentials import load_credentials

    return load_credentials(certificate, key)


def say_notes(path: Path, notes: Iterable[str]) -> None:
    """Tell on standard error what had to be left out of a picture."""
    for note in notes:
        print(f"note: {path}: {note}", file=sys.stderr)
