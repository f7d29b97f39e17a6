"""A person says with a grey picture where the face must show and where not."""

from pathlib import Path

import cv2
import numpy as np
from faceswap_command import Command


def test_the_target_stays_where_the_mask_is_black(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    target = cv2.imread(str(target_path))
    mask = np.full(target.shape[:2], 128, np.uint8)
    middle = mask.shape[1] // 2
    mask[:, middle:] = 0
    cv2.imwrite(str(tmp_path / "mask.png"), mask)

    done = faceswap("swap", source_path, target_path, "-o", "out.png", "--mask", "mask.png")

    assert done.code == 0, done.err
    result = cv2.imread(str(tmp_path / "out.png"))
    assert (result[:, middle:] == target[:, middle:]).all()
    assert (result[:, :middle] != target[:, :middle]).any()


def test_a_mask_of_other_proportions_is_refused(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    cv2.imwrite(str(tmp_path / "mask.png"), np.zeros((40, 90), np.uint8))

    done = faceswap("swap", source_path, target_path, "-o", "out.png", "--mask", "mask.png")

    done.check_refused(3, "mask.png is 90×40", "a mask has the target's proportions")
    assert not (tmp_path / "out.png").exists()
