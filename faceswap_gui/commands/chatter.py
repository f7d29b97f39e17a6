"""Keep what native libraries say for developers off the person's screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_CHATTER = b"INFO: "


def hush_models() -> None:
    """Load one small model now, so that LiteRT's only announcement is said to nobody.

    It announces its delegate with the first model of a process and knows no option against it.

    Raises:
        WeightsError: the model is missing or damaged.
    """
    from faceswap_gui.faces.detector import FaceDetector

    with without_chatter():
        FaceDetector()


@contextmanager
def without_chatter() -> Iterator[None]:
    """Drop ``INFO:`` lines that native code writes to standard error; the rest appears at the end.

    Native code knows nothing of `sys.stderr`, so the descriptor itself leads elsewhere meanwhile.
    """
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 2)
        try:
            yield
        finally:
            sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)
            said.seek(0)
            for line in said:
                if not line.startswith(_CHATTER):
                    os.write(2, line)
