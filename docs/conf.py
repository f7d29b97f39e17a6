"""How Sphinx makes the documentation: ``sphinx-build -W docs dist/docs``."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from faceswap_gui import __version__  # noqa: E402 - found through the line above

project = "faceswap_gui"
author = "the faceswap_gui authors"
copyright = "2026, the faceswap_gui authors"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
default_role = "literal"  # docstrings write `name` as Markdown does
autodoc_member_order = "bysource"
autodoc_typehints = "description"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
nitpicky = False

html_theme = "pydata_sphinx_theme"
html_title = "faceswap_gui"
html_logo = "../resources/icon.svg"
html_favicon = "../resources/icon.svg"
html_show_sourcelink = False
html_theme_options = {
    "show_prev_next": True,
    "secondary_sidebar_items": ["page-toc"],
    "navbar_end": ["theme-switcher"],
    "footer_start": ["copyright"],
    "footer_end": [],
}
