"""Checks that no step of the history is lost."""

from faceswap_gui.gui.studio import Studio
from faceswap_gui.project.document import Document


class Steps:
    """Remembers which document each step led to, and goes back to all of them."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._expected: dict[int, Document] = {0: Document()}
        # Told after every step, also when it became one with the step before.
        studio.stack.indexChanged.connect(self._note)

    def lost(self) -> list[int]:
        """Go through the whole history, there and back; return the steps that came out wrong."""
        stack, expected, wrong = self._studio.stack, dict(self._expected), set()
        at = stack.index()
        there_and_back = [*range(stack.count(), -1, -1), *range(stack.count() + 1)]
        for index in there_and_back:
            stack.setIndex(index)
            if index in expected and expected[index] != self._studio.document:
                wrong.add(index)
        stack.setIndex(at)
        return sorted(wrong)

    @property
    def known(self) -> int:
        """How many steps are compared."""
        return len(self._expected)

    def _note(self, index: int) -> None:
        self._expected[index] = self._studio.document
        gone = [other for other in self._expected if other > self._studio.stack.count()]
        for other in gone:
            del self._expected[other]
