"""See which version it is, and copy what a bug report needs."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from faceswap_gui import __version__
from faceswap_gui.gui.language import language


def test_the_version_and_the_licence_are_told_and_can_be_copied(person):
    person.window.actions_by_name["actionAbout"].trigger()

    dialog = person.find("about")
    assert dialog.isVisible()
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"faceswap-gui {__version__}" in words
    assert "Apache License 2.0" in words

    dialog.findChild(QPushButton, "copyAbout").click()
    assert QGuiApplication.clipboard().text() == dialog.findChild(QLabel, "aboutFacts").text()


def test_qts_own_words_are_in_the_persons_language_too(person):
    def menu_of_a_value():
        return QCoreApplication.translate("QLineEdit", "&Copy")

    assert menu_of_a_value() == "&Copy"
    language.use("zh_CN")
    assert menu_of_a_value() == "复制(&C)"
    language.use("en")
    assert menu_of_a_value() == "&Copy"
