"""Make ``docs/pictures/presets.jpg``: the demo's swap with each shipped preset, side by side.

Run ``python tools/make_presets_sheet.py`` when a preset, a control or the networks have changed.
"""

from pathlib import Path

import numpy as np
from PIL import Image

from faceswap_gui import Swapper
from faceswap_gui.assets import resource
from faceswap_gui.project.presets import Presets

SHEET = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "presets.jpg"
BOX = (130, 40, 390, 340)
"""Left, upper, right and lower edge of the head in the demo's target."""
GAP = 8


def main() -> None:
    swapper = Swapper(device="cpu")
    swapper.set_source(resource("demo_source.jpg"))
    swapper.set_target(resource("demo_target.jpg"))
    left, upper, right, lower = BOX
    tiles = []
    for preset in Presets().shipped():
        tiles.append(swapper.render(preset.settings)[upper:lower, left:right, :3])
        tiles.append(np.full((lower - upper, GAP, 3), 255, np.uint8))
        print(preset.name)
    Image.fromarray(np.hstack(tiles[:-1])).save(SHEET, quality=88)


if __name__ == "__main__":
    main()
