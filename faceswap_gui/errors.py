"""The errors a person can do something about, each with the exit code of its kind.

The message names the thing that was wrong and the remedy; the command line prints it as one
``error: …`` line, the window shows the same words.
"""


class FaceSwapError(Exception):
    """Base of every error that is shown to the person instead of a traceback."""

    exit_code = 1


class UsageError(FaceSwapError):
    """A wrong option, an unknown control or a value outside its range."""

    exit_code = 2


class InputError(FaceSwapError):
    """A picture that is missing, unreadable, too large or without a face."""

    exit_code = 3


class NoFaceError(InputError):
    """A picture that can be read, but in which no face was found."""


class WeightsError(FaceSwapError):
    """A weights or model file that is missing, damaged or of another architecture."""

    exit_code = 4


class OutputError(FaceSwapError):
    """A picture that could not be written, or memory and disk that ran out."""

    exit_code = 5


class Cancelled(FaceSwapError):  # noqa: N818 - it is no error of anybody's
    """The person cancelled the work, or a newer request replaced it."""
