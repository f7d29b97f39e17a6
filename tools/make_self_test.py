"""Write ``resources/self_test.json``: what ``faceswap-gui doctor --self-test`` expects.

Run ``python tools/make_self_test.py`` after weights, the method or a default have changed, on a
machine whose own results are known to be right.
"""

import json
from pathlib import Path

from faceswap_gui.commands.self_test import REFERENCE, measure

PATH = Path(__file__).resolve().parent.parent / "resources" / REFERENCE


def main() -> None:
    measured = measure()
    kept = {"hashes": measured.hashes, "values": measured.values}
    PATH.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
