"""A unit's lineage told as a story and drawn as a picture: who merged into whom, when, by which act."""

from camket.reports.lineage.picture import draw
from camket.reports.lineage.story import Event, events_of

__all__ = ["Event", "draw", "events_of"]
