"""The batch in the window: what drives it and what shows it."""
