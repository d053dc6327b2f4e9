"""``camket ledger``: the system of record at the command line. A file a verb, beside it what carries it out."""

import click

from camket.cli.ledger.backup import backup
from camket.cli.ledger.decide import decide
from camket.cli.ledger.expunge import expunge
from camket.cli.ledger.history import history
from camket.cli.ledger.import_files import import_files
from camket.cli.ledger.init import init
from camket.cli.ledger.list import list_statements
from camket.cli.ledger.misses import misses
from camket.cli.ledger.restore import restore
from camket.cli.ledger.search import search
from camket.cli.ledger.show import show
from camket.cli.ledger.verify import verify

__all__ = ["ledger"]


@click.group(
    options_metavar="[TÙY_CHỌN]", subcommand_metavar="LỆNH...", short_help="Sổ theo dõi: nạp, quyết định, tra cứu."
)
def ledger() -> None:
    """Sổ theo dõi: văn bản đã nạp, từng điều văn bản nói, ai đã quyết định gì về điều ấy.

    Sổ nằm trong thư mục CAMKET_HOME (không đặt: ~/.camket), trong một tệp SQLite, hoặc trong PostgreSQL nêu ở
    CAMKET_DATABASE_URL. Mọi việc làm dưới tên một tài khoản (--as) và đều để lại dấu vết.
    """


for _verb in (
    init, import_files, decide, list_statements, show, search, history, verify, misses, expunge, backup, restore,
):  # fmt: skip
    ledger.add_command(_verb)
