"""Importing: the document and its proposals are kept in one change, once, and read anew without losing decisions."""

from collections.abc import Callable

import pytest

from camket.ledger.errors import DeniedError, InvalidError
from camket.ledger.history.verify import verify
from camket.ledger.models import Account, Document, Entry, Statement
from camket.ledger.services import decide
from camket.ledger.services.import_document import Received, import_document
from camket.reading.read import Reading

type Import = Callable[..., Document]


def test_every_statement_leads_back_to_its_words(imported: Import) -> None:
    document = imported()
    statements = list(document.statements.order_by("start"))
    assert {"meeting", "observation", "petition", "directive"} <= {one.kind for one in statements}
    assert all(document.text[one.start : one.end] == one.text for one in statements)
    assert document.about == "102"
    assert bytes(document.content.bytes).decode() == document.text  # type: ignore[union-attr]  # it was just kept
    assert verify().sound


def test_a_document_is_one_entry_of_the_history(imported: Import) -> None:
    before = Entry.objects.count()
    imported()
    assert list(Entry.objects.values_list("verb", flat=True))[before:] == ["document.import"]


def test_who_may_not_import_leaves_nothing(account: Callable[..., Account], read: Callable[..., Reading]) -> None:
    before = Entry.objects.count()
    nobody = account("khach", "Lò Văn Khách")
    with pytest.raises(DeniedError, match="không được nạp văn bản"):
        import_document(nobody, Received(b"x", read(), Document.Way.COMMAND, declared_no_secret=True))
    assert not Document.objects.exists()
    assert Entry.objects.count() == before + 1  # the account's own


def test_without_a_declaration_nothing_is_kept(imported: Import) -> None:
    with pytest.raises(InvalidError, match="cam đoan tài liệu không chứa bí mật nhà nước"):
        imported(declared=False)
    assert not Document.objects.exists()


def test_the_same_bytes_are_kept_once_and_what_was_decided_stays(imported: Import, office: Account) -> None:
    first = imported()
    petition = first.statements.get(kind="petition")
    decide.correct(office, petition, {"value": "4000000000"})
    again = imported()
    assert again.pk == first.pk
    assert Document.objects.count() == 1
    assert again.runs.count() == 2
    kept = Statement.objects.get(pk=petition.pk)
    assert (kept.state, kept.data["value"], kept.proposed["value"]) == ("corrected", "4000000000", "3000000000")


def test_what_reading_no_longer_finds_lapses_and_what_it_finds_again_returns(
    imported: Import, office: Account, read: Callable[..., Reading]
) -> None:
    document = imported()
    content = bytes(document.content.bytes)  # type: ignore[union-attr]  # it was just kept
    found = read()
    fewer = Reading(found.document, found.facts, found.about, found.statements[:2], ())
    import_document(office, Received(content, fewer, Document.Way.COMMAND, declared_no_secret=True))
    assert document.statements.filter(state="lapsed").count() == len(found.statements) - 2
    import_document(office, Received(content, found, Document.Way.COMMAND, declared_no_secret=True))
    assert not document.statements.filter(state="lapsed").exists()
    assert verify().sound
