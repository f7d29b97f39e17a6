"""The options of every command that writes pictures, and the writing itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from faceswap_gui.errors import UsageError
from faceswap_gui.project.writing import Writing

if TYPE_CHECKING:
    from faceswap_gui.imaging.credentials import Credentials
    from faceswap_gui.project.session import Rendering


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


def writing_from(arguments: argparse.Namespace) -> Writing:
    """Return what `add_export`'s options say.

    Raises:
        UsageError: a certificate without a key or without anything to sign, or one that is none.
    """
    return Writing(
        metadata=arguments.metadata,
        provenance=arguments.provenance,
        credentials=_credentials(arguments),
        layers=arguments.layers,
    )


def check_fits(path: Path, writing: Writing) -> None:
    """Make sure that a file of that name can hold what is asked for.

    Raises:
        OutputError: no format is known by the name's ending.
        UsageError: its format lacks something; says what to do.
    """
    from faceswap_gui.imaging import is_layered
    from faceswap_gui.imaging.write import output_format

    kind = output_format(path)
    if writing.layers and not is_layered(path, True):
        raise UsageError(
            f"{path.name}: {kind.value} holds no layers; name it .psd or .tif, or drop --layers"
        )


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
