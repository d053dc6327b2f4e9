"""Carrying out ``camket ledger expunge``."""

import click

from camket.cli.ledger.session import account_named, opened
from camket.ledger.errors import LedgerError


def carry_out(number: int, name: str, reason: str, act: str, *, asked: bool) -> None:
    """Ask once more unless that was ``asked`` before, expunge, and say what was done and what is left to do."""
    with opened():
        from camket.ledger.models import Document  # noqa: PLC0415 - models exist once the ledger is open
        from camket.ledger.permissions import require  # noqa: PLC0415 - as above
        from camket.ledger.services.expunge import expunge  # noqa: PLC0415 - as above

        account = account_named(name)
        document = Document.objects.filter(pk=number).first()
        if document is None:
            message = f"không có văn bản số {number}; xem: camket ledger list"
            raise LedgerError(message)
        require(account, "document.expunge", document)
        if not asked:
            click.confirm(f"Xóa hẳn văn bản số {number} «{document.name}», không lấy lại được?", abort=True)
        done = expunge(account, document, reason, act)
    click.echo(
        f"Đã xóa văn bản số {number}: bỏ {done.removed} dòng, để trống {done.blanked} dòng mà nơi khác còn dựa vào, "
        f"xóa lời trong {done.cleared} mục lịch sử."
    )
    click.echo("Các bản sao lưu làm trước đây vẫn còn văn bản này: hãy hủy và sao lưu lại.", err=True)
