"""Write ``docs/window.md``: the window's parts and actions by the names that scripts find them by.

Run ``python tools/make_window_doc.py`` after an action or a control has changed.
"""

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QKeySequence

from faceswap_gui.gui.actions import DECLARED, MENUS, Declared
from faceswap_gui.pipeline.settings import CONTROLS, LEVELS, MAPPED_LEVELS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "window.md"
HEAD = """\
# The window for scripts and tests

`faceswap_gui.gui.create_window()` builds the window without showing it. Every part and action has
an object name, by which `findChild` finds it. Picture files dropped on `sourcePane` and
`targetPane` load; once both hold a face the preview renders by itself, and again at every change.
A window built so asks nothing: the question whether the faces may be used, for which *Export* waits
once it is asked, belongs to the program's own start; `window.rights.ask()` asks it.

<!-- Written by tools/make_window_doc.py. -->

## Parts

| object name | what it is |
|---|---|
| `sourcePane`, `targetPane` | take pictures by drop, dialog and paste; their faces can be picked |
| `sourceArea`, `targetArea` | the picture in a pane with its faces' boxes, or the invitation |
| `sourceFaces`, `targetFaces` | a picture's faces to choose from, if there are several |
| `sourceFilm`, `targetFilm` | pictures that were dropped together |
| `sourceDock`, `targetDock`, `inspectorDock`, `historyDock` | the docks around the preview |
| `emptyState` | what to do first |
| `previewCanvas` | the result, or before and after |
| `toolBar`, `optionsBar` | the canvas's tools, and how the one in use is set |
| `brushSizeSlider`, `brushHardnessSlider` | the brushes |
| `landmarksSource`, `landmarksTarget`, `everyPointSwitch` | which landmarks are shown |
| `boxSource`, `boxTarget` | where a box is drawn |
| `stoppedNotice`, `renderAgain` | says that rendering was stopped, and makes the picture |
| `banner`, `bannerText`, `copyDetails` | what went wrong, and its details |
| `jobProgress`, `cancelJob` | work that takes longer than 200 ms |
| `statusPixel`, `statusSize`, `statusZoom`, `statusDevice`, `statusMemory` | the status bar |
| `qualityWarnings`, `qualityWarningsText`, `qualitySheet` | what will spoil the result |
| `inspector`, `historyList` | the controls; the steps of the history |
| `snapshotList`, `takeSnapshot` | the snapshots; keeps one more |
| `compareSnapshot`, `restoreSnapshot`, `removeSnapshot` | for the selected snapshot |
| `presetBox`, `presetMenu` | the preset in use; keep, import, export, delete presets |
| `exportDialog`, `formatBox`, `exportSize` | the export's options and the file's size |
| `dragResult` | dragged into another program, it gives the result as a file |
| `qualitySlider`, `subsamplingBox` | how much a small file may lose |
| `losslessSwitch`, `layersSwitch` | how the exported file is written |
| `metadataSwitch`, `provenanceSwitch` | what is written beside the pixels |
| `actionBatch`, `batchDock`, `batchPanel`, `batchList` | shows the batch; its pictures |
| `addToBatch`, `startBatch`, `batchProgress` | adds pictures, starts and stops, how far it is |
| `batchEveryFace` | whether added pictures get the face on everybody in them |
| `openBatchResult`, `batchAgain`, `removeFromBatch` | for the selected pictures of the batch |
| `rightsQuestion`, `laterRights` | asks once for the right to use the faces |
| `menuRecent` | the projects that were opened or saved lately |"""

TAIL = """
Actions with a button have it under their name with `button` for `action`: `buttonCompare`. The
menu *View* has beside those above `actionHistory` (Ctrl+H) and `actionBatch` (Ctrl+B), which show
and hide panels, and `actionThemeDark`, `actionThemeLight`, `actionLanguage_en`,
`actionLanguage_zh_CN`.

## What is there at times

- `pointOutFace` beside a message that no face was found; `restoreWork`, `bringWorkBack` and
  `discardWork` beside the question for unsaved work.
- `shortcutList` with `shortcutArea`, and `about` with `aboutFacts` and `copyAbout`, once opened.
- `actionSavePreset`, `actionImportPreset`, `actionExportPreset` and `actionDeletePreset` in the
  open menu of `presetMenu`.
"""


def page() -> str:
    """Return the page's text."""
    sliders = [f"| `{c.name}Slider`, `{c.name}Value` | {c.label} |" for c in CONTROLS]
    levels = [c.name for c in CONTROLS if c.name.startswith("level")]
    sliders += [
        f"| `{n}Switch`, `{n}Distance`, `{n}Transport` | {n}'s switch, distance and transport map |"
        for n in levels
    ]
    sliders += [
        f"| `level{number}Later` | level {number}, which passes unchanged |"
        for number in range(MAPPED_LEVELS + 1, LEVELS + 1)
    ]
    tables = [_table(menu) for menu in MENUS]
    undo = "| `actionUndo` | Undo | Ctrl+Z | |\n| `actionRedo` | Redo | Ctrl+Shift+Z, Ctrl+Y | |"
    lines = [HEAD, *sliders, "", "## Actions", *tables, TAIL]
    return "\n".join(lines).replace("{undo}", undo)


def _table(menu: str) -> str:
    rows = [_row(d) for d in DECLARED if d is not None and d.menu == menu]
    extra = ["{undo}"] if menu == "&Edit" else []
    title = menu.replace("&", "")
    head = f"\n### {title}\n\n| object name | action | keys | |\n|---|---|---|---|"
    return "\n".join([head, *extra, *rows])


def _row(declared: Declared) -> str:
    keys = ", ".join(QKeySequence(k).toString().replace("|", "\\|") for k in declared.keys)
    text = declared.text.replace("&", "")
    return f"| `{declared.name}` | {text} | {keys} | {declared.help} |"


if __name__ == "__main__":
    # Standard shortcuts need an application.
    application = QGuiApplication(["make_window_doc", "-platform", "offscreen"])
    PAGE.write_text(page(), encoding="utf-8")
