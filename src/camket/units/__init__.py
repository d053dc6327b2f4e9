"""Units through time: which province, district or commune existed on a day, and who became whom."""
