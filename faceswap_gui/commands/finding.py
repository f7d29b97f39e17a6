"""What the doctor finds."""

from __future__ import annotations

import attrs

from faceswap_gui.errors import OutputError, WeightsError
from faceswap_gui.installation import how_to_reinstall


@attrs.frozen
class Finding:
    """One thing that was looked at."""

    about: str
    remedy: str = ""
    """What to do, if something is wrong."""
    exit_code: int = 0

    def line(self) -> str:
        """Return the finding as one line of text."""
        return f"wrong  {self.about}; {self.remedy}" if self.remedy else f"ok     {self.about}"


def trouble(about: str, remedy: str) -> Finding:
    """Return that something beside the models is wrong."""
    return Finding(about, remedy, OutputError.exit_code)


def wrong_model(about: str) -> Finding:
    """Return that a model, or what is computed with it, is wrong."""
    return Finding(about, how_to_reinstall(), WeightsError.exit_code)
