"""A side: one unit, and one of each thing in it, made when first asked for."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import count
from typing import Any

from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import (
    Account,
    Commitment,
    CommitmentLink,
    Content,
    Decision,
    Document,
    Event,
    Finding,
    Membership,
    Observation,
    Statement,
    TargetPart,
    Update,
)

PROVINCE, A, B = "11", "03328@2025", "03127@2025"
"""A province and two communes of it."""
DISTRICT = "100"
"""A district of that province, until the end of June 2025."""
BEGUN = date(2025, 7, 1)
"""The first day of the communes."""
type Holder = Callable[..., Account]
"""Makes an account with a role, a unit, a body and days."""
_NUMBERS = count(1)
TEXT = "Xã có 12 hộ thoát nghèo."


@dataclass
class Side:
    """The things of a unit; ``unit`` is its id."""

    unit: str

    @cached_property
    def person(self) -> Account:
        """Somebody who holds a role here."""
        return self.post.account

    @cached_property
    def newcomer(self) -> Account:
        """Somebody who holds no role anywhere."""
        with writing(SYSTEM, "test") as made:
            return made.add(Account(name=f"moi{next(_NUMBERS)}", full_name="Vàng Thị Thử"))

    @cached_property
    def post(self) -> Membership:
        """The role of the head here."""
        with writing(SYSTEM, "test") as made:
            account = made.add(Account(name=f"truong{next(_NUMBERS)}", full_name="Cà Văn Thử"))
            return made.add(Membership(account=account, role="head", unit=self.unit, first=BEGUN))

    @cached_property
    def document(self) -> Document:
        """A document about the unit."""
        content = f"{TEXT} {next(_NUMBERS)}".encode()
        with writing(SYSTEM, "test") as made:
            kept = made.add(Content(hash=hashlib.sha256(content).hexdigest(), bytes=content))
            return made.add(
                Document(
                    content=kept, content_hash=kept.hash, name="bao-cao.txt", format="text", way="upload", about=self.unit,
                    received_at=datetime(2025, 8, 1, tzinfo=UTC), received_by=self.newcomer, declared_no_secret=True,
                    text=TEXT, text_hash=hashlib.sha256(TEXT.encode()).hexdigest(),
                )
            )  # fmt: skip

    @cached_property
    def statement(self) -> Statement:
        """A statement that waits."""
        with writing(SYSTEM, "test") as made:
            return made.add(
                Statement(
                    document=self.document, kind="observation", start=6, end=11, text=TEXT[6:11], rule="thu", section="other",
                    about=self.unit, data={"indicator": "hộ thoát nghèo", "value": "12", "unit": "household"},
                )
            )  # fmt: skip

    @cached_property
    def decision(self) -> Decision:
        """A decision on the statement."""
        with writing(SYSTEM, "test") as made:
            made.alter(self.statement, state="rejected")
            return made.add(
                Decision(statement=self.statement, account=self.newcomer, at=made.at, verb="reject", reason="trivial")
            )

    @cached_property
    def commitment(self) -> Commitment:
        """Something the unit owes, by its own order."""
        return self._owed(kind="own_task", text="Sửa cầu treo.", owner_code=self.unit)

    @cached_property
    def orphan(self) -> Commitment:
        """Something that a district owes that is no more."""
        return self._owed(kind="own_task", text="Sửa đường.", owner_code=DISTRICT)

    @cached_property
    def again(self) -> Commitment:
        """The same owed again."""
        text = self.commitment.text
        return self._owed(kind="own_task", text=text, owner_code=self.unit)

    @cached_property
    def mention(self) -> Statement:
        """A statement that speaks of what is owed."""
        told = {
            "kind": "own_task",
            "start": 0,
            "end": 5,
            "text": self.commitment.text,
            "rule": "thu",
            "section": "other",
        }
        with writing(SYSTEM, "test") as made:
            return made.add(Statement(document=self.document, about=self.unit, **told))

    @cached_property
    def target(self) -> Commitment:
        """A target with its figure."""
        owed = self._owed(kind="target", text="Tỷ lệ hộ nghèo còn 5%.", owner_code=self.unit)
        with writing(SYSTEM, "test") as made:
            made.add(
                TargetPart(
                    commitment=owed, indicator="poverty_rate", comparator="at_most", value=Decimal(5), measure="percent",
                    period="2025",
                )
            )  # fmt: skip
        return owed

    @cached_property
    def link(self) -> CommitmentLink:
        """A link between two commitments of the unit."""
        with writing(SYSTEM, "test") as made:
            return made.add(
                CommitmentLink(kind="addresses", source=self.commitment, target=self.orphan, entered_by=self.newcomer)
            )

    @cached_property
    def draft(self) -> Update:
        """A draft of the unit."""
        return self._told(draft=True, commitment=self.commitment, author_code=self.unit, text="Đang sửa.")

    @cached_property
    def stray(self) -> Update:
        """News of which nobody has said yet to what it belongs."""
        return self._told(text="Đã sửa xong cầu.")

    @cached_property
    def finding(self) -> Finding:
        """What falls short in the unit."""
        with writing(SYSTEM, "test") as made:
            return made.add(Finding(text="Chậm giải ngân.", unit=self.unit, entered_by=self.newcomer))

    @cached_property
    def event(self) -> Event:
        """A flood in the unit."""
        with writing(SYSTEM, "test") as made:
            return made.add(Event(unit=self.unit, hazard="lũ", entered_by=self.newcomer))

    @cached_property
    def observation(self) -> Observation:
        """A figure of the unit."""
        return self._figure(BEGUN)

    @cached_property
    def later(self) -> Observation:
        """The same of a later bulletin."""
        return self._figure(BEGUN + timedelta(days=1))

    def _figure(self, as_of: date) -> Observation:
        with writing(SYSTEM, "test") as made:
            return made.add(
                Observation(
                    text="12 nhà", label="nhà sập", unit=self.unit, value=Decimal(12), event=self.event, category="houses_collapsed",
                    as_of=as_of, entered_by=self.newcomer,
                )
            )  # fmt: skip

    def _owed(self, **terms: Any) -> Commitment:
        given = {"unit": self.unit, "issuer_code": self.unit, "state": "open", "entered_by": self.newcomer}
        with writing(SYSTEM, "test") as made:
            return made.add(Commitment(**{**given, **terms}))

    def _told(self, **terms: Any) -> Update:
        given = {"unit": self.unit, "account": self.newcomer, "entered_by": self.newcomer}
        with writing(SYSTEM, "test") as made:
            return made.add(Update(**{**given, "at": made.at, **terms}))

    def all_made(self) -> None:
        """Make everything that is only made when asked for, but for the decision."""
        for name, part in vars(type(self)).items():
            if isinstance(part, cached_property) and name != "decision":
                getattr(self, name)


type Call = Callable[[Account, Side], object]
