"""The middle of the window: the preview with its tools, and what is said above it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from faceswap_gui.gui.actions import Actions
from faceswap_gui.gui.banner import Banner
from faceswap_gui.gui.canvas.canvas import PreviewCanvas
from faceswap_gui.gui.canvas.tools.options_bar import OptionsBar
from faceswap_gui.gui.canvas.tools.tool_bar import ToolBar
from faceswap_gui.gui.canvas.tools.toolbox import Toolbox
from faceswap_gui.gui.empty_state import EmptyState
from faceswap_gui.gui.header import Header
from faceswap_gui.gui.stopped_notice import StoppedNotice


class Stage(QWidget):
    """Header, tool's options and messages above the canvas, the tools beside it."""

    def __init__(
        self,
        header: Header,
        toolbox: Toolbox,
        actions: Actions,
        banner: Banner,
        stopped: StoppedNotice,
        canvas: PreviewCanvas,
        empty: EmptyState,
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(OptionsBar(toolbox, actions))
        layout.addWidget(banner)
        layout.addWidget(stopped)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(ToolBar(actions))
        row.addWidget(_one_over_another(canvas, empty), 1)
        layout.addLayout(row, 1)


def _one_over_another(canvas: PreviewCanvas, empty: EmptyState) -> QWidget:
    both = QWidget()
    layout = QStackedLayout(both)
    layout.setStackingMode(QStackedLayout.StackingMode.StackAll)
    layout.addWidget(canvas)
    layout.addWidget(empty)
    layout.setCurrentWidget(empty)
    return both
