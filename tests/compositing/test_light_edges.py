import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing import light_edges

SIZE = 128
REGION = np.zeros((SIZE, SIZE, 1), np.float32)
REGION[16:112, 16:112] = 1


def _shadow(depth: float) -> NDArray[np.float32]:
    """A log-gain of one straight edge down the middle."""
    gain = np.zeros((SIZE, SIZE, 3), np.float32)
    gain[:, : SIZE // 2] = -depth
    return gain


def test_a_strong_edge_is_taken_over_whole() -> None:
    edges = light_edges(_shadow(1.0), REGION, REGION)
    across = edges[SIZE // 2, :, 0]
    assert across[SIZE // 2] - across[SIZE // 2 - 1] > 0.95


def test_what_is_faint_or_smooth_or_outside_is_left_alone() -> None:
    assert not light_edges(_shadow(0.1), REGION, REGION).any()
    ramp = np.broadcast_to(np.linspace(0, 0.5, SIZE, dtype=np.float32)[:, None], (SIZE, SIZE))
    smooth = light_edges(np.repeat(ramp[..., None], 3, axis=2), REGION, REGION)
    assert np.abs(smooth).max() < 0.05
    edges = light_edges(_shadow(1.0), REGION, REGION)
    assert not edges[:10].any()
    assert not edges[:, :10].any()


def test_an_eye_takes_the_light_beside_it_and_nothing_of_its_own() -> None:
    skin = REGION.copy()
    skin[60:68, 70:80] = 0
    gain = _shadow(1.0)
    plain = light_edges(gain, REGION, skin)
    gain[60:68, 70:80] = -2.0
    with_eye = light_edges(gain, REGION, skin)
    assert np.abs(plain[60:68, 70:80]).mean() > 0.05
    assert with_eye[62:66, 73:77].mean() > -0.3
