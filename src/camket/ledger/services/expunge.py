"""Expunging: a document gone, with all that came from it, as law may order; a tombstone and a sound history are left."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from camket.ledger.errors import InvalidError
from camket.ledger.history.nouns import kept_models
from camket.ledger.history.scrub import scrub
from camket.ledger.history.trail import changes_of
from camket.ledger.history.writing import Writing, writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.document import Content, Document
from camket.ledger.models.entry import Entry
from camket.ledger.models.kept import Kept
from camket.ledger.models.update import Update
from camket.ledger.permissions import require
from camket.ledger.removal import Reach, Term, blank, kept_terms, loose_ends_of, silenced, told_anew
from camket.ledger.search.indexing import forget, index
from camket.ledger.search.models import SearchEntry
from camket.ledger.search.noun import NOUNS


class Expunged(NamedTuple):
    """What was done: rows removed, rows kept without their words, and entries of the history that say no more."""

    document: Document
    removed: int
    blanked: int
    cleared: int


def expunge(account: Account, document: Document, reason: str, act: str) -> Expunged:
    """Remove a document by order of ``act``, for a ``reason``, both in words: its bytes, text, statements and entries.

    What others built upon such an entry keeps it standing, withdrawn and without a word; steps that followed from the
    document are taken back unless more has happened since. The history keeps who did what when; what it said of all these
    rows is cleared. Backups made earlier are files of their own, and hold it still. Raises DeniedError, ConflictError, InvalidError.
    """
    require(account, "document.expunge", document)
    if not reason.strip() or not act.strip():
        raise InvalidError(f"xóa văn bản số {document.pk} cần lý do và văn bản cho phép xóa; hãy bổ sung cả hai")
    with writing(account.name, "document.expunge", reason.strip()) as made:
        # Nobody adds to it while it is read: who comes later finds it expunged.
        there = Document.objects.select_for_update().get(pk=document.pk)
        if there.expunged_at is not None:
            raise InvalidError(f"văn bản số {document.pk} đã bị xóa ngày {there.expunged_at:%d/%m/%Y}")
        made.say(document=document.pk, act=act.strip())
        done = _Expunging(made, account, document, reason.strip(), act.strip()).all()
        transaction.on_commit(lambda: scrub(*kept_models(), Entry, SearchEntry), robust=True)
    return done


class _Expunging:
    def __init__(self, made: Writing, account: Account, document: Document, reason: str, act: str) -> None:
        self.made = made
        self.account = account
        self.document = document
        self.why = f"văn bản nguồn đã bị xóa theo {act}"[:1000]
        self.tombstone = {"expunged_at": made.at, "expunged_reason": reason[:1000], "expunged_act": act[:300]}
        self.reach = Reach(document)

    def all(self) -> Expunged:
        """First what stays is loosened, then the rest goes, what others refer to last; in the end the history."""
        reach, content = self.reach, self.document.content
        gone, terms, echoes = reach.gone, reach.terms, reach.echoes
        touched = [
            *gone,
            *reach.blanked,
            *reach.beside,
            *reach.acts,
            *echoes,
            *(one.row for one in terms),
            self.document,
        ]
        changes = changes_of([*touched, content] if content else touched)
        forget(self.made, *(row for row in [*gone, *reach.blanked, self.document] if row._meta.model_name in NOUNS))
        self._take_back()
        self._amend_back(terms, echoes)
        self._blank()
        self._loosen()
        for row in gone:
            self.made.remove(row)
        self.made.alter(self.document, **blank(self.document) | {"content": None} | self.tombstone)
        if content is not None and not Document.objects.filter(content=content).exists():
            self.made.remove(Content.objects.get(pk=content.pk))
        self.made.clear(changes)
        self.document.refresh_from_db()
        return Expunged(self.document, len(gone), len(reach.blanked), len(changes))

    def _take_back(self) -> None:
        """The steps that other commitments took because of the document, the last first."""
        for row in sorted((row for row in self.reach.gone if isinstance(row, Update)), key=lambda row: -row.pk):
            of = row.commitment_id
            stepped = not row.draft and not row.withdrawn and row.from_state != row.to_state
            if of is not None and stepped and not self.reach.owns(Commitment, of):
                commitment = Commitment.objects.get(pk=of)
                if commitment.state == row.to_state:
                    self.made.alter(commitment, state=row.from_state)

    def _amend_back(self, terms: Iterable[Term], echoes: Iterable[Update]) -> None:
        told = [(term.name, term.after) for term in terms]
        for update in echoes:
            self.made.alter(update, amended=silenced(update, told))
        for term in reversed([*terms]):
            row = type(term.row)._default_manager.get(pk=term.row.pk)
            if term._replace(row=row).stands:
                self.made.alter(row, **{term.name: term.earlier})
                if row._meta.model_name in NOUNS:
                    index(self.made, row)

    def _blank(self) -> None:
        for row in self.reach.blanked:
            mark = {"statement": None, "entered_by": row.entered_by or self.account}
            if isinstance(row, Update) and row.entered_by_id is not None:
                # A step that a person took: it was taken, whatever it rested upon.
                self.made.alter(row, **blank(row) | mark | {"amended": kept_terms(row), "day": row.day})
            else:
                self.made.alter(row, **blank(row) | mark | {"withdrawn": True, "withdrawn_reason": self.why})
        for one in self.reach.beside:
            if isinstance(one, Update):
                self.made.alter(one, amended={}, **({"author": ""} if one.transition else {}))
            else:
                note = {"note": ""} if hasattr(one, "note") else {}
                self.made.alter(one, withdrawn=True, withdrawn_reason=self.why, **note)
        for act in self.reach.acts:
            self.made.alter(act, **told_anew(one for one in act.citings.all() if not self.reach.goes(one)))

    def _loosen(self) -> None:
        """What refers to a row that goes, refers to none, or to what that row itself referred to, as in a series."""
        for model in {type(row) for row in self.reach.gone}:
            for other, field in loose_ends_of(model):
                for found in self.reach.related(other, field, self.reach.removed(model)):
                    if other is model or not self.reach.goes(found):
                        self._refer_on(self.reach.held(found), field, series=other is model)

    def _refer_on(self, row: Kept, field: str, *, series: bool) -> None:
        seen, onward = {row.pk}, getattr(row, field) if series else None
        while onward is not None and self.reach.goes(onward) and onward.pk not in seen:
            seen.add(onward.pk)
            onward = getattr(onward, field)
        self.made.alter(row, **{field: None if onward is None or onward.pk in seen else onward})
