"""Options that the verbs of ``camket ledger`` share."""

import click

FORMATS = ("table", "json")

as_option = click.option(
    "--as", "account", required=True, envvar="CAMKET_ACCOUNT", metavar="TÀI_KHOẢN",
    help="Tên tài khoản đứng tên việc này. Có thể đặt sẵn trong CAMKET_ACCOUNT.",
)  # fmt: skip
form_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, metavar="|".join(FORMATS),
    help="Kết quả: bảng trên màn hình, hay JSON cho máy.",
)  # fmt: skip
