"""The report and its sheets."""

from pathlib import Path

import numpy as np
import pytest

from faceswap_gui.evaluation.figures import COLUMNS, badness, level_figures, mean_figures
from faceswap_gui.evaluation.pairs import Family, Pair
from faceswap_gui.evaluation.report import Tally
from faceswap_gui.evaluation.run import LeftOut, Outcome
from faceswap_gui.evaluation.sheet import Cell, contact_sheet, cut, write_sheet
from faceswap_gui.imaging import read_photo

PAIR = Pair(Family.STUDIO, Path("001_neutral.jpg"), Path("002_smiling.jpg"))
HARD = Pair(Family.HARD, Path("001_neutral.jpg"), Path("SDXL_1.jpg"))


def outcome(method: str, pair: Pair, trouble: str = "", **figures: float) -> Outcome:
    return Outcome(method, pair, figures, None, None, None, trouble)  # type: ignore[arg-type]


@pytest.fixture
def tally() -> Tally:
    tally = Tally()
    tally.add(outcome("this program", PAIR, to_source=0.30, light=0.3, background=0))
    tally.add(outcome("this program", PAIR, to_source=0.40, light=0.3, background=2))
    tally.add(outcome("Poisson", PAIR, to_source=0.35, light=4.0, background=0))
    tally.add(outcome("this program", HARD, "no face", found=0.0, source_first=0.0))
    tally.add(LeftOut(HARD, "no face was found in SDXL_1.jpg"))
    return tally


def test_a_methods_mean_is_over_its_pairs_of_the_family(tally):
    means = tally.means("this program", Family.STUDIO)
    assert means["to_source"] == pytest.approx(0.35)
    assert "found" not in means


def test_one_changed_pixel_of_background_is_not_averaged_away():
    assert mean_figures([{"background": 0.0}, {"background": 2.0}])["background"] == 2


def test_a_measure_is_averaged_over_the_pairs_that_have_it():
    means = mean_figures([{"expression": 2.0, "light": 1.0}, {"light": 2.0}])
    assert means == {"expression": 2.0, "light": 1.5}


def test_the_table_shows_goals_and_marks_what_meets_them(tally):
    text = tally.as_markdown()
    ours = next(line for line in text.splitlines() if line.startswith("| this program"))
    poisson = next(line for line in text.splitlines() if line.startswith("| Poisson"))
    assert "**0.30**" in ours
    assert "4.00" in poisson
    assert "**4.00**" not in poisson
    assert "≤ 0.32" in text


def test_what_failed_and_what_was_left_out_is_said(tally):
    text = tally.as_markdown()
    assert "this program, 001_neutral > SDXL_1: no face" in text
    assert "no face was found in SDXL_1.jpg" in text
    assert tally.as_json()["left_out"][0]["why"] == "no face was found in SDXL_1.jpg"


def test_the_json_holds_every_pair(tally):
    found = tally.as_json()
    assert [row["method"] for row in found["pairs"]].count("this program") == 3
    assert found["means"]["Poisson"]["studio"]["light"] == 4


def test_figures_that_are_no_numbers_are_null_in_json():
    tally = Tally()
    tally.add(outcome("this program", PAIR, sharpness=float("inf")))
    assert tally.as_json()["pairs"][0]["figures"]["sharpness"] is None


def test_the_worst_pair_is_the_one_farthest_from_the_goals():
    good = {"to_source": 0.30, "light": 0.2, "source_first": 1.0}
    seamed = {"to_source": 0.30, "light": 2.0, "source_first": 1.0}
    other = {"to_source": 0.30, "light": 0.2, "source_first": 0.0}
    assert badness(good, Family.STUDIO) < badness(seamed, Family.STUDIO)
    assert badness(seamed, Family.STUDIO) < badness(other, Family.STUDIO)


def test_every_column_has_its_own_name():
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)


def test_a_tile_shows_the_face_in_its_middle():
    picture = np.zeros((400, 600, 3), np.uint8)
    picture[150:250, 300:400] = 255
    landmarks = np.float32([[300, 150, 0], [400, 250, 0], [350, 200, 0]])
    tile = cut(picture, landmarks, 100)
    assert tile[50, 50].min() > 250
    assert tile[10, 10].max() < 5


def test_a_sheet_is_written_with_all_its_rows(tmp_path):
    tiles = [Cell(np.full((64, 64, 3), value, np.uint8), str(value)) for value in (60, 120, 180)]
    write_sheet([tiles, tiles[:2]], tmp_path / "sheet.png", 64)
    sheet = read_photo(tmp_path / "sheet.png").pixels
    assert np.array_equal(sheet, contact_sheet([tiles, tiles[:2]], 64))
    assert [int(sheet[32, x, 0]) for x in (32, 96, 160)] == [60, 120, 180]
    assert sheet.shape[1] == 3 * 64


def test_the_worst_level_decides_whether_the_mapping_did_its_work():
    good, bad = {"ratio": 0.2, "holds": True}, {"ratio": 0.9, "holds": False}
    assert level_figures([good, good]) == {"moved": 0.2, "holds": 1.0}
    assert level_figures([good, bad]) == {"moved": 0.9, "holds": 0.0}
    assert level_figures([]) == {}
