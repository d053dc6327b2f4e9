"""Reach: what came from a document, read before anything of it is touched: what goes, and what stays without its words."""

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any, Final

from django.db.models import Q

from camket.ledger.history.nouns import kept_models
from camket.ledger.models.claim import Claim
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.document import Document
from camket.ledger.models.event import Event
from camket.ledger.models.finding import Finding, FindingLink
from camket.ledger.models.kept import Kept
from camket.ledger.models.legal_act import Citing, LegalAct
from camket.ledger.models.link import CommitmentLink
from camket.ledger.models.meeting import Meeting, MeetingDocument
from camket.ledger.models.observation import Observation
from camket.ledger.models.plan_part import PlanPart
from camket.ledger.models.sourced import Sourced
from camket.ledger.models.statement import ReadingRun, Statement
from camket.ledger.models.update import Update
from camket.ledger.removal.relations import parts_of, referring_first
from camket.ledger.removal.terms import Term, silenced, terms_of

_AT_ONCE: Final = 500
type Name = tuple[type[Kept], object]


class Reach:
    """What came from one document.

    ``gone``: rows to be removed, those that refer to others first. ``blanked``: rows of the document on which something of
    another stands. ``beside``: rows of others that hold to such a row. ``acts``: legal acts that others cite too.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blanked: list[Sourced] = []
        self.beside: list[Update | CommitmentLink | FindingLink] = []
        self.acts: list[LegalAct] = []
        self._gone: dict[Name, Kept] = {}
        self._mine: dict[Name, Sourced] = {}
        self._read()

    @property
    def terms(self) -> list[Term]:
        """What people amended of other commitments on the ground of the document."""
        return [term for row in self.blanked if isinstance(row, Update) for term in terms_of(row)]

    @property
    def echoes(self) -> list[Update]:
        """Other updates of these commitments that tell the same values, as what was before or after."""
        told = [(term.name, term.after) for term in self.terms]
        known = {row.pk for row in self.blanked if isinstance(row, Update)}
        of = {row.commitment_id for row in self.blanked if isinstance(row, Update)}
        others = self.related(Update, "commitment", of) if told else iter(())
        return [
            one for one in others if one.pk not in known and not self.goes(one) and silenced(one, told) != one.amended
        ]

    @property
    def gone(self) -> list[Kept]:
        """What goes, in an order in which nothing is removed that is still referred to by another noun."""
        order = {model: place for place, model in enumerate(referring_first())}
        return sorted(self._gone.values(), key=lambda row: order[type(row)])

    def goes(self, row: Kept | None) -> bool:
        """Whether a row is removed."""
        return row is not None and (type(row), row.pk) in self._gone

    def held(self, row: Kept) -> Kept:
        """The very object in hand of a row that goes, or else the row given."""
        return self._gone.get((type(row), row.pk), row)

    def removed(self, model: type[Kept]) -> list[object]:
        """The keys of what goes of one noun."""
        return [key for one, key in self._gone if one is model]

    def owns(self, model: type[Kept], key: object) -> bool:
        """Whether a row came from the document."""
        return (model, key) in self._mine

    @staticmethod
    def related(model: type[Any], field: str, keys: Iterable[object]) -> Iterator[Any]:
        """The rows of a noun that refer by ``field`` to one of the keys."""
        for some in batched(keys, _AT_ONCE):
            yield from model._default_manager.filter(**{f"{field}__in": some}).order_by("pk")

    def _read(self) -> None:
        for model in kept_models():
            if issubclass(model, Sourced):
                for row in model._default_manager.filter(_source(self.document)).order_by("pk"):
                    self._mine[model, row.pk] = row
        for noun in (Statement, ReadingRun, MeetingDocument):
            self._take(noun, self.related(noun, "document", [self.document.pk]))
        self._commitments()
        self._plain(Claim, Citing, Observation)
        self._updates()
        standing: dict[type[Sourced], set[object]] = {Event: self._struck(), Meeting: self._papered()}
        for one, keys in standing.items():
            self._take_or_blank(one, keys)
        self._read_acts()

    def _commitments(self) -> None:
        """Commitments and findings with what links them: together, as each may hold the others here."""
        of = self._keys(Commitment)
        stand: dict[type[Sourced], set[object]] = {Commitment: self._built_upon(of), Finding: set()}
        for told in self.related(Update, "commitment", of):
            if self._foreign(told):
                stand[Commitment].add(told.commitment_id)
                self.beside.append(told)
            elif (Update, told.pk) not in self._mine:
                self._take(Update, [told])
        for model, ends in _LINKS.items():
            for link in self._links(model, ends):
                ours = [(end, key) for end, key in _ends(link, ends) if (end, key) in self._mine]
                if (model, link.pk) in self._mine or (len(ours) == len(ends) and not self._foreign(link)):
                    self._take(model, [link])
                else:
                    self.beside.append(link)
                    for end, key in ours:
                        stand[end].add(key)
        for noun, keys in stand.items():
            self._take_or_blank(noun, keys)

    def _built_upon(self, of: list[object]) -> set[object]:
        """Commitments of which others are a part, follow in a thread, or as plans must fit."""
        upon: set[object] = set()
        for field in ("parent", "thread"):
            rows = self.related(Commitment, field, of)
            upon |= {getattr(row, f"{field}_id") for row in rows if (Commitment, row.pk) not in self._mine}
        plans = self.related(PlanPart, "above", of)
        return upon | {one.above_id for one in plans if (Commitment, one.commitment_id) not in self._mine}

    def _links(self, model: type[Any], ends: dict[str, type[Sourced]]) -> Iterable[Any]:
        """Links of the document, and links to what is of it, each once."""
        found = {key: row for (one, key), row in self._mine.items() if one is model}
        for field, end in ends.items():
            found |= {row.pk: row for row in self.related(model, field, self._keys(end)) if row.pk not in found}
        return found.values()

    def _updates(self) -> None:
        """What the document told of others' commitments: a step that a person took, or that others followed, stays."""
        for row in reversed([row for (model, _), row in self._mine.items() if model is Update]):
            if not isinstance(row, Update):
                continue
            of_another = row.commitment_id is not None and (Commitment, row.commitment_id) not in self._mine
            if of_another and (row.entered_by_id is not None or self._overtaken(row)):
                self.blanked.append(row)
            else:
                self._take(Update, [row])

    def _overtaken(self, row: Update) -> bool:
        """Whether the step was followed by others, so that it cannot be taken back."""
        commitment = row.commitment
        if commitment is None or row.draft or row.withdrawn or row.from_state == row.to_state:
            return False
        later = Update.objects.filter(commitment=commitment, withdrawn=False, draft=False, id__gt=row.pk)
        return any(one.from_state != one.to_state and not self.goes(one) for one in later)

    def _struck(self) -> set[object]:
        losses = self.related(Observation, "event", self._keys(Event))
        return {one.event_id for one in losses if not self.goes(one)}

    def _papered(self) -> set[object]:
        papers = self.related(MeetingDocument, "meeting", self._keys(Meeting))
        return {one.meeting_id for one in papers if one.document_id != self.document.pk}

    def _read_acts(self) -> None:
        """Acts that the document cites: those that no other cites go with it, the others are told anew by these."""
        cited = {row.act_id for row in self._mine.values() if isinstance(row, Citing)}
        for act in LegalAct.objects.filter(pk__in={*cited, *self._keys(LegalAct)}).order_by("pk"):
            if any(not self.goes(one) for one in act.citings.all()):
                self.acts.append(act)
            elif (LegalAct, act.pk) in self._mine:
                self._take(LegalAct, [act])

    def _plain(self, *nouns: type[Sourced]) -> None:
        for model in nouns:
            self._take(model, [row for (one, _), row in self._mine.items() if one is model])

    def _take_or_blank(self, model: type[Kept], stand: set[object]) -> None:
        for (one, key), row in list(self._mine.items()):
            if one is model and key in stand:
                self.blanked.append(row)
                self._take_parts(model, [row])
            elif one is model:
                self._take(model, [row])

    def _take(self, model: type[Kept], rows: Iterable[Kept]) -> None:
        taken = [row for row in rows if (model, row.pk) not in self._gone]
        self._gone |= {(model, row.pk): row for row in taken}
        if taken:
            self._take_parts(model, taken)

    def _take_parts(self, model: type[Kept], rows: Iterable[Kept]) -> None:
        keys = [row.pk for row in rows]
        for part, field in parts_of(model):
            found = self.related(part, field, keys)
            if part is MeetingDocument:
                found = (one for one in found if one.document_id == self.document.pk)
            self._take(part, list(found))

    def _keys(self, model: type[Kept]) -> list[object]:
        return [key for one, key in self._mine if one is model]

    def _foreign(self, row: Sourced) -> bool:
        """Whether a row comes from another document."""
        return (type(row), row.pk) not in self._mine and (row.document_id is not None or row.statement_id is not None)


def _source(document: Document) -> Q:
    return Q(document=document) | Q(statement__document=document)


def _ends(link: Kept, ends: dict[str, type[Sourced]]) -> list[tuple[type[Sourced], object]]:
    return [(end, getattr(link, f"{field}_id")) for field, end in ends.items()]


_LINKS: Final[dict[type[Sourced], dict[str, type[Sourced]]]] = {
    CommitmentLink: {"source": Commitment, "target": Commitment},
    FindingLink: {"finding": Finding, "commitment": Commitment},
}
