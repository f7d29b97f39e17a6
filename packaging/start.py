"""Where the built application begins: the same command line as the package's."""

import multiprocessing
import sys

# A started helper process begins here too and must not open a second window.
multiprocessing.freeze_support()

from faceswap_gui.cli import main  # noqa: E402 - after freeze_support

sys.exit(main())
