"""The inspector: a row for every control that `Settings` declares."""
