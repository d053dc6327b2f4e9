"""A person who imports documents and decides of them until killed; the same run as processes.py, beside it.

    python deciding.py begin | kill N

What was told to be there must be there whole: a document with all its proposals, a decision with what the statement became.
"""

import json
import sys
from datetime import date
from typing import Any

import processes

from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Decision, Document, Membership, Observation, Role, Statement, UnitClosure
from camket.ledger.services.decide import accept
from camket.ledger.services.import_document import Received, import_document
from camket.reading.document import Document as Paper
from camket.reading.read import Reading, read
from camket.units.bodies.body_type import NATION
from camket.vocabulary import load_vocabulary

_TEXT = "Tỷ lệ hộ nghèo năm 2024 còn 7,71%, giảm 4,17% so với năm 2020. Thu nhập bình quân đầu người năm 2024 đạt 42 triệu đồng."


def begin() -> dict[str, Any]:
    """Tables, chain, a few units, and an account that may import and decide everywhere."""
    processes.begin()
    # Making the closure of all units takes seconds.
    always = {"first": date(1900, 1, 1), "last": date(9999, 12, 31)}
    pairs = ((NATION, NATION), (NATION, "11"), ("11", "11"))
    UnitClosure.objects.bulk_create(UnitClosure(ancestor=above, descendant=unit, **always) for above, unit in pairs)
    with writing(SYSTEM, "begin") as made:
        lan = made.add(Account(name="lan", full_name="Lan"))
        made.add(Membership(account=lan, role=Role.OFFICE, unit=NATION, first=date(2020, 1, 1)))
    return {"statements": len(_reading().statements)}


def _reading() -> Reading:
    return read(Paper("thử.txt", _TEXT), load_vocabulary())


def work(name: str, reading: Reading, out: int) -> None:
    """Import after import, of each the first statement accepted; each told once it is done."""
    processes.tell(out, "begun")
    lan = Account.objects.get(name="lan")
    number = 0
    while True:
        content = f"{name}-{number}".encode()
        document = import_document(
            lan, Received(content, reading, Document.Way.COMMAND, declared_no_secret=True, about="11")
        )
        processes.tell(out, f"document {document.pk}")
        first = document.statements.order_by("start").first()
        if first is not None:
            processes.tell(out, f"decision {accept(lan, first).pk}")
        number += 1


def kill(times: int) -> dict[str, Any]:
    """Kill so often; what was told and is not there, what is there by half, whether all verifies in the end."""
    reading = _reading()
    told: list[str] = []
    for number in range(times):
        told += processes.killed(lambda out, name=f"{number}": work(name, reading, out), 0.4)[0][1:]  # type: ignore[misc]  # a lambda with its own defaults
    return {"told": len(told), **processes.asked(lambda: _missing(told, len(reading.statements)))}


def _missing(told: list[str], statements: int) -> dict[str, Any]:
    there = {f"document {key}" for key in Document.objects.values_list("pk", flat=True)}
    there |= {f"decision {key}" for key in Decision.objects.values_list("pk", flat=True)}
    accepted = Statement.objects.filter(state="accepted")
    become = Observation.objects.filter(statement__in=accepted).count()
    half = [one.pk for one in Document.objects.all() if one.statements.count() != statements]
    undecided = accepted.exclude(decisions__verb="accept").count()
    return {
        "lost": sorted(set(told) - there), "half": half, "undecided": undecided,
        "became_nothing": accepted.count() - become, "unsound": processes.unsound(),
    }  # fmt: skip


if __name__ == "__main__":
    verb, *given = sys.argv[1:]
    answer = processes.asked(begin) if verb == "begin" else kill(int(given[0]))
    print(json.dumps(answer, ensure_ascii=False))  # noqa: T201 - how it answers
