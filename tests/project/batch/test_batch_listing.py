"""What a batch is to do: one on many, many on one, or what a list says."""

import json

import pytest

from faceswap_gui.errors import InputError, UsageError
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.batch.listing import many_to_one, read_list


def test_outputs_are_called_like_their_targets_in_a_format_that_can_be_written(jobs):
    assert [job.output.name for job in jobs] == ["a.jpg", "b.png", "ç.png"]


def test_many_sources_on_one_target_are_told_apart_by_name(tmp_path):
    sources = [tmp_path / "x" / "ann.jpg", tmp_path / "y" / "bob.png"]
    jobs = many_to_one(sources, tmp_path / "group.tif", tmp_path, Settings())
    assert [job.output.name for job in jobs] == ["group-ann.tif", "group-bob.tif"]
    with pytest.raises(UsageError, match="group-ann"):
        many_to_one(sources[:1] * 2, tmp_path / "group.tif", tmp_path, Settings())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.csv", "source,target,target_face\nme.jpg,a.jpg,1\nme.jpg,b.jpg,all\nme.jpg,c.jpg,\n"),
        (
            "l.jsonl",
            '{"source": "me.jpg", "target": "a.jpg", "target_face": 1}\n'
            '{"source": "me.jpg", "target": "b.jpg", "target_face": "all"}\n'
            '{"source": "me.jpg", "target": "c.jpg"}\n',
        ),
    ],
)
def test_a_list_says_which_face_of_each_target(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    jobs = read_list(tmp_path / name, tmp_path / "out", Settings(), 4)
    assert [job.target_face for job in jobs] == [1, None, 4]


LISTS = {
    "l.csv": 'source,target,preset,settings\nme.jpg,"a, b.jpg",sketch,blend=0.5; feather=0.3\n',
    "l.tsv": "source\ttarget\tpreset\tsettings\nme.jpg\ta, b.jpg\tsketch\tblend=0.5;feather=0.3\n",
    "l.jsonl": json.dumps(
        {
            "source": "me.jpg",
            "target": "a, b.jpg",
            "preset": "sketch",
            "settings": {"blend": 0.5, "feather": 0.3},
        }
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_the_three_kinds_of_list_say_the_same(tmp_path, name):
    (tmp_path / name).write_text("\ufeff" + LISTS[name], encoding="utf-8")

    (job,) = read_list(tmp_path / name, tmp_path / "out", Settings(erosion=0.2))

    assert job.source == tmp_path / "me.jpg"
    assert job.target == tmp_path / "a, b.jpg"
    assert job.output == tmp_path / "out" / "a, b.jpg"
    wanted = {"blend": 0.5, "feather": 0.3, "light_match": 0.0, "level1": 0.0, "erosion": 0.0}
    assert {name: job.settings.value(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("l.csv", "source,target\nme.jpg\n", "line 2: target is missing"),
        ("l.csv", "source,target\nme.jpg,t.jpg,x\n", "line 2: there are more values"),
        ("l.csv", "source,aim\nme.jpg,t.jpg\n", "no column 'aim'"),
        ("l.csv", "source,target,settings\nme.jpg,t.jpg,beauty=1\n", "line 2: .*beauty"),
        ("l.csv", "source,target,output\nme.jpg,t.jpg,t.gif\n", "t.gif cannot be written"),
        ("l.csv", "source,target,preset\nme.jpg,t.jpg,glamour\n", "line 2: .*glamour"),
        ("l.csv", "source,target,target_face\nme.jpg,t.jpg,both\n", "line 2: .*'both'"),
        ("l.csv", "source,target\n", "lists nothing"),
        ("l.csv", 'source,target\n"me.jpg,t.jpg\n', "line 1: unexpected end"),
        ("l.jsonl", '{"source": "me.jpg"\n', "line 1: no JSON"),
        ("l.jsonl", "[1]\n", "line 1: no table"),
    ],
)
def test_a_list_that_cannot_be_done_is_refused_with_the_line(tmp_path, name, text, said):
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=said):
        read_list(tmp_path / name, tmp_path, Settings())
