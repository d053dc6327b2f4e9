"""Camket: every figure and commitment of local government, kept with its sentence and followed to its end."""

__version__ = "0.1.0"
