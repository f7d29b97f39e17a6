"""``python -m faceswap_gui`` is the same as ``faceswap-gui``."""

import sys

from faceswap_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
