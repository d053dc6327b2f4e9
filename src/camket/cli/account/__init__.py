"""``camket account``: who works with the ledger, in which roles. A file a verb, beside them what carries them out."""

import click

from camket.cli.account.close import close
from camket.cli.account.deputy import deputy
from camket.cli.account.grant import grant
from camket.cli.account.list import list_accounts
from camket.cli.account.open import open_account
from camket.cli.account.revoke import revoke

__all__ = ["account"]


@click.group(
    options_metavar="[TÙY_CHỌN]", subcommand_metavar="LỆNH...", short_help="Tài khoản: ai làm việc với sổ, vai trò gì."
)
def account() -> None:
    """Tài khoản của sổ theo dõi: mở, đóng, giao và thôi giao vai trò, cử người thay.

    Vai trò là administrator (quản trị), office (văn phòng), reporter (đơn vị báo cáo), responder (cơ quan trả lời), head
    (người đứng đầu), leader (lãnh đạo), auditor (kiểm tra). Vai trò ở một đơn vị có hiệu lực với mọi đơn vị bên dưới và
    các đơn vị đã nhập vào đó; ở một cơ quan thì chỉ với cơ quan ấy.
    """


for _verb in (open_account, close, grant, revoke, deputy, list_accounts):
    account.add_command(_verb)
