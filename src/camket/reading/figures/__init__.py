"""Figures: the grammar of a reported number, shared by observations and targets."""
