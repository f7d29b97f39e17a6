"""Checks that no step of the history is lost."""

from faceswap_gui.gui.studio import Studio
from faceswap_gui.project.document import Document


class Steps:
    """Remembers which document each step led to, and goes back to all of them."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._expected: dict[int, Document] = {0: Document()}

    def note(self) -> None:
        """Remember the document of the step that the history stands at."""
        stack = self._studio.stack
        self._expected[stack.index()] = self._studio.document
        gone = [index for index in self._expected if index > stack.count()]
        for index in gone:
            del self._expected[index]

    def lost(self) -> list[int]:
        """Go through the whole history, there and back; return the steps that came out wrong."""
        stack, wrong = self._studio.stack, set()
        at = stack.index()
        there_and_back = [*range(stack.count(), -1, -1), *range(stack.count() + 1)]
        for index in there_and_back:
            stack.setIndex(index)
            if self._expected.get(index, self._studio.document) != self._studio.document:
                wrong.add(index)
        stack.setIndex(at)
        return sorted(wrong)

    @property
    def known(self) -> int:
        """How many steps are compared."""
        return len(self._expected)
