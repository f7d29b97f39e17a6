"""OpenCV's wheel must not lead Qt to OpenCV's own plugins."""

import os
import subprocess
import sys

from faceswap_gui.gui.opencv import forget_opencv_qt


def test_after_the_worker_imported_opencv_qt_finds_its_own_plugins():
    code = (
        "import os, faceswap_gui.gui.engine, cv2\n"
        "print([n for n in ('QT_QPA_PLATFORM_PLUGIN_PATH', 'QT_QPA_FONTDIR') if n in os.environ])"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("QT_QPA_F")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "[]"


def test_what_opencv_set_is_removed(monkeypatch):
    monkeypatch.setenv("QT_QPA_FONTDIR", "/somewhere/cv2/qt/fonts")
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/somewhere/cv2/qt/plugins")

    forget_opencv_qt()

    assert "QT_QPA_FONTDIR" not in os.environ
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ


def test_what_the_person_set_stays(monkeypatch):
    monkeypatch.setenv("QT_QPA_FONTDIR", "/home/me/fonts")

    forget_opencv_qt()

    assert os.environ["QT_QPA_FONTDIR"] == "/home/me/fonts"


def test_the_window_appears_before_torch_and_opencv_are_imported():
    code = (
        "import sys\n"
        "from faceswap_gui.gui import create_window\n"
        "window = create_window()\nwindow.show()\n"
        "print([n for n in ('torch', 'cv2', 'ai_edge_litert') if n in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.strip() == "[]"
