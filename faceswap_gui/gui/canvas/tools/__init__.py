"""What the pointer does on the canvas: one tool a file."""
