"""Collect what the window says into Qt's translation files, and compile them.

    python tools/translations.py

Reads every `tr`, `say` and `mark` of the window and what `Settings` declares, brings
``resources/faceswap_zh_CN.ts`` up to date (what is translated stays, what is gone goes) and
compiles it to ``.qm`` with Qt's lrelease. Prints what is not translated yet.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
WINDOW = ROOT / "faceswap_gui" / "gui"
CONTEXT = "faceswap_gui"
LANGUAGE = "zh_CN"

_TEXT_ARGUMENT = {"tr": 0, "told": 0, "mark": 0, "say": 2, "TitleBar": 0}
"""The functions that take a text to be translated, and which argument it is."""

_ERROR_KINDS = (
    *("UsageError", "InputError", "NoFaceError", "WeightsError", "OutputError"),
    *("DamagedError", "RareError", "Words"),
)
_ERRORS = (
    *("assets.py", "imaging/*.py", "faces/bundled.py", "faces/tflite.py", "compositing/*.py"),
    *("networks/weights.py", "pipeline/subject.py", "pipeline/control.py", "pipeline/settings.py"),
    *("project/*.py", "project/batch/queue.py", "project/batch/jobs.py", "project/batch/work.py"),
    "project/batch/locks.py",
    "gui/*.py",
)
"""Where errors come from that a person at the window can meet."""


def texts_of_window() -> Iterator[str]:
    """Yield the texts that the window's code says."""
    for path in sorted(WINDOW.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                position = _TEXT_ARGUMENT.get(node.func.id)
                if position is not None and len(node.args) > position:
                    yield from _literal(node.args[position])


def texts_of_controls() -> Iterator[str]:
    """Yield the controls' names, groups, units and help."""
    from faceswap_gui.pipeline.settings import CONTROLS

    for control in CONTROLS:
        yield from filter(None, (control.label, control.group, control.unit, control.help))


def texts_of_presets() -> Iterator[str]:
    """Yield the shipped presets' names and descriptions."""
    from faceswap_gui.project.presets import Presets

    for preset in Presets().shipped():
        yield from (preset.name, preset.description)


def texts_of_warnings() -> Iterator[str]:
    """Yield what is said of photographs that will spoil the result."""
    from faceswap_gui.reenactment.quality import WORDS

    yield from WORDS.values()


def texts_of_errors() -> Iterator[str]:
    """Yield what the core says of pictures, projects, presets and files that cannot be used."""
    for _, node in _nodes_with_errors():
        yield from _said(node)


def untranslatable() -> list[str]:
    """Return where an error's words are put together before they can be looked up."""
    return [
        f"{path.name}:{node.lineno}: give the values by name, as errors.py shows"
        for path, node in _nodes_with_errors()
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in _ERROR_KINDS
        and node.args
        and isinstance(node.args[0], ast.JoinedStr)
    ]


def _nodes_with_errors() -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted(path for name in _ERRORS for path in WINDOW.parent.glob(name)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path, node


def _said(node: ast.AST) -> Iterator[str]:
    """Yield the words of an error, of a note on what was left out, or of a table of remedies."""
    if isinstance(node, ast.Call) and node.args:
        name = ast.unparse(node.func)
        if name in _ERROR_KINDS or name.endswith("notes.append"):
            yield from _literal(node.args[0])
    elif isinstance(node, ast.keyword) and node.arg == "notes" and isinstance(node.value, ast.List):
        for element in node.value.elts:
            yield from _literal(element)
    elif isinstance(node, ast.Assign) and "REMED" in ast.unparse(node.targets[0]):
        table = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
        for remedy in table:
            yield from _literal(remedy)


def all_texts() -> list[str]:
    """Return every text once, in order of its first appearance."""
    declared = (*texts_of_controls(), *texts_of_presets(), *texts_of_warnings(), *texts_of_errors())
    return list(dict.fromkeys([*texts_of_window(), *declared]))


def known(path: Path) -> dict[str, str]:
    """Return the translations of a .ts file."""
    if not path.is_file():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    return {m.findtext("source", ""): m.findtext("translation", "") for m in messages}


def write(path: Path, translations: dict[str, str]) -> None:
    """Write a .ts file."""
    root = ET.Element("TS", version="2.1", language=LANGUAGE)
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for source, translation in translations.items():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        entry = ET.SubElement(message, "translation")
        entry.text = translation
        if not translation:
            entry.set("type", "unfinished")
    ET.indent(root, " " * 2)
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def main() -> int:
    path = RESOURCES / f"faceswap_{LANGUAGE}.ts"
    translated = known(path)
    translations = {text: translated.get(text, "") for text in all_texts()}
    write(path, translations)
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([lrelease, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)
    missing = [text for text, translation in translations.items() if not translation]
    print(f"{len(translations)} texts, {len(missing)} not translated")
    print("\n".join(missing))
    return 0


def _literal(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


if __name__ == "__main__":
    raise SystemExit(main())
