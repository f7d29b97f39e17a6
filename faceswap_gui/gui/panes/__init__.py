"""The source and target panes: dropping, pasting and opening pictures, picking faces."""
