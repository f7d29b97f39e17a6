"""A large photograph: a quick draft first, then the full size, without a jump."""

import pytest
from PySide6.QtGui import QImage, Qt

from faceswap_gui.project.photos import halvings


@pytest.fixture
def large(tmp_path, target):
    """A target of five megapixels."""
    image = QImage(str(target)).scaled(2048, 2400, mode=Qt.TransformationMode.SmoothTransformation)
    path = tmp_path / "large.png"
    image.save(str(path))
    return path


def test_a_draft_comes_first_and_the_full_size_after_it(person, source, large):
    seen = []
    studio = person.window.studio
    studio.rendered_changed.connect(
        lambda rendered: rendered and seen.append(rendered.pyramid.halvings)
    )
    person.drop("sourcePane", source)
    person.drop("targetPane", large)

    person.until(lambda: studio.rendered and not studio.rendered.is_draft)

    assert seen == [1, 0]
    assert person.result().width() == 2048


def test_the_draft_looks_like_the_full_size_and_lies_where_it_does(person, source, large):
    studio, canvas = person.window.studio, person.window.canvas
    person.drop("sourcePane", source)
    person.drop("targetPane", large)
    person.until(lambda: studio.rendered)
    assert studio.rendered.is_draft
    view, draft = canvas.view, canvas.grab().toImage()

    person.until(lambda: not studio.rendered.is_draft)

    assert canvas.view == view
    full = canvas.grab().toImage()
    differences = [
        abs(full.pixelColor(x, y).green() - draft.pixelColor(x, y).green())
        for x in range(0, full.width(), 5)
        for y in range(0, full.height(), 5)
    ]
    assert sum(differences) / len(differences) < 1.0


def test_while_a_slider_moves_only_drafts_are_made(person, source, large):
    studio = person.window.studio
    person.drop("sourcePane", source)
    person.drop("targetPane", large)
    person.until(lambda: studio.rendered and not studio.rendered.is_draft)

    person.find("blendSlider").setValue(0.3)
    person.until(lambda: studio.rendered.document == studio.document)

    assert studio.rendered.is_draft
    assert not person.window.actions_by_name["actionCopy"].isEnabled()


@pytest.mark.parametrize(
    ("size", "times"), [((512, 600), 0), ((1700, 1700), 0), ((2000, 3000), 1), ((4096, 4800), 2)]
)
def test_only_large_pictures_are_halved(size, times):
    assert halvings(*size) == times
