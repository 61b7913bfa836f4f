"""How loud a word is: the colour it has beside saying the same thing."""

from PySide6.QtGui import QColor

TONES: dict[str, tuple[QColor, QColor]] = {
    "good": (QColor("#1b5e37"), QColor("#e3f2e8")),
    "warn": (QColor("#7a4a00"), QColor("#fdf0d5")),
    "bad": (QColor("#a11d22"), QColor("#fbe4e4")),
    "quiet": (QColor("#56606b"), QColor("#e9ecef")),
    "plain": (QColor("#1d4f91"), QColor("#e4edf8")),
}
"""Ink and ground of each tone; every pair has a contrast of 5.5 or more."""
