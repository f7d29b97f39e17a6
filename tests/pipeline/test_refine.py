"""An artist lets the mapping learn from the one pair on the table, and looks at what it moved."""

from collections.abc import Iterator

import attrs
import numpy as np
import pytest

from faceswap_gui import Settings, Swapper
from faceswap_gui.errors import Cancelled, UsageError

REFINED = Settings(refine=40)


@pytest.fixture(scope="module")
def refined(swapper: Swapper) -> Iterator[np.ndarray]:
    yield swapper.render(REFINED)


def test_refined_features_lie_nearer_to_the_targets_at_every_level(swapper: Swapper) -> None:
    swapper.render()
    before = [distance.after for distance in swapper.distances()]
    swapper.render(REFINED)
    after = [distance.after for distance in swapper.distances()]
    assert all(new < old for new, old in zip(after, before, strict=True))


def test_the_same_steps_give_the_same_picture_and_spoil_nothing_for_others(
    swapper: Swapper, refined: np.ndarray
) -> None:
    plain = swapper.render()
    assert (swapper.render(REFINED) == refined).all()
    assert (plain != refined).any()
    assert (swapper.render() == plain).all()


def test_a_long_refinement_can_be_cancelled_between_two_steps(swapper: Swapper) -> None:
    steps: list[str] = []

    def stop_after_three() -> bool:
        return steps.count("refine") >= 3

    with pytest.raises(Cancelled):
        swapper.render(
            Settings(refine=300),
            progress=lambda step, share: steps.append(step),
            cancelled=stop_after_three,
        )
    assert steps.count("refine") == 3


def test_moving_blend_does_not_refine_again(swapper: Swapper, refined: np.ndarray) -> None:
    swapper.render(REFINED)
    swapper._cache.milliseconds.clear()
    swapper.render(attrs.evolve(REFINED, blend=0.5))
    assert "map" not in swapper._cache.milliseconds


def test_the_transport_map_says_where_features_moved_and_only_there(swapper: Swapper) -> None:
    swapper.render()
    first = swapper.first_face()
    for level in (1, 2, 3):
        moved = swapper.transport_map(level)
        assert moved.shape == first.region.shape
        assert moved[first.region > 0.5].mean() > 0.05
        assert moved[first.region == 0].max() == 0


def test_a_level_that_is_not_mapped_has_no_transport_map(swapper: Swapper) -> None:
    swapper.render()
    with pytest.raises(UsageError, match="levels 1 to 3"):
        swapper.transport_map(4)
