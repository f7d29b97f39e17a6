"""The colours that stand for numbers: viridis, evenly lighter from low to high.

It reads the same in grey and for all kinds of colour blindness, and its two ends differ from skin.
"""

from __future__ import annotations

STOPS = (
    (0x44, 0x01, 0x54),
    (0x47, 0x2C, 0x7A),
    (0x3B, 0x51, 0x8B),
    (0x2C, 0x71, 0x8E),
    (0x21, 0x90, 0x8D),
    (0x27, 0xAD, 0x81),
    (0x5C, 0xC8, 0x63),
    (0xAA, 0xDC, 0x32),
    (0xFD, 0xE7, 0x25),
)
"""Red, green, blue at even distances from the lowest to the highest number."""
END = 2.0
"""Standard deviations at the upper end: the same for all levels, so that they can be compared."""
