"""Parts of ``tools/soak.py``: what is done, and what is watched meanwhile."""
