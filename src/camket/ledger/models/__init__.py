"""The nouns of the ledger, one a file."""

from camket.ledger.models.account import Account, Membership, Role
from camket.ledger.models.claim import Claim
from camket.ledger.models.commitment import Commitment, CoOwner
from camket.ledger.models.document import Content, Document
from camket.ledger.models.entry import Entry, Head
from camket.ledger.models.event import Event
from camket.ledger.models.finding import Finding, FindingLink
from camket.ledger.models.legal_act import Citing, LegalAct
from camket.ledger.models.link import CommitmentLink
from camket.ledger.models.meeting import AgendaItem, Meeting, MeetingDocument, Participant
from camket.ledger.models.observation import Observation
from camket.ledger.models.petition_part import PetitionPart
from camket.ledger.models.plan_part import PlanPart
from camket.ledger.models.project_part import Allotment, Milestone, ProjectPart
from camket.ledger.models.statement import Decision, ReadingRun, Statement, StatementState
from camket.ledger.models.target_part import TargetPart, TargetStep
from camket.ledger.models.unit_closure import UnitClosure
from camket.ledger.models.update import Update

__all__ = [
    "Account",
    "AgendaItem",
    "Allotment",
    "Citing",
    "Claim",
    "CoOwner",
    "Commitment",
    "CommitmentLink",
    "Content",
    "Decision",
    "Document",
    "Entry",
    "Event",
    "Finding",
    "FindingLink",
    "Head",
    "LegalAct",
    "Meeting",
    "MeetingDocument",
    "Membership",
    "Milestone",
    "Observation",
    "Participant",
    "PetitionPart",
    "PlanPart",
    "ProjectPart",
    "ReadingRun",
    "Role",
    "Statement",
    "StatementState",
    "TargetPart",
    "TargetStep",
    "UnitClosure",
    "Update",
]
