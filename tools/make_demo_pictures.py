"""Make the two portraits of ``faceswap-gui demo`` from pictures that two packages bring.

Run once, from the repository's root:

    pip install matplotlib scikit-image
    python tools/make_demo_pictures.py

Both show public figures in official photographs of the United States' government, which are in
the public domain: astronaut Eileen Collins (NASA, in scikit-image) and Rear Admiral Grace Hopper
(US Navy, in matplotlib).
"""

from pathlib import Path

import numpy as np
from matplotlib import cbook
from PIL import Image
from skimage import data

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
QUALITY = 95


def main() -> None:
    admiral = np.asarray(Image.open(cbook.get_sample_data("grace_hopper.jpg", asfileobj=False)))
    for name, pixels in (("demo_source", data.astronaut()), ("demo_target", admiral)):
        # Full-resolution colour: a swap shows subsampled colour as a grid on the skin.
        Image.fromarray(pixels).save(
            RESOURCES / f"{name}.jpg", quality=QUALITY, subsampling=0, optimize=True
        )


if __name__ == "__main__":
    main()
