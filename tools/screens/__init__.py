"""Parts of ``tools/make_screenshots.py``: the window's states, and taking their pictures."""
