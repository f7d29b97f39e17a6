"""Which pictures are paired, on folders of empty files: only their names count."""

from pathlib import Path

import pytest

from faceswap_gui.errors import InputError
from faceswap_gui.evaluation.pairs import Family, find_pairs, smiling


@pytest.fixture
def data(tmp_path: Path) -> Path:
    london, validation = tmp_path / "london", tmp_path / "synthetic" / "validation"
    london.mkdir()
    validation.mkdir(parents=True)
    for person in range(51):
        (london / f"{person:03}_neutral.jpg").touch()
        (london / f"{person:03}_smiling.jpg").touch()
    for picture in range(81):
        (validation / f"SDXL_{picture:03}.jpg").touch()
    return tmp_path


def of(pairs: list, family: Family) -> list:
    return [pair for pair in pairs if pair.family is family]


def test_there_are_20_studio_24_hard_and_10_relit_pairs(data):
    pairs = find_pairs(data)
    assert [len(of(pairs, family)) for family in Family] == [20, 24, 10]
    assert len({pair.target for pair in of(pairs, Family.HARD)}) == 24


def test_nobody_is_swapped_with_themselves_except_to_be_relit(data):
    for pair in find_pairs(data):
        same = pair.source.stem[:3] == pair.target.stem[:3]
        assert same == (pair.family is Family.RELIT)


def test_every_other_studio_target_smiles_and_its_neutral_face_is_known(data):
    studio = of(find_pairs(data), Family.STUDIO)
    smiles = [pair for pair in studio if "smiling" in pair.target.name]
    assert len(smiles) == 10
    assert all(smiling(pair.neutral) == pair.target for pair in smiles)
    assert all("neutral" in pair.source.name for pair in studio)


def test_each_relit_pair_has_a_light_of_its_own(data):
    lights = [pair.light for pair in of(find_pairs(data), Family.RELIT)]
    assert len(set(lights)) == len(lights)


def test_fewer_pairs_are_the_first_of_each_family(data):
    few, all_pairs = find_pairs(data, 3), find_pairs(data)
    assert of(few, Family.HARD) == of(all_pairs, Family.HARD)[:3]
    assert len(few) == 9


def test_a_person_without_a_smiling_picture_is_not_used(data):
    (data / "london" / "000_smiling.jpg").unlink()
    assert not [pair for pair in find_pairs(data) if pair.source.stem == "000_neutral"]


@pytest.mark.parametrize("missing", ["london", "synthetic/validation"])
def test_a_folder_without_pictures_is_named(data, missing):
    for picture in (data / missing).iterdir():
        picture.unlink()
    with pytest.raises(InputError, match=str(Path(missing).name)):
        find_pairs(data)
