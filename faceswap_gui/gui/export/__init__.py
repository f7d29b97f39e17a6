"""Exporting: in which format, how, how large the file will be, and where it goes."""
