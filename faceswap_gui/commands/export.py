"""The options of every command that writes pictures, and the writing itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from faceswap_gui.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from faceswap_gui.imaging.credentials import Credentials
    from faceswap_gui.pipeline.swapper import Swapper
    from faceswap_gui.project.session import Rendering


@attrs.frozen
class Export:
    """How the pictures of one command are written."""

    metadata: bool = True
    provenance: bool = True
    credentials: Credentials | None = None

    def write(self, swapper: Swapper, pixels: NDArray[Any], path: Path) -> None:
        """Write what a swapper has rendered, and tell what had to be left out.

        Raises:
            OutputError: it cannot be written.
        """
        from faceswap_gui.project.session import Rendering

        self.write_rendering(Rendering(pixels, swapper.target, swapper.provenance()), path)

    def write_rendering(self, rendering: Rendering, path: Path) -> None:
        """Write a rendering; otherwise as `write`."""
        from faceswap_gui.project.rendering import export

        notes = export(
            rendering,
            path,
            metadata=self.metadata,
            provenance=self.provenance,
            credentials=self.credentials,
        )
        say_notes(path, notes)


def add_export(parser: argparse.ArgumentParser) -> None:
    """Declare what is written beside the pixels."""
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


def export_from(arguments: argparse.Namespace) -> Export:
    """Return what `add_export`'s options say.

    Raises:
        UsageError: a certificate without a key or without anything to sign, or one that is none.
    """
    certificate, key = arguments.certificate, arguments.key
    if (certificate is None) != (key is None):
        raise UsageError("--certificate and --key belong together; give both")
    if certificate is None:
        return Export(arguments.metadata, arguments.provenance)
    if not arguments.provenance:
        raise UsageError("--no-provenance leaves nothing to sign; drop it, or drop --certificate")
    from faceswap_gui.imaging.credentials import load_credentials

    return Export(arguments.metadata, True, load_credentials(certificate, key))


def say_notes(path: Path, notes: Iterable[str]) -> None:
    """Tell on standard error what had to be left out of a picture."""
    for note in notes:
        print(f"note: {path}: {note}", file=sys.stderr)
