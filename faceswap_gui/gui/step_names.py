"""What steps of the history are called, by the role of the picture that they concern."""

from faceswap_gui.gui.language import mark
from faceswap_gui.project.document import Role

OPEN_STEPS = {Role.SOURCE: mark("Open source {name}"), Role.TARGET: mark("Open target {name}")}
FACE_STEPS = {
    Role.SOURCE: mark("Choose source face {number}"),
    Role.TARGET: mark("Choose target face {number}"),
}
POINT_STEPS = {
    Role.SOURCE: mark("Point out a face of the source"),
    Role.TARGET: mark("Point out a face of the target"),
}
