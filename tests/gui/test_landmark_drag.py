"""Drag a landmark that lies wrong; put it back."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from faceswap_gui.project import load_project, render_project
from faceswap_gui.project.writing import Writing

MOUTH_CORNER, BESIDE_IT, CHIN = 61, 146, 152
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tool(person, swap):
    person.qtbot.keyClick(person.window, Qt.Key.Key_L)
    tool = person.window.canvas.tool
    assert tool is person.window.workbench.landmarks
    return tool


def pull(person, tool, landmark: int, by: QPointF) -> None:
    start = tool.position(landmark)
    person.draw(start, start + by / 2, start + by)


def test_a_dragged_point_takes_its_neighbours_along_and_the_swap_follows(person, tool, swap):
    places = {i: tool.position(i) for i in (MOUTH_CORNER, BESIDE_IT, CHIN)}
    steps = person.window.studio.stack.count()

    pull(person, tool, MOUTH_CORNER, QPointF(-12, 6))

    far = {i: (tool.position(i) - place).manhattanLength() for i, place in places.items()}
    assert far[MOUTH_CORNER] == pytest.approx(18, abs=2)
    assert 2 < far[BESIDE_IT] < far[MOUTH_CORNER]
    assert far[CHIN] < 1
    assert person.window.studio.stack.count() == steps + 1
    assert person.until_rendered() != swap


def test_it_runs_from_the_reenactment_on_and_never_the_detection(person, tool):
    swapper = person.window.worker._make_engine()._session._swapper
    swapper._cache.milliseconds.clear()

    pull(person, tool, MOUTH_CORNER, QPointF(8, 0))
    person.until_rendered()

    ran = swapper._cache.milliseconds.keys()
    assert {"reenact", "encode", "map", "decode", "composite"} <= ran
    assert not {"detect source", "detect target"} & ran


def test_a_double_click_puts_a_point_back(person, tool, swap):
    canvas = person.window.canvas
    pull(person, tool, MOUTH_CORNER, QPointF(-10, 0))
    assert person.until_rendered() != swap

    point = canvas.view.to_viewport(tool.position(MOUTH_CORNER)).toPoint()
    person.qtbot.mouseDClick(canvas, LEFT, pos=point)

    assert person.window.studio.document.target.of_face.moves == ()
    assert person.until_rendered() == swap


def test_keys_go_from_point_to_point_and_move_one(person, tool):
    canvas, studio = person.window.canvas, person.window.studio
    steps = studio.stack.count()

    person.qtbot.keyClick(canvas, Qt.Key.Key_Period)
    for _ in range(3):
        person.qtbot.keyClick(canvas, Qt.Key.Key_Right)

    (move,) = studio.document.target.of_face.moves
    assert move.landmark == tool.handles[0]
    assert move.dx > 0
    assert move.dy == pytest.approx(0, abs=1e-6)
    assert studio.stack.count() == steps + 1
    person.qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert studio.document.target.of_face.moves == ()


def test_the_sources_points_are_on_its_own_photograph(person, tool, swap):
    person.find("landmarksSource").click()
    shelf, document = person.window.studio.shelf, person.window.studio.document
    assert person.window.canvas.pictures.main is shelf.get(document.source).pyramid

    pull(person, tool, MOUTH_CORNER, QPointF(10, 0))

    assert person.window.studio.document.source.of_face.moves
    assert person.window.studio.document.target.of_face.moves == ()
    assert person.until_rendered() != swap
    person.window.actions_by_name["actionToolHand"].trigger()
    assert person.window.canvas.pictures.edited is None


def test_all_points_can_be_shown(person, tool):
    assert len(tool.handles) < 80

    person.find("everyPointSwitch").click()

    assert len(tool.handles) == 478


def test_beside_the_points_the_picture_moves(person, tool):
    canvas = person.window.canvas
    canvas.zoom_to(4.0)
    corner, x = canvas.view.to_picture(QPointF(300, 300)), canvas.view.x
    canvas.pan(QPointF(400, 400))
    corner = canvas.view.to_picture(QPointF(60, 60))
    x = canvas.view.x

    person.draw(corner, corner + QPointF(-5, 0))

    assert canvas.view.x < x
    assert person.window.studio.document.target.of_face.moves == ()


def test_put_right_saved_and_rendered_it_is_the_windows_result(person, tool, tmp_path):
    pull(person, tool, MOUTH_CORNER, QPointF(-9, 4))
    person.find("landmarksSource").click()
    pull(person, tool, MOUTH_CORNER, QPointF(6, 4))
    person.until_rendered()
    studio, exported = person.window.studio, tmp_path / "window.png"
    studio.save_project(tmp_path / "p.fsproj")
    person.until(lambda: studio.project_path)

    studio.export(exported, Writing())
    person.until(exported.exists)

    from faceswap_gui.imaging import read_photo

    assert load_project(tmp_path / "p.fsproj").document == studio.document
    rendered = render_project(tmp_path / "p.fsproj", device="cpu").pixels
    assert np.array_equal(rendered, read_photo(exported).pixels[..., :3])
