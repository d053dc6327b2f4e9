"""Bodies: committees, departments, boards and groups that belong to a unit on a day, each with an identity."""

from camket.units.bodies.body import Body
from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.load import load_bodies
from camket.units.bodies.names.mention import BodyCandidate, BodyGroup, BodyMention, Standing
from camket.units.bodies.names.resolver import BodyResolver
from camket.units.bodies.succession import Proposal, successors

__all__ = [
    "Body",
    "BodyCandidate",
    "BodyGroup",
    "BodyMention",
    "BodyRegister",
    "BodyResolver",
    "Proposal",
    "Standing",
    "load_bodies",
    "successors",
]
