"""A person keeps settings under a name, passes them on, and takes them in from others."""

import json
from pathlib import Path

import pytest

from faceswap_gui.errors import InputError, UsageError
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.presets import SUFFIX, Presets, read_preset, write_preset


@pytest.fixture
def presets(tmp_path) -> Presets:
    return Presets(tmp_path / "mine")


def test_the_shipped_presets_are_four_different_settings(presets):
    shipped = presets.all()

    assert [preset.name for preset in shipped] == [
        "Natural",
        "Strong light match",
        "Identity first",
        "Sketch",
    ]
    assert len({preset.settings for preset in shipped}) == 4
    assert shipped[0].settings == Settings()
    assert all(preset.description for preset in shipped)


@pytest.mark.parametrize("name", ["Identity first", "identity-first", "IDENTITY_FIRST"])
def test_a_preset_is_found_however_its_name_is_typed(presets, name):
    assert presets.find(name).settings.face_shape == 1.0


def test_what_was_saved_is_there_at_the_next_start_and_can_be_replaced_and_deleted(presets):
    presets.save("Soft edge", Settings(feather=0.4))
    presets.save("soft edge", Settings(feather=0.5))

    (mine,) = Presets(presets.folder).own()
    assert (mine.name, mine.settings) == ("soft edge", Settings(feather=0.5))

    presets.delete(mine)
    assert Presets(presets.folder).own() == []


def test_a_preset_travels_as_a_file(presets, tmp_path):
    written = tmp_path / f"from a friend{SUFFIX}"
    write_preset(presets.save("Büste", Settings(levels=(1, 0.5, 0))), written)

    elsewhere = Presets(tmp_path / "elsewhere")
    elsewhere.take_in(written)

    assert elsewhere.find("büste").settings == Settings(levels=(1, 0.5, 0))
    assert elsewhere.find(str(written)).settings == Settings(levels=(1, 0.5, 0))


@pytest.mark.parametrize("name", ["natural", "a/b", "", "..", "x" * 61])
def test_a_name_that_cannot_be_is_refused(presets, name):
    with pytest.raises(UsageError):
        presets.save(name, Settings())
    assert not presets.folder.exists()


def test_a_shipped_preset_cannot_be_deleted(presets):
    with pytest.raises(UsageError, match="Natural"):
        presets.delete(presets.find("natural"))


def test_an_unknown_preset_is_refused_with_the_names_that_exist(presets):
    with pytest.raises(UsageError, match="Identity first"):
        presets.find("glamour")


def file_with(folder: Path, text: str) -> Path:
    path = folder / f"p{SUFFIX}"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"settings": {"beauty": 1}}, "beauty"),
        ({"settings": {"blend": 7}}, "blend takes 0 to 1"),
        ({"settings": []}, "damaged"),
        ({"format": 99}, "newer"),
        ({"name": "../../evil"}, "cannot hold"),
    ],
)
def test_what_a_preset_cannot_set_is_said(tmp_path, change, said):
    content = {"format": 1, "name": "p", "settings": {}} | change
    with pytest.raises(InputError, match=said):
        read_preset(file_with(tmp_path, json.dumps(content)))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00\xff"])
def test_a_damaged_preset_is_refused_and_the_others_still_work(presets, tmp_path, text):
    presets.save("mine", Settings(blend=0.5))
    damaged = file_with(presets.folder, text)

    with pytest.raises(InputError, match="damaged"):
        presets.take_in(damaged)
    assert [preset.name for preset in presets.own()] == ["mine"]
    (complaint,) = presets.complaints()
    assert damaged.name in complaint
