"""Measure swaps, against the alternatives that artists have today."""
