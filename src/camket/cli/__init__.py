"""The command ``camket``: a file a verb. What a verb needs is imported when it runs, so that help comes at once."""

import click

from camket.cli.account import account
from camket.cli.check import check
from camket.cli.ledger import ledger
from camket.cli.read import read
from camket.cli.units import units
from camket.cli.words import speak_vietnamese

__all__ = ["main"]

speak_vietnamese()


@click.group(
    options_metavar="[TÙY_CHỌN]",
    subcommand_metavar="LỆNH...",
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
)
def main() -> None:
    """Camket đọc văn bản của chính quyền địa phương.

    Văn bản nói gì, yêu cầu ai làm gì, đến bao giờ: mỗi điều kèm đúng chỗ trong văn bản.
    """


main.add_command(read)
main.add_command(check)
main.add_command(units)
main.add_command(ledger)
main.add_command(account)
