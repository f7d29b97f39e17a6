"""The preview canvas: looking at a picture, and at two of them side by side."""
