"""The document, its history and its files. Knows no Qt."""
