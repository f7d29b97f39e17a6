"""Every control is declared once, and refuses what it cannot take."""

import pytest

from faceswap_gui import Settings
from faceswap_gui.errors import UsageError
from faceswap_gui.pipeline.settings import CONTROLS, control


def test_every_control_says_what_it_does_and_its_default_is_in_its_range() -> None:
    for one in CONTROLS:
        assert one.label
        assert one.help.endswith(".")
        assert one.minimum <= one.default <= one.maximum
        assert Settings().value(one.name) == one.default


def test_named_values_come_back_as_settings() -> None:
    settings = Settings.from_values({"blend": 0.5, "level2": 0.25})
    assert settings.blend == 0.5
    assert settings.levels == (1.0, 0.25, 1.0)
    assert Settings.from_values(settings.values()) == settings


def test_a_value_out_of_range_is_refused_with_the_range() -> None:
    with pytest.raises(UsageError, match="blend takes 0 to 1, not 2"):
        Settings(blend=2)
    with pytest.raises(UsageError, match="level1 takes 0 to 1"):
        Settings(levels=(-1, 0, 0))


def test_an_unknown_control_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(UsageError, match="blend"):
        control("blur")


def test_words_are_no_numbers() -> None:
    with pytest.raises(UsageError, match="takes a number"):
        Settings.from_values({"blend": "much"})  # type: ignore[dict-item]
