"""A retoucher gets the swap as layers, from Python."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import OpenImageIO

from faceswap_gui.compositing import LayerStack
from faceswap_gui.imaging import write_layers
from faceswap_gui.pipeline.swapper import Swapper


def test_the_face_over_the_original_is_the_result_and_the_matte_says_where(
    swapper: Swapper, tmp_path: Path
) -> None:
    stack = LayerStack(swapper.target)
    result = swapper.render(each_face=stack.add)
    write_layers(swapper.target, stack.layers(result), result, tmp_path / "swap.psd")

    hints = OpenImageIO.ImageSpec()
    hints.attribute("oiio:UnassociatedAlpha", 1)
    image = OpenImageIO.ImageInput.open(str(tmp_path / "swap.psd"), hints)
    seen = []
    for index in range(1, 5):
        assert image.seek_subimage(index, 0)
        seen.append(np.asarray(image.read_image("uint8")))
    original, face, matte, whole = seen
    assert np.array_equal(original, swapper.target.pixels)
    assert np.array_equal(whole, result)
    assert np.array_equal(matte[..., 0], face[..., 3])
    share = face[..., 3:] / 255
    assert np.abs(face[..., :3] * share + original * (1 - share) - result).max() <= 1.5
    assert 0.02 < (matte > 0).mean() < 0.5
