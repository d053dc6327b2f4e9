"""A side: one unit, and one of each thing in it, made when first asked for."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import count

from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Commitment, Content, Decision, Document, Membership, Observation, Statement

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
        with writing(SYSTEM, "test") as made:
            return made.add(
                Commitment(
                    kind="own_task", text="Sửa cầu treo.", unit=self.unit, owner_code=self.unit, issuer_code=self.unit, state="open",
                    entered_by=self.newcomer,
                )
            )  # fmt: skip

    @cached_property
    def observation(self) -> Observation:
        """A figure of the unit."""
        with writing(SYSTEM, "test") as made:
            return made.add(
                Observation(text="12 hộ", label="hộ thoát nghèo", unit=self.unit, value=12, entered_by=self.newcomer)
            )


type Call = Callable[[Account, Side], object]
