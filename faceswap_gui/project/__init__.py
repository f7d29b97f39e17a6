"""The document, its history and its files. Knows no Qt.

>>> from faceswap_gui.project import render_project
>>> rendering = render_project("portrait.fsproj")
>>> rendering.pixels.shape
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ["Document", "Picture", "Role", "load_project", "render_project", "save_project"]

if TYPE_CHECKING:
    from faceswap_gui.project.document import Document, Picture, Role
    from faceswap_gui.project.project_file import load_project, save_project
    from faceswap_gui.project.rendering import render_project

# The window needs the document at once and the pipeline, which imports torch, only later.
_LAZY = {
    "Document": "document",
    "Picture": "document",
    "Role": "document",
    "load_project": "project_file",
    "save_project": "project_file",
    "render_project": "rendering",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
