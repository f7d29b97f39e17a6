"""Rendering a project file without a window: ``faceswap-gui render``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.imaging import write_layers, write_photo
from faceswap_gui.pipeline.swapper import Swapper
from faceswap_gui.project.project_file import load_project
from faceswap_gui.project.session import Cancelled, Progress, Rendering, Session
from faceswap_gui.project.writing import Writing


@attrs.frozen(eq=False)
class RenderedProject(Rendering):
    """A rendered project file and what the render has to say of itself."""

    report: dict[str, Any] = attrs.field(kw_only=True)
    """Settings, faces, distances per level, milliseconds per stage, device, hashes."""


def render_project(
    path: str | Path,
    *,
    device: str = "auto",
    layered: bool = False,
    sparing: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RenderedProject:
    """Render a project file; the same pixels as the window's export.

    Args:
        path: the project file.
        device: as for `Swapper`.
        layered: whether the layers are to be made too.
        sparing: as for `Swapper`: without layers the result then is in the target's own pixels.
        progress: told the stage's name and the share of work done, 0..1.
        cancelled: asked between stages; True ends the render.

    Raises:
        InputError: the project or one of its pictures is missing, damaged or shows no face.
        UsageError: the project lacks a source or a target.
    """
    with tempfile.TemporaryDirectory(prefix="faceswap-") as folder:
        document = load_project(path, unpack_to=Path(folder)).document
        session = Session(Swapper(device, sparing=sparing))
        rendering = session.render(
            document, layered=layered, progress=progress, cancelled=cancelled
        )
        report = session.report(document)
        return RenderedProject(**attrs.asdict(rendering, recurse=False), report=report)


def export(
    rendering: Rendering, path: str | Path, writing: Writing | None = None
) -> tuple[str, ...]:
    """Write a rendering in the format of its ending, with the target's profile and metadata.

    Args:
        rendering: what to write; with layers it becomes a file of layers.
        path: where to.
        writing: how; as `Writing` says of itself if None.

    Returns:
        What had to be left out, in words for the person.

    Raises:
        OutputError: the format is unknown or holds no layers, or the file could not be written.
    """
    writing = writing or Writing()
    said = None
    if writing.provenance:
        said = attrs.evolve(rendering.provenance, credentials=writing.credentials)
    if rendering.layers:
        write_layers(
            rendering.target,
            rendering.layers,
            rendering.pixels,
            path,
            metadata=writing.metadata,
            provenance=said,
        )
        return ()
    return write_photo(
        rendering.target,
        rendering.pixels,
        path,
        quality=writing.quality,
        subsampling=writing.subsampling,
        lossless=writing.lossless,
        metadata=writing.metadata,
        provenance=said,
    )
