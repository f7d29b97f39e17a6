"""Step 1: bring the source's face into the target's pose, expression and camera."""
