"""Make a sheet of twenty hard targets, each with the source and the swap, to be looked at.

Run ``python tools/make_hard_targets_sheet.py DATA OUT.png`` after work on the method, look at the
sheet at full size, and say in ``docs/hard-targets.md`` what is seen. DATA is what ``faceswap-gui
evaluate`` takes, with ``synthetic/showcase/`` as well; the sheet shows its pictures and is not for
the repository. What the program warns of is printed beside each name.
"""

import sys
from itertools import chain
from pathlib import Path

from faceswap_gui import Swapper
from faceswap_gui.errors import InputError
from faceswap_gui.evaluation.pairs import neutral_pictures
from faceswap_gui.evaluation.sheet import Cell, cut, write_sheet

TARGETS = {
    "showcase/SDXL_0020382": "full profile",
    "validation/FLUX1_schnell_0010489": "full profile, cut off",
    "validation/FLUX1_schnell_0055994": "full profile, side light",
    "validation/SDXL_0002177": "profile",
    "validation/SDXL_0001849": "profile, glasses, monochrome",
    "validation/FLUX1_schnell_0025185": "monochrome",
    "showcase/FLUX1_schnell_0002773": "hand",
    "validation/FLUX1_schnell_0031180": "hand, glasses",
    "showcase/SDXL_0038522": "hand, beard",
    "showcase/FLUX1_schnell_0029959": "mask",
    "showcase/SDXL_0052947": "glasses",
    "showcase/SDXL_0014922": "sunglasses",
    "showcase/SDXL_0008809": "glasses, beard",
    "showcase/SDXL_0033973": "beard, hat",
    "showcase/FLUX1_schnell_0010740": "wet hair over the face",
    "showcase/FLUX1_schnell_0029780": "fringe",
    "validation/SDXL_0040967": "hard side light",
    "validation/FLUX1_schnell_0014317": "shadow across the face",
    "validation/FLUX1_schnell_0017959": "coloured light",
    "validation/FLUX1_schnell_0006596": "tongue out, side light",
}
"""Targets below ``synthetic/`` and what is hard about them."""
_STRIDE = 5
"""Every so many people of the London set is a source."""
_SIDE = 360
_PAIRS_A_ROW = 2


def main() -> None:
    """Swap into every target and write the sheet."""
    data, sheet = map(Path, sys.argv[1:])
    people, swapper = neutral_pictures(data), Swapper()
    cells: list[list[Cell]] = []
    for turn, (name, why) in enumerate(TARGETS.items()):
        source = people[turn * _STRIDE % len(people)]
        cells.append(_cells(swapper, source, data / "synthetic" / f"{name}.jpg", why))
    starts = range(0, len(cells), _PAIRS_A_ROW)
    rows = [list(chain(*cells[at : at + _PAIRS_A_ROW])) for at in starts]
    write_sheet(rows, sheet, _SIDE)


def _cells(swapper: Swapper, source: Path, target: Path, why: str) -> list[Cell]:
    """Return the tiles of source, target and swap; only the others if the target has no face."""
    swapper.set_source(source)
    own = Cell(cut(swapper.source.pixels, swapper.source_faces[0].landmarks, _SIDE), source.stem)
    try:
        swapper.set_target(target)
    except InputError as error:
        print(f"{target.stem} ({why}): {error}")
        return [own]
    picture = swapper.render()
    said = ", ".join(f"{w.name} {w.number:.2g}" for w in swapper.warnings()) or "no warning"
    print(f"{target.stem} ({why}): {said}", flush=True)
    landmarks = swapper.target_faces[0].landmarks
    before, after = (cut(p, landmarks, _SIDE) for p in (swapper.target.pixels, picture))
    return [own, Cell(before, target.stem), Cell(after, why)]


if __name__ == "__main__":
    main()
