"""How the program came onto this machine: as a Python package, or as the built application."""

import sys


def is_built() -> bool:
    """Whether this is the application that PyInstaller built, which brings its own Python."""
    return bool(getattr(sys, "frozen", False))


def how_to_reinstall() -> str:
    """Return what a person does when files of the program are missing or damaged."""
    if is_built():
        return "install the application again from its download"
    return "install the package again: pip install --force-reinstall ."
