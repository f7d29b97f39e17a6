"""Rendering a project file without a window: ``faceswap-gui render``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.imaging import write_photo
from faceswap_gui.imaging.credentials import Credentials
from faceswap_gui.project.project_file import load_project
from faceswap_gui.project.session import Cancelled, Progress, Rendering, Session


@attrs.frozen(eq=False)
class RenderedProject(Rendering):
    """A rendered project file and what the render has to say of itself."""

    report: dict[str, Any]
    """Settings, faces, distances per level, milliseconds per stage, device, hashes."""


def render_project(
    path: str | Path,
    *,
    device: str = "auto",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RenderedProject:
    """Render a project file; the same pixels as the window's export.

    Raises:
        InputError: the project or one of its pictures is missing, damaged or shows no face.
        UsageError: the project lacks a source or a target.
    """
    with tempfile.TemporaryDirectory(prefix="faceswap-") as folder:
        document = load_project(path, unpack_to=Path(folder)).document
        session = Session(device=device)
        rendering = session.render(document, progress=progress, cancelled=cancelled)
        report = session.report(document)
        return RenderedProject(rendering.pixels, rendering.target, rendering.provenance, report)


def export(
    rendering: Rendering,
    path: str | Path,
    *,
    quality: int = 95,
    metadata: bool = True,
    provenance: bool = True,
    credentials: Credentials | None = None,
) -> tuple[str, ...]:
    """Write a rendering in the format of its ending, with the target's profile and metadata.

    Args:
        rendering: what to write.
        path: where to.
        quality: 1 to 100, of the formats that lose something.
        metadata: False leaves EXIF, XMP and IPTC out (privacy).
        provenance: whether the picture says that a trained model painted in it.
        credentials: with what that is signed; this computer's own key if None.

    Returns:
        What had to be left out, in words for the person.

    Raises:
        OutputError: the format is unknown or the file could not be written.
    """
    said = attrs.evolve(rendering.provenance, credentials=credentials) if provenance else None
    return write_photo(
        rendering.target,
        rendering.pixels,
        path,
        quality=quality,
        metadata=metadata,
        provenance=said,
    )
