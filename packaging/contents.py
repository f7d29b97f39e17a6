"""What goes into the built application and what stays out; ``build_installer.spec`` asks here."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PyInstaller.utils.hooks import (
    collect_data_files,
    collect_dynamic_libs,
    collect_submodules,
)

from faceswap_gui import __version__ as VERSION  # noqa: N812 - a constant here

UNUSED_MODULES = [
    # tools of those who build, test and document the program
    "IPython", "PyInstaller", "_pytest", "docutils", "matplotlib", "mypy", "pip", "pydoc_data",
    "pytest", "pytestqt", "ruff", "setuptools", "sphinx", "tkinter", "wheel",
    # the extra [evaluation], which measures and makes no pictures
    "dlib", "face_recognition_models", "ot",
    # the landmark backend that downloads its weights: a quarter of a gigabyte with its compiler
    "face_alignment",
    # what libraries would use if it were there
    "dask", "distributed", "imageio", "networkx.drawing", "numba", "llvmlite", "pandas",
    "pillow_heif", "pillow_jxl", "pymatting", "skimage", "tensorboard", "tflite", "torchvision",
    "triton",
    # what benches and converts networks; training needs the rest, tracing and compiling included
    "torch.utils.benchmark", "torch.utils.tensorboard",
    "torch.utils.hipify",
    # Qt: the window needs Core, Gui, Widgets and Svg
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml",
    "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner",
    "PyQt5", "PyQt6", "PySide2",
    # evaluate's libraries; the command says that it is not in here
    "scipy",
    "numpy.conftest", "numpy.f2py", "numpy.distutils", "yaml",
]  # fmt: skip
"""Modules that nothing of the application imports."""

NEEDED_TESTS = ("logging_tensor", "common_dtype", "distributed")
"""Of ``torch.testing._internal``, what torch itself imports."""

NEEDED_FILES = [
    "torch/bin/torch_shm_manager*",
    # torch reads the source of its configurations and of overloaded functions
    "torch/*config.py", "torch/functional.py", "torch/nn/functional.py", "torch/nn/modules/rnn.py",
]  # fmt: skip
"""Exceptions from `UNUSED_FILES`."""

UNUSED_FILES = [
    # torch: sources beside the compiled modules, C++ tests, what a C++ program is compiled with
    "torch/*.py",
    "torch/bin/*", "torch/test/*", "torch/include/*", "torch/share/*", "torch/lib/*_test.so",
    "torch/lib/libaoti_custom_ops.so", "torch/lib/libbackend_with_compiler.so",
    "torch/lib/*.lib", "*.a", "*.rlib", "*.pyi", "*.pxd", "*.cpp", "*.hpp", "*.h", "*.cu", "*.cuh",
    "torch/_inductor/codegen/cutlass/*",
    # LiteRT: the GPU delegate, converters and makers' compilers; the program runs on XNNPACK
    "ai_edge_litert/libLiteRtWebGpuAccelerator*", "ai_edge_litert/tools/*",
    "ai_edge_litert/vendors/*", "ai_edge_litert/*converter*", "ai_edge_litert/*genai*",
    "ai_edge_litert/libLiteRt.*",
    # OpenCV's own Qt and its trained cascades
    "cv2/qt/*", "cv2/data/*",
    # OpenImageIO's command-line tools
    "OpenImageIO/bin/*", "OpenImageIO/share/*", "OpenImageIO/include/*",
    # Qt: plugins for devices without a desktop, databases, other languages' dialogs
    "PySide6/Qt/qml/*", "PySide6/Qt/translations/qt[!b]*", "PySide6/Qt/plugins/sqldrivers/*",
    "PySide6/Qt/plugins/qmltooling/*", "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/tls/*", "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/platforms/libq[elv]*", "PySide6/Qt/plugins/platforms/libqminimal*",
    "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboard*",
    "PySide6/Qt/plugins/generic/*", "PySide6/Qt/plugins/imageformats/libqpdf*",
    "*libQt6Pdf*", "*libQt6Quick*", "*libQt6Qml*", "*libQt6VirtualKeyboard*", "*libQt6Network*",
    # GTK's look and dialogs, which the program does not take on
    "PySide6/Qt/plugins/platformthemes/libqgtk3*", "libgtk-3*", "libgdk*", "libatk*", "libatspi*",
    "libcairo*", "libpango*", "libepoxy*", "libpixman*", "libthai*", "libdatrie*",
    "*libQt6Egl*", "*libQt6Sql*",
    # tests that came along as data
    "*/tests/*", "*/test/*",
]  # fmt: skip
"""Files, by their place in the application, that nothing of it opens."""


def data_files(root: Path) -> list[tuple[str, str]]:
    """Return what the program reads: its models, pictures, translations and notices."""
    own = [(str(root / folder), f"faceswap_gui/{folder}") for folder in ("resources", "weights")]
    notices = [(str(root / name), "faceswap_gui") for name in ("NOTICE", "LICENSE")]
    return (
        own
        + notices
        + [
            file
            for package in ("qdarkstyle", "psd_tools", "superqt", "OpenImageIO", "c2pa")
            for file in collect_data_files(package)
        ]
    )


def libraries() -> list[tuple[str, str]]:
    """Return libraries that packages load by themselves, so that imports do not show them."""
    return [
        library
        for package in ("ai_edge_litert", "c2pa", "OpenImageIO", "pi_heif", "rawpy")
        for library in collect_dynamic_libs(package)
    ]


def hidden_modules() -> list[str]:
    """Return modules that are imported by name, at run time."""
    return [*collect_submodules("faceswap_gui"), "_libvips", "ai_edge_litert.interpreter"]


def unused_modules() -> list[str]:
    """Return the names of modules to leave out."""
    torch = find_spec("torch")
    folders = [f"{folder}/testing/_internal" for folder in torch.submodule_search_locations]
    tests = [module.name for module in pkgutil.iter_modules(folders)]
    return UNUSED_MODULES + [
        f"torch.testing._internal.{name}" for name in tests if name not in NEEDED_TESTS
    ]


def kept(collected: Any) -> Any:
    """Return the files of PyInstaller's list (place, origin, kind) that are needed."""
    return [file for file in collected if not _unused(file[0].replace(os.sep, "/"))]


def _unused(place: str) -> bool:
    if any(fnmatch(place, pattern) for pattern in NEEDED_FILES):
        return False
    return any(fnmatch(place, pattern) for pattern in UNUSED_FILES)


STRIPPED_FILES = ["torch/lib/*", "libpython*", "ai_edge_litert/*.so"]
"""Libraries that still hold symbols for linkers: a quarter of torch's. Not all can be stripped:
what auditwheel has patched, such as libvips, breaks."""


def stripped(libraries: Any, folder: Path) -> Any:
    """Return the list with Linux' large libraries replaced by copies without symbols."""
    if not sys.platform.startswith("linux"):
        return libraries
    return [
        (place, _without_symbols(origin, folder / place), kind)
        if kind == "BINARY" and any(fnmatch(place, pattern) for pattern in STRIPPED_FILES)
        else (place, origin, kind)
        for place, origin, kind in libraries
    ]


def _without_symbols(library: str, copy: Path) -> str:
    copy.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-unneeded", "-o", str(copy), library], check=True)
    return str(copy)


def signing_identity() -> str | None:
    """Return the name of the macOS certificate to sign with, from the environment."""
    return os.environ.get("FACESWAP_SIGNING_IDENTITY") or None


def mac_properties() -> dict[str, Any]:
    """Return what Info.plist tells macOS: what the program opens, and that dark is known."""
    kind = "io.github.faceswap-gui.project"
    return {
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "LSMinimumSystemVersion": "12.0",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Face Swap project",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [kind],
            },
            {
                "CFBundleTypeName": "Photograph",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.image"],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": kind,
                "UTTypeDescription": "Face Swap project",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["fsproj"]},
            }
        ],
    }


def windows_version(name: str) -> Any:
    """Return what Windows shows of the executable in its properties."""
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = (*(int(n) for n in VERSION.split(".")[:3]), 0)
    words = {
        "FileDescription": "Face Swap",
        "FileVersion": VERSION,
        "InternalName": name,
        "LegalCopyright": "The faceswap_gui authors; Apache-2.0",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Face Swap",
        "ProductVersion": VERSION,
    }
    table = info.StringTable("040904B0", [info.StringStruct(*pair) for pair in words.items()])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            info.StringFileInfo([table]),
            info.VarFileInfo([info.VarStruct("Translation", [0x409, 0x4B0])]),
        ],
    )
