"""What the target lends for what the source does not show comes in the source's own tone."""

import numpy as np
import pytest

from faceswap_gui.imaging import RATIO_OFFSET
from faceswap_gui.reenactment.shares import Shares
from faceswap_gui.reenactment.stand_in import stand_in_tone

SIZE = 120
EYES_APART = 40.0
FACE, RED = np.float32((0.7, 0.6, 0.5)), np.float32((0.8, 0.4, 0.3))


@pytest.fixture
def fringe():
    """(h, w): a forehead's strip that hair covers on the source, its edge soft."""
    rows = np.arange(SIZE, dtype=np.float32)[:, None]
    return np.tile(np.clip((30 - rows) / 6, 0, 1), (1, SIZE)).astype(np.float32)


def plain(colour):
    return np.tile(colour, (SIZE, SIZE, 1)).astype(np.float32)


def lent(target, face, missing, *, seen, visible=None):
    """The target as it stands in for a face that is missing in part."""
    bare = np.ones_like(missing) if visible is None else visible
    tone = stand_in_tone(
        target, face, missing=missing, seen=seen, visible=bare, eye_distance=EYES_APART
    )
    return target + (target + RATIO_OFFSET) * tone


def test_a_forehead_lent_by_a_ruddier_face_has_the_sources_tone(fringe):
    result = lent(plain(RED), plain(FACE), fringe, seen=1 - fringe)

    assert np.abs(result[:20] - FACE).max() < 0.02
    np.testing.assert_allclose(result[40:], plain(RED)[40:], atol=1e-6)


def test_the_lent_forehead_keeps_its_own_wrinkles(fringe):
    target = plain(RED)
    target[10:12] *= 0.8

    result = lent(target, plain(FACE), fringe, seen=1 - fringe)

    assert result[11, 60, 1] < 0.9 * result[6, 60, 1]


def test_glasses_of_the_target_do_not_decide_the_tone(fringe):
    target, bare = plain(RED), np.ones_like(fringe)
    target[50:80], bare[50:80] = 0.02, 0

    result = lent(target, plain(FACE), fringe, seen=1 - fringe, visible=bare)

    assert np.abs(result[:20] - FACE).max() < 0.02


def test_where_nothing_is_missing_no_tone_is_changed():
    nothing = np.zeros((SIZE, SIZE), np.float32)
    planes = {"missing": nothing, "seen": 1 - nothing, "visible": 1 - nothing}

    assert stand_in_tone(plain(RED), plain(FACE), **planes, eye_distance=EYES_APART) is None


def test_a_cheek_turned_away_is_lent_in_the_sources_tone_and_teeth_as_they_are():
    """Confidence 0.2 on both sides: neither shows the cheek. Between the lips all is meant."""
    maps = np.zeros((4, 6, 6), np.float32)
    maps[..., 2] = maps[..., 5] = 0.2
    mouth = np.ones((4, 6), np.float32)
    mouth[:, 3:] = 0

    class Bare:
        def at(self, places):
            return np.ones(places.shape[:2], np.float32)

    shares = Shares.of(maps, Bare()).within(mouth)

    np.testing.assert_allclose(shares.missing[:, :3], 0.64, atol=1e-6)
    np.testing.assert_allclose(shares.missing[:, 3:], 0)
