"""A person measures a folder of portraits and reads the report."""

import json
import shutil
from pathlib import Path

import pytest

from faceswap_gui.errors import OutputError, UsageError, WeightsError
from faceswap_gui.evaluation.command import EvaluationOptions, evaluate
from faceswap_gui.evaluation.recogniser import Recogniser
from faceswap_gui.imaging import read_photo


@pytest.fixture(scope="module", autouse=True)
def _needs_the_extra():
    try:
        Recogniser()
    except WeightsError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def data(tmp_path_factory, source_path: Path, target_path: Path) -> Path:
    """Two people, 1 and 2, each "smiling" in a copy of the neutral picture."""
    folder = tmp_path_factory.mktemp("data")
    london, validation = folder / "london", folder / "synthetic" / "validation"
    london.mkdir()
    validation.mkdir(parents=True)
    for person, picture in ((1, source_path), (2, target_path)):
        shutil.copy(picture, london / f"{person}_neutral.jpg")
        shutil.copy(picture, london / f"{person}_smiling.jpg")
    shutil.copy(target_path, validation / "a.jpg")
    (validation / "b.jpg").write_bytes(b"no picture")
    return folder


@pytest.fixture(scope="module")
def geometry(data: Path, tmp_path_factory) -> Path:
    """The report of step 1 with Reinhard's colours."""
    output = tmp_path_factory.mktemp("reports") / "geometry"
    evaluate(data, output, EvaluationOptions(geometry_only=True))
    return output


def test_geometry_alone_keeps_the_person_and_the_background(geometry):
    means = json.loads((geometry / "report.json").read_text())["means"]
    own_bones = means["face shape 1, expression 1"]["studio"]
    targets = means["face shape 0, expression 1"]["studio"]
    assert own_bones["source_first"] == 1
    assert own_bones["to_source"] < targets["to_source"] < own_bones["to_target"]
    assert targets["landmarks"] < own_bones["landmarks"]
    assert own_bones["background"] == 0


def test_a_picture_that_cannot_be_read_is_listed_and_the_rest_measured(geometry):
    text = (geometry / "report.md").read_text()
    assert "b.jpg" in text.split("## Left out")[1]
    assert "Hard light and pose (1 pairs)" in text


def test_the_report_links_sheets_that_are_there(geometry):
    text = (geometry / "report.md").read_text()
    for family in ("studio", "hard", "relit"):
        assert f"![{family}]({family}.png)" in text
        assert read_photo(geometry / f"{family}-worst.png").width == 4 * 440


def test_the_product_and_every_alternative_stand_in_one_table(data, tmp_path):
    pytest.importorskip("ot", reason="needs the evaluation extra")
    options = EvaluationOptions(pairs=1, alternatives=True, values={"face_shape": 0.0})
    told: list[float] = []
    means = evaluate(data, tmp_path, options, lambda _, share: told.append(share))["means"]
    assert {"this program", "Reinhard (rct)", "entropic transport (POT)"} <= set(means)
    assert means["this program"]["studio"]["light"] < means["no mapping"]["studio"]["light"]
    assert means["this program"]["studio"]["moved"] > 0
    assert told[0] == 0
    assert told[-1] == 1


def test_an_unknown_control_is_refused_before_anything_is_measured(data, tmp_path):
    with pytest.raises(UsageError, match="there is no control 'beauty'"):
        evaluate(data, tmp_path / "none", EvaluationOptions(values={"beauty": 1}))
    assert not (tmp_path / "none").exists()


def test_a_report_that_cannot_be_written_names_the_folder(data, tmp_path):
    (tmp_path / "taken").write_text("a file")
    options = EvaluationOptions(geometry_only=True, pairs=1, values={"face_shape": 0.5})
    with pytest.raises(OutputError, match="taken"):
        evaluate(data, tmp_path / "taken", options)
