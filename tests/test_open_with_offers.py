"""What the installers tell desktops: the program is offered for pictures and made no default."""

import configparser
import re
from pathlib import Path

from faceswap_gui.gui.panes.dropping import PICTURE_SUFFIXES
from faceswap_gui.imaging.formats import MIMES

PACKAGING = Path(__file__).parent.parent / "packaging"
STUDIO = '"{app}\\faceswap-studio.exe" "%1"'


def registry() -> list[dict[str, str]]:
    """Return the lines of the Windows installer's section [Registry], by their parameters."""
    script = (PACKAGING / "windows" / "faceswap-gui.iss").read_text(encoding="utf-8")
    section = script.partition("[Registry]")[2].partition("\n[")[0]
    lines = [line for line in section.splitlines() if line and not line.startswith(";")]
    return [parameters(line) for line in lines]


def parameters(line: str) -> dict[str, str]:
    """Return a line's ``Name: value`` pairs; quotes are doubled inside quotes."""
    pairs = re.findall(r'(\w+): (?:"((?:[^"]|"")*)"|([^;]*))(?:; |$)', line)
    return {name: quoted.replace('""', '"') or plain for name, quoted, plain in pairs}


def classes(place: str) -> list[dict[str, str]]:
    return [line for line in registry() if line["Subkey"] == f"Software\\Classes\\{place}"]


def test_windows_offers_the_window_for_the_pictures_that_its_dialogs_ask_for():
    for suffix in PICTURE_SUFFIXES:
        (offer,) = classes(f"{suffix}\\OpenWithProgids")
        assert offer["ValueName"] == "FaceSwap.Picture"
        assert offer["Flags"] == "uninsdeletevalue"

    (command,) = classes("FaceSwap.Picture\\shell\\open\\command")
    assert command["ValueData"] == STUDIO


def test_no_picture_gets_another_default_program():
    for suffix in PICTURE_SUFFIXES:
        assert classes(suffix) == []


def test_windows_opens_projects_with_the_window_unless_they_are_another_program_s():
    (default,) = classes(".fsproj")
    assert (default["ValueData"], default["Check"]) == ("FaceSwap.Project", "NobodysProjects")

    (offer,) = classes(".fsproj\\OpenWithProgids")
    assert offer["ValueName"] == "FaceSwap.Project"
    (command,) = classes("FaceSwap.Project\\shell\\open\\command")
    assert command["ValueData"] == STUDIO


def test_linux_offers_pictures_that_can_be_read_and_projects():
    entry = configparser.RawConfigParser()
    entry.read(PACKAGING / "linux" / "faceswap-gui.desktop", encoding="utf-8")
    offered = entry["Desktop Entry"]["MimeType"].strip(";").split(";")

    assert set(MIMES.values()) <= set(offered)
    assert "application/x-faceswap-project" in offered
    assert "%f" in entry["Desktop Entry"]["Exec"]
