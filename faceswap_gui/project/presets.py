"""Presets: settings with a name, the program's own and the person's.

A preset is one small JSON file. It names the controls that it sets; all others have their defaults,
so that a preset always gives the same settings, whatever was set before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui import __version__
from faceswap_gui.assets import resource
from faceswap_gui.errors import FaceSwapError, InputError, OutputError, UsageError
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.files import write_whole

SUFFIX = ".fspreset"
FORMAT = 1
"""Raised when an older program could no longer read the file correctly."""

SHIPPED = ("natural", "strong-light-match", "identity-first", "sketch")
"""The files in ``resources/presets/``, in the order in which they are shown."""

_FORBIDDEN = frozenset('/\\:*?"<>|')
"""What some system does not allow in the name of a file."""
_LONGEST = 60


@attrs.frozen
class Preset:
    """Settings with a name."""

    name: str
    settings: Settings
    description: str = ""
    path: Path | None = None
    """The file that it was read from."""
    own: bool = False
    """The person's own, so that it can be deleted and replaced."""


def check_name(name: str) -> str:
    """Return the name without blanks around it.

    Raises:
        UsageError: it cannot be the name of a file on every system.
    """
    name = name.strip()
    wrong = sorted(c for c in set(name) if c in _FORBIDDEN or not c.isprintable())
    if wrong:
        raise UsageError(
            "a preset's name cannot hold {characters}; leave it out",
            characters=" ".join(map(repr, wrong)),
        )
    if not name or name.startswith(".") or name.endswith("."):
        raise UsageError("a preset needs a name that neither begins nor ends with a dot")
    if len(name) > _LONGEST:
        raise UsageError(
            "a preset's name has at most {longest} characters, not {number}",
            longest=_LONGEST,
            number=len(name),
        )
    return name


def read_preset(path: Path) -> Preset:
    """Read a preset's file.

    Raises:
        InputError: it is missing, damaged, from a newer version, or sets what does not exist.
    """
    try:
        content = json.loads(path.read_bytes())
        if content["format"] > FORMAT:
            raise InputError(
                "{path} was made by a newer version; install that to use it", path=path
            )
        name, description = str(content["name"]), str(content.get("description", ""))
        return Preset(check_name(name), _settings(content["settings"]), description, path)
    except UsageError as error:
        raise InputError("{path} holds what cannot be: {error}", path=path, error=error) from error
    except FaceSwapError:
        raise
    except OSError as error:
        reason = error.strerror or error
        raise InputError(
            "{path} could not be read ({reason}); check its name", path=path, reason=reason
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise InputError(
            "{path} is damaged or no preset of faceswap-gui; export it again where it came from",
            path=path,
        ) from error


def write_preset(preset: Preset, path: Path) -> None:
    """Write a preset to a file, whole or not at all (`OutputError` when that is not possible)."""
    content = {
        "format": FORMAT,
        "program": f"faceswap-gui {__version__}",
        "name": preset.name,
        "description": preset.description,
        "settings": preset.settings.values(),
    }
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    write_whole(path, lambda file: file.write(text.encode()))


class Presets:
    """The shipped presets and those in the person's folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Look into `folder`, which need not exist; the platform's place for settings if None."""
        self.folder = folder or _users_folder()

    def all(self) -> list[Preset]:
        """Return the shipped presets, then the person's own by name; damaged files are left out."""
        return [*self.shipped(), *self.own()]

    def shipped(self) -> list[Preset]:
        """Return the program's presets."""
        return [read_preset(resource(f"presets/{name}{SUFFIX}")) for name in SHIPPED]

    def own(self) -> list[Preset]:
        """Return the person's presets by name; damaged files are left out."""
        found = (entry for entry in self._files() if isinstance(entry, Preset))
        return sorted(found, key=lambda preset: preset.name.casefold())

    def complaints(self) -> list[str]:
        """Return, in words, what is wrong with files that `own` leaves out."""
        return [entry for entry in self._files() if isinstance(entry, str)]

    def find(self, name: str) -> Preset:
        """Return a preset by its name, in any case, with blanks or hyphens; or by its file.

        Raises:
            UsageError: there is no preset of that name.
            InputError: it is a file that cannot be read.
        """
        presets = self.all()
        for preset in presets:
            if _plain(preset.name) == _plain(name):
                return preset
        path = Path(name)
        if path.suffix.lower() == SUFFIX or path.is_file():
            return read_preset(path)
        names = ", ".join(preset.name for preset in presets)
        raise UsageError(
            "there is no preset {name!r}; there are: {names}; or name a file *{suffix}",
            name=name,
            names=names,
            suffix=SUFFIX,
        )

    def save(self, name: str, settings: Settings, description: str = "") -> Preset:
        """Keep settings under a name, in place of the person's preset of that name.

        Raises:
            UsageError: the name cannot be, or is that of a shipped preset.
            OutputError: the folder cannot be written.
        """
        return self._keep(Preset(check_name(name), settings, description))

    def take_in(self, path: Path) -> Preset:
        """Copy a preset's file into the person's folder (errors of `read_preset` and `save`)."""
        return self._keep(read_preset(path))

    def delete(self, preset: Preset) -> None:
        """Delete one of the person's presets.

        Raises:
            UsageError: it is a shipped one.
        """
        if not preset.own or preset.path is None:
            raise UsageError(
                "{name} comes with the program and stays; save one of your own", name=preset.name
            )
        preset.path.unlink(missing_ok=True)

    def _keep(self, preset: Preset) -> Preset:
        if any(_plain(shipped.name) == _plain(preset.name) for shipped in self.shipped()):
            raise UsageError("{name} comes with the program; choose another name", name=preset.name)
        same = (own for own in self.own() if _plain(own.name) == _plain(preset.name))
        former = next(same, None)
        path = self.folder / f"{preset.name}{SUFFIX}"
        _make(self.folder)
        write_preset(preset, path)
        if former is not None and former.path is not None and not former.path.samefile(path):
            former.path.unlink()  # the same name in other letters
        return attrs.evolve(preset, path=path, own=True)

    def _files(self) -> Iterator[Preset | str]:
        for path in sorted(self.folder.glob(f"*{SUFFIX}")):
            try:
                yield attrs.evolve(read_preset(path), own=True)
            except InputError as error:
                yield str(error)


def _settings(values: Any) -> Settings:
    if not isinstance(values, dict):
        raise TypeError("settings are no table")
    return Settings.from_values(values)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(
            "the folder {folder} could not be made ({reason}); make it",
            folder=folder,
            reason=reason,
        ) from error


def _users_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path("faceswap-gui", appauthor=False) / "presets"
