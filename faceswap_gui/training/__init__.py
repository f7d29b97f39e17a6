"""Train the networks from a folder of portraits."""
