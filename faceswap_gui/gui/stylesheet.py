"""What is laid over QDarkStyle: fewer lines, more air, one accent."""

from string import Template

STYLESHEET = Template("""
QWidget { border: 0; }
QMainWindow, QDockWidget > QWidget, QStatusBar, QMenuBar { background: $panel; }
QMainWindow::separator { background: $canvas; width: 4px; height: 4px; border: 0; margin: 0; }
QMainWindow::separator:hover { background: $accent; }
QMainWindow::separator:horizontal, QMainWindow::separator:vertical { image: none; }
QStatusBar { color: $quiet; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $quiet; background: transparent; padding: 0 6px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 6px; }
QDockWidget { background: $panel; color: $quiet; titlebar-close-icon: none; }

QLabel { background: transparent; }
QLabel#heading { font-weight: 600; color: $text; }
QLabel#quiet, QLabel[quiet="true"] { color: $quiet; }

QPushButton { background: $raised; border: 1px solid $line; border-radius: 4px; padding: 5px 12px;
  color: $text; min-height: 18px; }
QPushButton:disabled, QPushButton:checked { background: $raised; padding: 5px 12px; }
QPushButton:disabled { color: $disabled; }
QPushButton:hover { border-color: $quiet; }
QPushButton:focus { border-color: $accent; }
QPushButton#primary { background: $button; color: $on_button; border: 1px solid $button;
  font-weight: 600; padding: 8px 14px; }
QPushButton#primary:hover { background: $button; border-color: $text; }
QPushButton#primary:disabled { background: $raised; color: $disabled; border-color: $line;
  padding: 8px 14px; }
QPushButton#primary:focus { border: 1px solid $text; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px;
  padding: 4px; margin: 0; color: $text; }
QToolButton:hover { background: $raised; border-color: $line; }
QToolButton:checked { background: $raised; border: 1px solid $accent; padding: 4px; margin: 0;
  color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked:focus { border-color: $text; }
QToolButton:pressed { background: $line; }
QToolButton:disabled, QToolButton:disabled:checked { color: $disabled; background: transparent;
  border: 1px solid transparent; padding: 4px; margin: 0; }

QPushButton#groupButton { background: transparent; border: 0; border-radius: 4px; text-align: left;
  padding: 4px 2px; font-weight: 600; color: $text; }
QPushButton#groupButton:hover { background: $raised; }
QPushButton#groupButton:checked { background: transparent; }
QPushButton#groupButton:focus { border: 1px solid $accent; }

QScrollBar:vertical { background: transparent; border: 0; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; border: 0; height: 12px; margin: 0; }
QScrollBar::handle:vertical, QScrollBar::handle:horizontal { background: $disabled; border: 0;
  border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:vertical:hover, QScrollBar::handle:horizontal:hover { background: $quiet;
  border: 0; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical, QScrollBar::add-line:horizontal,
QScrollBar::sub-line:horizontal { width: 0; height: 0; margin: 0; border-image: none; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical, QScrollBar::add-page:horizontal,
QScrollBar::sub-page:horizontal { background: transparent; }

QMenu { background: $raised; border: 1px solid $line; }
QMenu::item { background: transparent; color: $text; }
QMenu::item:selected { background: $button; color: $on_button; }
QMenu::item:disabled, QMenu::item:selected:disabled { background: transparent; color: $disabled; }
QScrollArea, QScrollArea > QWidget > QWidget { background: $panel; border: 0; }
QScrollArea#shortcutArea { border: 1px solid $panel; }
QScrollArea#shortcutArea:focus { border-color: $accent; }
QScrollArea QFrame { background: $panel; }
QListWidget { background: $panel; border: 0; }
QListWidget#snapshotList { padding: 0 4px; }
QListWidget::item { border: 2px solid transparent; border-radius: 4px; padding: 1px; }
QListWidget::item:selected { border-color: $accent; background: $raised; }
QCheckBox { background: transparent; color: $text; spacing: 6px; }
QUndoView { background: $panel; color: $text; padding: 0 6px; }
QUndoView::item { padding: 5px 6px; border-radius: 3px; }
QUndoView::item:selected { background: $raised; color: $text; }
QToolButton[switch="true"], QToolButton[small="true"], QToolButton[switch="true"]:disabled:checked,
QToolButton[small="true"]:disabled:checked { padding: 1px; }
QToolButton[switch="true"]:checked { background: transparent; border-color: transparent; }
QToolButton[switch="true"]:focus { border-color: $accent; }
QToolButton[small="true"]:checked:focus { border-color: $text; }
QDoubleSpinBox, QSpinBox { background: $raised; border: 1px solid $line; border-radius: 3px;
  padding: 1px 4px; min-height: 20px; color: $text; selection-background-color: $button; }
QDoubleSpinBox:disabled, QSpinBox:disabled, QComboBox:disabled, QCheckBox:disabled {
  color: $disabled; }
QDoubleSpinBox:focus, QSpinBox:focus { border-color: $accent; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: 0; }

QComboBox { background: $raised; border: 1px solid $line; border-radius: 4px; padding: 4px 8px;
  min-height: 20px; color: $text; }
QComboBox:hover { border-color: $quiet; }
QComboBox:focus { border-color: $accent; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(":/qss_icons/$theme/rc/arrow_down.png"); }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; color: $text;
  selection-background-color: $button; selection-color: $on_button; padding: 2px; }
QToolButton::menu-indicator { image: none; }
QTreeWidget { background: $panel; border: 0; padding: 0 8px; }
QTreeWidget::item { padding: 3px 4px; border: 0; }
QTreeWidget::item:selected { background: $raised; color: $text; }
QHeaderView, QHeaderView::section, QHeaderView::section:horizontal { background: $panel;
  color: $quiet; border: 0; border-bottom: 1px solid $line; padding: 3px 4px; }
QHeaderView { border: 0; }
QHeaderView::section:horizontal:first, QHeaderView::section:horizontal:only-one { border-left: 0; }
QHeaderView::section:horizontal { padding-left: 5px; }
QHeaderView:focus { border: 1px solid $accent; }

QSlider { background: transparent; min-height: 22px; border: 1px solid transparent; }
QSlider::groove:horizontal { background: $line; height: 4px; border: 0; border-radius: 2px;
  margin: 0; }
QSlider::sub-page:horizontal { background: $button; height: 4px; border-radius: 2px; margin: 0; }
QSlider::add-page:horizontal { background: $line; height: 4px; border-radius: 2px; margin: 0; }
QSlider::handle:horizontal { background: $text; width: 14px; height: 14px; border: 0;
  margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:hover { background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { background: $disabled; }
QSlider:focus { border: 1px solid $accent; border-radius: 4px; }

QFrame#line { background: $line; }
QFrame#banner { background: $bad_panel; border-left: 4px solid $bad; }
QFrame#banner QLabel, QFrame#stoppedNotice QLabel { color: $text; }
QFrame#banner[tone="notice"], QFrame#banner[tone="question"], QFrame#stoppedNotice {
  background: $raised; border-left: 4px solid $accent; }
QLabel#title, QFrame#emptyState QLabel#title { font-size: 20px; font-weight: 600; }
QFrame#qualitySheet { background: $raised; border: 1px solid $line; }
QFrame#qualitySheet QLabel { color: $text; }
QToolButton#qualityWarnings { padding: 1px 6px; color: $middling; }
QProgressBar { background: $line; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")
