"""What the ways into the states share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import driving
import numpy as np
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from faceswap_gui.assets import resource
from faceswap_gui.gui.window import MainWindow

SOURCE, TARGET = (resource(name) for name in ("demo_source.jpg", "demo_target.jpg"))
State = Callable[[MainWindow, Path], Iterator[None]]
"""Leads the window into a state, yields while its picture is taken, and leads it back."""


def group_of(folder: Path) -> Path:
    """Write a picture of both people, next to each other."""
    path = folder / "group.png"
    both = [np.asarray(Image.open(p).convert("RGB").resize((512, 600))) for p in (TARGET, SOURCE)]
    Image.fromarray(np.hstack(both)).save(path)
    return path


@contextmanager
def undone(window: MainWindow) -> Iterator[None]:
    """Take back what is done meanwhile, so that the next state begins with the pair."""
    stack = window.studio.stack
    index = stack.index()
    yield
    driving.until(lambda: window.worker.idle)
    stack.setIndex(index)
    measured(window)


def measured(window: MainWindow) -> None:
    """Wait for the picture and for what is measured on it after a rest."""
    driving.until_finished(window)
    QTest.qWait(400)
    driving.until_finished(window)


def part(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None, f"the window has no {name}"
    return found


def top(window: MainWindow, name: str) -> QDialog:
    found = window.findChild(QDialog, name)
    assert found is not None, f"there is no {name}"
    return found
