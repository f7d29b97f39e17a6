"""Step 5: carry the appearance change to native resolution and blend it in."""
